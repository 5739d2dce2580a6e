package dev.remit.record.export;

import dev.remit.json.JsonTree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects which rules, grants and permissions of projects the answers of records rest on. Not for use by several threads. */
public final class UsedGrants {
    private static final Set<String> INCLUDED = Set.of("included", "included-by-declaration");

    private final Set<String> rules = new HashSet<>();
    private final Set<Way> ways = new HashSet<>();
    private final Set<Permission> permissions = new HashSet<>();
    private long records;

    /** An empty collection. */
    public UsedGrants() {}

    /**
     * One way in which a rule permits.
     *
     * @param rule the rule
     * @param category the work category, if the policy has any
     * @param route the route, if the policy has any
     */
    public record Way(String rule, Optional<String> category, Optional<String> route) {}

    /**
     * A project's permission to include opted-out patients.
     *
     * @param project the project
     * @param register the opt-out register
     */
    public record Permission(String project, String register) {}

    /** Takes a record. */
    public void accept(JsonTree record) {
        if (!record.keys().contains("question")) {
            return;
        }
        records++;
        rules.addAll(RecordFilter.rules(record));
        JsonTree question = record.object("question");
        Map<String, Boolean> held = question.object("permissions").truths();
        List<JsonTree> grants = record.objects("grants");
        for (JsonTree grant : grants) {
            ways.add(new Way(grant.text("rule").orElse(""), grant.text("category"), grant.text("route")));
            Map<String, String> population = grant.object("population").words();
            question.text("project")
                    .ifPresent(project -> held.forEach((register, isHeld) -> {
                        if (isHeld && INCLUDED.contains(population.getOrDefault(register, ""))) {
                            permissions.add(new Permission(project, register));
                        }
                    }));
        }
    }

    /** The number of answers that were taken. */
    public long records() {
        return records;
    }

    /** Whether an answer rests on a rule. */
    public boolean hasRule(String rule) {
        return rules.contains(rule);
    }

    /** Whether something was granted in a way. */
    public boolean has(Way way) {
        return ways.contains(way);
    }

    /** Whether patients were included because a project holds a permission. */
    public boolean has(Permission permission) {
        return permissions.contains(permission);
    }
}
