package dev.remit.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The files of a bundle made out of a number, which uses some rows of the language. Each row draws from numbers of its own,
 * so that a bundle without a row is the same bundle in all else.
 */
final class DrawnBundle {
    /** Where the prohibitions stand. */
    static final String PROHIBITIONS = "rules/prohibitions.yaml";

    private final long seed;
    private final Set<Row> used;

    private DrawnBundle(long seed, Set<Row> used) {
        this.seed = seed;
        this.used = used;
    }

    /** The bundle of a number. */
    static DrawnBundle of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Row> used = EnumSet.noneOf(Row.class);
        for (Row each : Row.values()) {
            if (random.nextInt(100) < (each == Row.NO_PATIENTS ? 25 : 65)) {
                used.add(each);
            }
        }
        if (used.contains(Row.NO_PATIENTS)) {
            used.removeIf(Row::isAboutPatients);
        }
        return new DrawnBundle(seed, used);
    }

    Set<Row> used() {
        return used;
    }

    /** Numbers for one row of this bundle. */
    SplittableRandom random(Row row) {
        return new SplittableRandom(seed * 64 + row.ordinal());
    }

    /** The files. */
    Map<String, String> files() {
        return new Writer(EnumSet.noneOf(Row.class)).files();
    }

    /** The files without a row. */
    Map<String, String> without(Row row) {
        return new Writer(EnumSet.of(row)).files();
    }

    /** The levels, of which a bundle has one if that is what it shows. */
    List<String> levels(boolean isTakenAway) {
        return used.contains(Row.SINGLE_LEVEL) && !isTakenAway ? List.of("raw") : List.of("raw", "tables");
    }

    /** Writes the files, perhaps without a row. */
    private final class Writer {
        private final Set<Row> away;
        private final StringBuilder rules = new StringBuilder("rules:\n");

        Writer(Set<Row> away) {
            this.away = away;
        }

        /** One text where a row is used, another where it is taken away or was not used. */
        private String with(Row row, String text, String otherwise) {
            return used.contains(row) && !away.contains(row) ? text : otherwise;
        }

        private boolean hasPatients() {
            return !used.contains(Row.NO_PATIENTS) || away.contains(Row.NO_PATIENTS);
        }

        private boolean hasRoutes() {
            return !used.contains(Row.NO_PATIENTS);
        }

        Map<String, String> files() {
            for (Row each : Row.values()) {
                if (used.contains(each)) {
                    rule(each);
                }
            }
            rules.append("  - {id: plain, permit: any, to: plain").append(ways("site", "")).append("}\n");
            Map<String, String> files = new LinkedHashMap<>();
            files.put(PROHIBITIONS, prohibitions());
            files.put("projects.yaml", projects());
            files.put(
                    "people.yaml",
                    "remit: 1\npeople:\n  ann: {name: Ann, roles: ["
                            + with(Row.ROLE_ON_PROJECT, "{role: admin, project: p1}", "admin") + "], facts: [named-by-all]}\n");
            files.put("policy.yaml", policy());
            return files;
        }

        private String policy() {
            List<String> levels = levels(away.contains(Row.SINGLE_LEVEL));
            StringBuilder text = new StringBuilder("remit: 1\npolicy:\n  id: drawn\n  version: \"1\"\n  title: Drawn\n");
            text.append(with(Row.FILES, "  files: [people.yaml, projects.yaml, " + PROHIBITIONS + "]\n", ""));
            text.append("domains:\n  dataset: [ecds, sus]\n  town: [north, south, none]\n");
            text.append(with(Row.NAMED_SET, "sets: {roles: {staff: [editor, admin]}}\n", ""));
            text.append("vocabulary:\n  roles: {reader: Reader, editor: Editor, admin: Admin, ")
                    .append(with(Row.FOREIGN_ID, "Project.Admin/eu", "project-admin-eu"))
                    .append(": Foreign}\n  activities: {plain: Plain");
            used.forEach(each -> text.append(", ").append(each.activity()).append(": ").append(each.activity()));
            text.append("}\n  levels: {");
            levels.forEach(each -> text.append(each.equals("raw") ? "" : ", ").append(each).append(": ").append(each));
            text.append("}\n");
            if (hasPatients()) {
                text.append("  obligations: {declare-opt-out-handling: D}\n  opt-outs:\n    t1: {title: T, list: T1, keep: absent")
                        .append(with(Row.APPROVERS, ", approvers: [Lead]", ""))
                        .append("}\n");
            }
            if (hasRoutes()) {
                text.append("  routes:\n    pipe: {title: Pipe, opt-outs: {t1: ")
                        .append(with(Row.LIST_ON_ROUTE, "{mode: filtered, keep: present, list: OTHER}", "filtered"))
                        .append("}}\n    direct: {title: Direct, opt-outs: {t1: unfiltered}}\n    site: {title: Site, opt-outs: {t1: not-applicable}}\n")
                        .append("    box: {title: Box, opt-outs: {t1: derived}, derived-from: [pipe, ")
                        .append(with(Row.DERIVED_FROM, "{route: direct, when: {project.kind: audit}}", "direct"))
                        .append("]}\n    vault: {title: Vault, opt-outs: {t1: ")
                        .append(with(Row.DERIVED, "derived}, derived-from: direct}", "not-applicable}}"))
                        .append("\n");
            }
            text.append("  project:\n    kind: [study, audit, none]\n    status: [not-approved, active, finished, none]\n    town: {values: town}\n");
            text.append("    cleared: {set-of: ").append(levels).append("}\n    datasets: {set-of: dataset}\n");
            text.append("    stage: {values: [open, done], changed-by: approver").append(with(Row.FINAL, ", final: done", "")).append("}\n");
            text.append("    legacy: ").append(with(Row.CLOSED_LIST, "{values: boolean, true-only-for: [p1]}", "boolean")).append("\n");
            text.append("  facts:\n");
            fact(text, "named", "known-from: caller, changed-by: requester");
            fact(text, "named-by-all", "known-from: register, changed-by: approver");
            fact(text, "trained", "known-from: caller, changed-by: requester");
            fact(text, "sealed", "known-from: caller, changed-by: nobody");
            fact(text, "halted", "known-from: caller, changed-by: nobody" + with(Row.MUST_BE_SAID, ", must-be-said: true", ", must-be-said: {no: Fine}"));
            fact(text, "paused", "known-from: caller, changed-by: nobody" + with(Row.NEED_NOT_BE_SAID, ", must-be-said: {no: Fine}", ""));
            fact(text, "clearance", "values: [low, mid, high], known-from: caller, changed-by: approver");
            fact(text, "dataset", "values: dataset, known-from: caller, changed-by: requester");
            fact(text, "town", "values: town, known-from: caller, changed-by: nobody");
            fact(text, "badge", "values: [red, blue], known-from: caller, changed-by: nobody, must-be-said: {no: Fine}" + with(Row.IF_UNSAID, ", if-unsaid: red", ""));
            return text.append(rules).append(constraints()).toString();
        }

        private void fact(StringBuilder text, String name, String rest) {
            text.append("    ").append(name).append(": {title: ").append(name).append(", ").append(rest).append("}\n");
        }

        private String constraints() {
            String text = with(Row.CAN_BE, "  - {id: named-in-town, if: named, then: {town: north}}\n", "")
                    + with(Row.FORBIDS_THAT_CAN_BE, "  - {id: sealed-untrained, if: sealed, then: {not: trained}}\n", "");
            return text.isEmpty() ? "" : "constraints:\n" + text;
        }

        private String prohibitions() {
            SplittableRandom random = random(Row.FILES);
            StringBuilder text = new StringBuilder("remit: 1\nrules:\n");
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                text.append("  - {id: never-").append(i).append(", forbid: ").append(any(random, "reader", "editor", "any"));
                List<String> activities = new ArrayList<>(List.of("plain"));
                used.forEach(each -> activities.add(each.activity()));
                text.append(", to: ").append(any(random, activities.toArray(String[]::new)));
                text.append(", when: ").append(any(random, "{not: named}", "trained", "{clearance: low}", "{all: [trained, {town: south}]}"));
                text.append("}\n");
            }
            return text.append("  - {id: no-files, forbid: any, to: plain, when: trained}\n").toString();
        }

        private String projects() {
            String days = "from: 2026-01-01, until: 2026-12-31";
            return "remit: 1\nprojects:\n"
                    + "  p1: {title: One, " + days + ", kind: study, town: north, cleared: raw, datasets: ecds, stage: open"
                    + with(Row.OTHER_NAMES, ", also: [POS-1]", "")
                    + with(Row.CLOSED_LIST, "", ", legacy: false") + "}\n"
                    + "  p2: {title: Two, " + days + ", kind: audit, town: south, cleared: raw, datasets: sus, stage: done"
                    + (hasPatients() && !used.contains(Row.NO_PATIENTS)
                            ? ", permissions: {t1: {granted-by: Lead, granted-on: 2026-02-01, reference: R, until: 2026-03-01}}"
                            : "")
                    + "}\n"
                    + "  p3: {title: Three, status: finished, "
                    + with(Row.FINISHED, days + ", ", "")
                    + "kind: study, town: none, cleared: [], datasets: [ecds, sus], stage: open}\n";
        }

        /** The routes of a rule, and its stance on the register. */
        private String ways(String routes, String stance) {
            return hasRoutes() ? ", via: " + routes + (stance.isEmpty() ? "" : ", opt-outs: {t1: " + stance + "}") : "";
        }

        private void rule(Row row) {
            switch (row) {
                case NAMED_SET -> permit(row, with(row, "staff", "editor"), List.of());
                case FACT_WITH_VALUES -> permit(row, "any", conditions(row, "{clearance: [mid, high]}"));
                case HAS_ELEMENT -> permit(row, "any", conditions(row, "{project.datasets: {has: ecds}}"));
                case HAS_FACT -> permit(row, "any", conditions(row, "{project.datasets: {has: dataset}}"));
                case HAS_LEVEL -> permit(row, "any", conditions(row, "{project.cleared: {has: level}}"));
                case SAME -> permit(row, "any", conditions(row, "{same: [project.town, town]}"));
                case FOREIGN_ID -> permit(row, with(row, "Project.Admin/eu", "project-admin-eu"), List.of());
                case ROLE_ON_PROJECT, EXPECT_ANY -> permit(row, "admin", List.of());
                case MUST_BE_SAID -> {
                    permit(row, "any", List.of());
                    forbid(row, "", "halted");
                }
                case NEED_NOT_BE_SAID -> {
                    permit(row, "any", List.of());
                    forbid(row, "", "paused");
                }
                case IF_UNSAID -> permit(row, "any", List.of("{badge: red}"));
                case FINAL -> permit(row, "any", List.of("{project.stage: open}"));
                case CLOSED_LIST -> permit(row, "any", List.of("project.legacy"));
                case EVER_HELD -> permit(
                        row, "any", List.of(with(row, "project.permissions-ever.t1", "project.permissions.t1")));
                case FINISHED -> permit(row, "any", List.of("{project.status: active}"));
                case CAN_BE -> permit(row, "any", List.of("{any: [named, {town: south}]}"));
                case FORBIDS_THAT_CAN_BE -> {
                    permit(row, "any", List.of());
                    forbid(row, "", "trained");
                    forbid(row, "-otherwise", "{not: trained}");
                }
                case REFUSAL -> {
                    permit(row, "any", List.of());
                    rules.append("  - {id: refuse, forbid: any, to: ").append(row.activity())
                            .append(with(row, ", title: Nobody does this, because: It was never right", ""))
                            .append(", when: {not: {clearance: high}}}\n");
                }
                case LIST_ON_ROUTE -> way(row, "pipe", "allowed");
                case DERIVED_FROM -> way(row, "box", "allowed");
                case DERIVED -> way(row, "vault", with(row, "allowed", ""));
                case OTHER_NAMES, SINGLE_LEVEL, NO_PATIENTS, FILES, APPROVERS, AGAIN, EXPECT_ERROR ->
                    permit(row, "any", List.of());
            }
        }

        private List<String> conditions(Row row, String condition) {
            return away.contains(row) ? List.of() : List.of(condition);
        }

        private void permit(Row row, String roles, List<String> conditions) {
            List<String> all = new ArrayList<>(conditions);
            SplittableRandom random = random(row);
            if (random.nextInt(100) < 35) {
                all.add(any(random, "named", "{not: sealed}", "{project.kind: study}", "{clearance: [low, high]}"));
            }
            rules.append("  - {id: ").append(row.activity()).append(", permit: ").append(roles).append(", to: ").append(row.activity())
                    .append(ways("site", ""));
            if (!all.isEmpty()) {
                rules.append(", when: {all: [").append(String.join(", ", all)).append("]}");
            }
            rules.append("}\n");
        }

        private void way(Row row, String route, String stance) {
            rules.append("  - {id: ").append(row.activity()).append(", permit: any, to: ").append(row.activity())
                    .append(ways(route, stance)).append("}\n");
        }

        private void forbid(Row row, String suffix, String when) {
            rules.append("  - {id: not-").append(row.activity()).append(suffix).append(", forbid: any, to: ")
                    .append(row.activity()).append(", when: ").append(when).append("}\n");
        }
    }

    private static String any(SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
