package dev.remit.clauses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the section that a heading opens. Plain text does not show the depth of a heading, but the register lists the
 * sections. A heading opens the nearest section of its name, searched outwards from the present one, that was not open
 * before.
 */
final class Outline {
    private static final String SEPARATOR = " / ";

    /** The sections by the names of their headings, those of all sections around them included. */
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

    /** Whether some section has this name. */
    boolean knows(String heading) {
        return names.contains(Plain.heading(heading));
    }

    /** Opens the section of a heading; returns its name in the register or, if it is new, the heading itself. */
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
