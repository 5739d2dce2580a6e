package dev.remit.docs;

import dev.remit.grammar.FileShape;
import dev.remit.grammar.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of keys, one for each place where a mapping can stand. A place is the file, the keys that lead there, and a
 * star for keys that are ids.
 */
final class KeyTables {
    private final Map<String, List<Shape.Keys>> places = new LinkedHashMap<>();
    private final Set<String> met = new LinkedHashSet<>();

    private KeyTables() {}

    /** The tables of some files. What can stand in several places is told at the first of them. */
    static KeyTables of(List<FileShape> files) {
        KeyTables tables = new KeyTables();
        files.forEach(file -> tables.walk(file.path(), file.keys()));
        return tables;
    }

    /** The places there are tables for. */
    Set<String> places() {
        return places.keySet();
    }

    private void walk(String place, Shape shape) {
        if (shape instanceof Shape.Named named) {
            if (met.add(named.name())) {
                walk(place, named.shape());
            }
        } else if (shape instanceof Shape.Items items) {
            walk(place, items.item());
        } else if (shape instanceof Shape.ByForm forms) {
            forms.list().ifPresent(list -> walk(place, list));
            forms.mapping().ifPresent(mapping -> walk(place, mapping));
        } else if (shape instanceof Shape.ByKey kinds) {
            kinds.choices().forEach(kind -> walk(place, kind.shape()));
        } else if (shape instanceof Shape.Keys keys) {
            if (!keys.names().isEmpty() && !keys.names().equals(List.of("all-except"))) {
                places.computeIfAbsent(place, none -> new ArrayList<>()).add(keys);
            }
            keys.keys().forEach(key -> walk(place + "/" + key.name(), key.shape()));
            keys.open().ifPresent(open -> walk(place + "/*", open.shape()));
        }
    }

    /** The keys of one table. */
    List<String> keys(String place) {
        return ordered(kinds(place));
    }

    private List<Shape.Keys> kinds(String place) {
        List<Shape.Keys> kinds = places.getOrDefault(place, List.of());
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("no mapping stands at " + place + ", but at " + places.keySet());
        }
        return kinds;
    }

    /** The rows of one table, with its head. */
    List<String> rows(String place) {
        List<Shape.Keys> kinds = kinds(place);
        List<String> rows = new ArrayList<>(List.of("| Key | | Value | Meaning |", "|---|---|---|---|"));
        for (String name : ordered(kinds)) {
            List<Shape.Keys> having =
                    kinds.stream().filter(kind -> kind.find(name).isPresent()).toList();
            Shape.Key key = having.get(0).find(name).orElseThrow();
            rows.add(row("`" + name + "`", need(key, having.size() == kinds.size()), key.shape(), key.description()));
        }
        Optional<Shape.OpenKeys> open = kinds.get(0).open();
        open.ifPresent(other -> rows.add(row(other.key().what(), "", other.shape(), other.description())));
        return rows;
    }

    /** The names in the order of the first kind, those of other kinds behind what stands in their place there. */
    private static List<String> ordered(List<Shape.Keys> kinds) {
        List<String> ordered = new ArrayList<>(kinds.get(0).names());
        for (Shape.Keys kind : kinds) {
            for (int i = 0; i < kind.names().size(); i++) {
                if (!ordered.contains(kind.names().get(i))) {
                    ordered.add(i + 1, kind.names().get(i));
                }
            }
        }
        return ordered;
    }

    private static String need(Shape.Key key, boolean everywhere) {
        if (!key.required()) {
            return everywhere ? "" : "permits only";
        }
        return everywhere ? "needed" : "one of two";
    }

    private static String row(String key, String need, Shape shape, String meaning) {
        return "| " + key + " | " + need + " | " + cell(shape.what()) + " | " + cell(meaning) + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
