package dev.remit.bench;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.diagnostic.InvalidPolicyException;
import dev.remit.diagram.Diagram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts the nodes of diagrams, which no clock and no other process can change. */
final class Shapes {
    private final Table table =
            new Table(List.of("policy", "rules", "nodes", "nodes a rule", "different answers", "steps at most"));

    /** The table of all shapes. */
    String measure() throws IOException {
        for (String shipped : List.of("minimal", "tutorial", "opensafely")) {
            add("`policy/" + shipped + "`", () -> Remit.load(Path.of("policy", shipped)));
        }
        for (int environments : List.of(1, 10, 100, 1000)) {
            add("benchmark, the same in " + count(environments), workload(new Workload(environments, false, 0), true));
        }
        add("benchmark, varied over " + count(1000), workload(new Workload(1000, true, 0), true));
        add("benchmark, environments as a project attribute, 10", workload(new Workload(10, false, 0), false));
        for (int rules : List.of(4, 8, 12)) {
            add(rules + " rules on facts of their own, in one cell", () -> Remit.load(independent(rules, false)));
        }
        add("12 rules on facts of their own, each in its own work category", () -> Remit.load(independent(12, true)));
        return table.toString();
    }

    private static String count(int environments) {
        return String.format(Locale.ROOT, "%,d environment%s", environments, environments == 1 ? "" : "s");
    }

    private static Supplier<PolicyBundle> workload(Workload workload, boolean environmentIsRoute) throws IOException {
        Path folder = Trial.FOLDER.resolve("shape-" + workload + (environmentIsRoute ? "" : "-attribute"));
        new RemitFiles(workload, environmentIsRoute).write(folder);
        return () -> Remit.load(folder);
    }

    /** Rules that each hang on two facts no other rule knows. */
    private static Map<String, String> independent(int rules, boolean apart) {
        String facts = IntStream.range(0, 2 * rules)
                .mapToObj(i -> "    f" + i + ": {title: f" + i + ", known-from: caller, changed-by: nobody}\n")
                .collect(Collectors.joining());
        String categories = IntStream.range(0, apart ? rules : 1)
                .mapToObj(i -> "  c" + i + ": {title: c" + i + "}\n")
                .collect(Collectors.joining());
        String permits = IntStream.range(0, rules)
                .mapToObj(i -> "  - {id: r" + i + ", permit: reader, to: read, levels: records, in: c" + (apart ? i : 0)
                        + ", when: {all: [f" + 2 * i + ", f" + (2 * i + 1) + "]}}\n")
                .collect(Collectors.joining());
        return Map.of("policy.yaml", """
                remit: 1
                policy: {id: shape, version: "1", title: Shape}
                vocabulary:
                  roles: {reader: Reader}
                  activities: {read: Read}
                  levels: {records: Records}
                  facts:
                """ + facts + "work-categories:\n" + categories + "rules:\n" + permits);
    }

    private void add(String title, Supplier<PolicyBundle> loading) {
        PolicyBundle bundle;
        try {
            bundle = loading.get();
        } catch (InvalidPolicyException tooLarge) {
            table.row(List.of(title, "", "too large to compile", "", "", ""));
            return;
        }
        Diagram diagram = bundle.decisionPoint().compiled().diagram();
        int rules = bundle.policy().rules().size();
        table.row(List.of(
                title,
                String.format(Locale.ROOT, "%,d", rules),
                String.format(Locale.ROOT, "%,d", diagram.nodeCount()),
                String.format(Locale.ROOT, "%.1f", diagram.nodeCount() / (double) rules),
                String.format(Locale.ROOT, "%,d", diagram.leaves().size()),
                Integer.toString(diagram.depth())));
    }
}
