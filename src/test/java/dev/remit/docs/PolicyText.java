package dev.remit.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of one YAML file by its sections, so that a page can tell it piece by piece.
 *
 * @param sections for each top-level key its own line, and the lines below it by the keys one level down
 */
record PolicyText(Map<String, Section> sections) {

    /**
     * One section.
     *
     * @param head the line with the key
     * @param parts the lines below, by the keys they begin with; lines of a list stand under a dash
     */
    record Section(String head, Map<String, List<String>> parts) {
        Section with(Section more, boolean instead) {
            Map<String, List<String>> all = new LinkedHashMap<>(parts);
            more.parts.forEach((key, lines) -> {
                if (instead || !all.containsKey(key)) {
                    all.put(key, lines);
                } else {
                    List<String> both = new ArrayList<>(all.get(key));
                    both.addAll(lines);
                    all.put(key, both);
                }
            });
            return new Section(head, all);
        }
    }

    static PolicyText of(List<String> lines) {
        Map<String, Section> sections = new LinkedHashMap<>();
        Section section = new Section("", Map.of());
        String part = "";
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            if (!line.startsWith(" ")) {
                section = new Section(line, new LinkedHashMap<>());
                sections.put(line.replaceFirst(":.*", ""), section);
                part = "";
                continue;
            }
            if (line.matches(" {2}\\S.*")) {
                part = line.strip().replaceFirst("[: ].*", "");
            }
            section.parts().computeIfAbsent(part, none -> new ArrayList<>()).add(line);
        }
        return new PolicyText(sections);
    }

    /** This text with more of it. */
    PolicyText and(PolicyText more) {
        return joined(more, false);
    }

    /** This text with parts of it exchanged: whole sections, but of the vocabulary only the parts given. */
    PolicyText instead(PolicyText other) {
        return joined(other, true);
    }

    private PolicyText joined(PolicyText other, boolean instead) {
        Map<String, Section> all = new LinkedHashMap<>(sections);
        other.sections.forEach((key, section) -> {
            boolean inside = !instead || key.equals("vocabulary") || key.equals("conditions");
            all.merge(key, section, (own, more) -> inside ? own.with(more, instead) : more);
        });
        return new PolicyText(all);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        sections.values().forEach(section -> {
            text.append(section.head).append('\n');
            section.parts
                    .values()
                    .forEach(lines -> lines.forEach(line -> text.append(line).append('\n')));
        });
        return text.toString();
    }
}
