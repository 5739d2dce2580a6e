package dev.remit.analyze.diff;

import dev.remit.analyze.diff.AssuranceChange.Section;
import dev.remit.model.Statement;
import java.util.List;
import java.util.Map;

/**
 * Where a statement belongs in a difference.
 *
 * @param section the section that reports it
 * @param noun the noun for the thing it is about, such as {@code role}
 * @param name the id or name of that thing
 * @param part what the statement is of that thing, such as {@code title}; empty if it is all that is said of it
 */
record StatementPlace(Section section, String noun, String name, String part) {
    static final String TESTS = "tests/";

    /** The nouns for what has ids, by the key it is declared under. */
    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("roles", "role"),
            Map.entry("activities", "activity"),
            Map.entry("levels", "level"),
            Map.entry("routes", "route"),
            Map.entry("project", "project attribute"),
            Map.entry("facts", "fact"),
            Map.entry("opt-outs", "opt-out register"),
            Map.entry("obligations", "obligation"),
            Map.entry("rulings", "ruling"),
            Map.entry("work-categories", "work category"),
            Map.entry("rules", "rule"),
            Map.entry("constraints", "constraint"),
            Map.entry("projects", "project"),
            Map.entry("people", "person"),
            Map.entry("clauses", "clause"),
            Map.entry("invariants", "invariant"),
            Map.entry("sources", "source document"));

    /** What is said of an invariant without being claimed by it. */
    private static final List<String> PROSE = List.of("title", "because", "cites");

    static StatementPlace of(Statement statement) {
        List<String> path = statement.path();
        String first = path.get(0);
        if (first.startsWith(TESTS)) {
            return ofSuite(path);
        }
        if (first.equals("policy")) {
            return path.size() > 2 ? thing(Section.HEADER, path.subList(1, path.size()))
                    : new StatementPlace(Section.HEADER, path.get(path.size() - 1), "", "");
        }
        List<String> rest = first.equals("vocabulary") ? path.subList(1, path.size()) : path;
        if (first.equals("invariants")) {
            boolean isProse = path.size() > 2 && PROSE.contains(path.get(2));
            return thing(isProse ? Section.WORDING : Section.SAFETY_NET, rest);
        }
        boolean isExcuse = rest.size() > 2 && (rest.get(2).equals("on-purpose") || rest.get(2).endsWith("-because"));
        return thing(isExcuse ? Section.SAFETY_NET : Section.WORDING, rest);
    }

    /** A thing with an id, and what is said of it. */
    private static StatementPlace thing(Section section, List<String> path) {
        String noun = NOUNS.getOrDefault(path.get(0), path.get(0));
        return path.size() < 2
                ? new StatementPlace(section, noun, "", "")
                : new StatementPlace(section, noun, path.get(1), String.join(" ", path.subList(2, path.size())));
    }

    private static StatementPlace ofSuite(List<String> path) {
        String file = path.get(0);
        if (path.size() == 1) {
            return new StatementPlace(Section.SAFETY_NET, "suite", file, "");
        }
        String key = path.get(1);
        return switch (key) {
            case "cases" -> listed("case", path);
            case "tables" -> listed("table", path);
            case "survivors" -> listed("survivor", path);
            case "suite" -> new StatementPlace(Section.WORDING, "suite", file, "title");
            case "description" -> new StatementPlace(Section.WORDING, "suite", file, key);
            default ->
                new StatementPlace(
                        Section.SAFETY_NET, "suite", file, String.join(" ", path.subList(1, path.size())));
        };
    }

    private static StatementPlace listed(String noun, List<String> path) {
        String name = path.size() > 2 ? path.get(2) : "";
        return new StatementPlace(Section.SAFETY_NET, noun, name + " (" + path.get(0) + ")", "");
    }

    /** The thing it is about, whatever is said of it. */
    List<String> thing() {
        return List.of(noun, name);
    }

    /** The noun for what changes. */
    String what() {
        return part.isEmpty() || name.isEmpty() ? noun : part + " of " + noun;
    }
}
