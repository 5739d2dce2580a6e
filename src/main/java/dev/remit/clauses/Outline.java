package dev.remit.clauses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the section a heading opens. Plain text does not say how deep a heading lies, but the register says which
 * sections there are: a heading opens the nearest one of its name, looking outwards from where the reader is, that was
 * not open before.
 */
final class Outline {
    private static final String SEPARATOR = " / ";

    /** Each section by the names of its headings, with all sections around it. */
    private final Map<List<String>, String> sections = new LinkedHashMap<>();

    private final Set<String> names = new HashSet<>();
    private final Set<String> innermost = new HashSet<>();
    private final Set<List<String>> opened = new HashSet<>();
    private List<String> known = List.of();
    private String unknown = "";

    Outline(Iterable<String> paths) {
        for (String path : paths) {
            List<String> titles = Arrays.asList(path.split("\\s+/\\s+", -1));
            List<String> keys = titles.stream().map(Plain::heading).toList();
            for (int depth = 1; depth <= keys.size(); depth++) {
                sections.putIfAbsent(keys.subList(0, depth), String.join(SEPARATOR, titles.subList(0, depth)));
            }
            names.addAll(keys);
            innermost.add(keys.get(keys.size() - 1));
        }
    }

    /** Whether some section is called this. */
    boolean knows(String heading) {
        return names.contains(Plain.heading(heading));
    }

    /** The section that a heading opens: as the register calls it, or, if it is new, by the heading itself. */
    String open(String heading) {
        String name = Plain.heading(heading);
        for (int depth = known.size(); depth >= 0; depth--) {
            List<String> candidate = new ArrayList<>(known.subList(0, depth));
            candidate.add(name);
            String section = sections.get(candidate);
            if (section != null && opened.add(candidate)) {
                known = List.copyOf(candidate);
                unknown = "";
                return section;
            }
        }
        String title = Plain.title(heading).replaceAll("\\s+/\\s+", "/");
        if (!unknown.isEmpty() && innermost.contains(name)) {
            return unknown + SEPARATOR + title;
        }
        unknown = title;
        return title;
    }
}
