package dev.remit.report;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A policy as large as the page has to bear: forty roles and a hundred activities on three levels. */
final class LargePolicy {
    private static final int ROLES = 40;
    private static final int ACTIVITIES = 100;
    private static final int FACTS = 12;

    private LargePolicy() {}

    static PolicyBundle bundle() {
        List<String> rules = new ArrayList<>();
        for (int role = 0; role < ROLES; role++) {
            int from = role;
            rules.add("  - {id: r" + role + ", permit: role-" + role + ", to: ["
                    + IntStream.range(0, 20)
                            .mapToObj(i -> "activity-" + (from * 7 + i * 3) % ACTIVITIES)
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + "], levels: level-" + role % 3 + ", when: {all: [fact-" + role % FACTS + ", fact-"
                    + (role + 5) % FACTS + "]}}");
        }
        return Remit.load(Map.of(
                "policy.yaml",
                "remit: 1\npolicy: {id: p, version: \"1\", title: P}\nvocabulary:\n  roles: {" + titled("role-", ROLES)
                        + "}\n  activities: {" + titled("activity-", ACTIVITIES) + "}\n  levels: {"
                        + titled("level-", 3) + "}\n  facts:\n"
                        + IntStream.range(0, FACTS)
                                .mapToObj(i -> "    fact-" + i + ": {title: Fact " + i
                                        + ", known-from: caller, changed-by: approver}\n")
                                .collect(Collectors.joining())
                        + "rules:\n" + String.join("\n", rules) + "\n"));
    }

    private static String titled(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> prefix + i)
                .map(id -> id + ": The title of " + id)
                .collect(Collectors.joining(", "));
    }
}
