package dev.remit.docs;

import dev.remit.grammar.FileShape;
import dev.remit.grammar.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables of keys, one for each place where a mapping can stand. A place is the file, the keys that lead there, and a
 * star for keys that are ids.
 */
final class KeyTables {
    private final Map<String, List<Kind>> places = new LinkedHashMap<>();
    private final Set<String> met = new LinkedHashSet<>();
    private final Deque<Map.Entry<String, Shape>> next = new ArrayDeque<>();

    /** A mapping, and the key that tells it from others that can stand in the same place, if there are others. */
    private record Kind(Optional<String> marker, Shape.Keys keys) {
        /** Its marker or, if none is said, the first key that it must have. */
        String name() {
            return marker.or(() -> keys.keys().stream()
                            .filter(Shape.Key::required)
                            .map(Shape.Key::name)
                            .findFirst())
                    .orElseThrow();
        }

        boolean has(String key) {
            return keys.find(key).isPresent();
        }

        /** Whether a key tells this kind from the others; if none is said to, any that it must have and they have not. */
        boolean isToldBy(Shape.Key key) {
            return marker.map(key.name()::equals).orElse(key.required());
        }
    }

    private KeyTables() {}

    /** The tables of some files. What can stand in several places is told at the one that is least deep. */
    static KeyTables of(List<FileShape> files) {
        KeyTables tables = new KeyTables();
        for (FileShape file : files) {
            tables.next.add(Map.entry(file.path(), file.keys()));
            while (!tables.next.isEmpty()) {
                Map.Entry<String, Shape> first = tables.next.remove();
                tables.walk(first.getKey(), first.getValue());
            }
        }
        return tables;
    }

    /** The places there are tables for; where the same can stand as elsewhere, the first is enough. */
    Set<String> places() {
        Map<List<String>, String> first = new LinkedHashMap<>();
        places.keySet().forEach(place -> first.putIfAbsent(rows(place), place));
        return new LinkedHashSet<>(first.values());
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
            kinds.choices().forEach(kind -> walk(place, Optional.of(kind.key()), kind.shape()));
        } else if (shape instanceof Shape.Keys keys) {
            walk(place, Optional.empty(), keys);
        }
    }

    private void walk(String place, Optional<String> marker, Shape.Keys keys) {
        if (!keys.names().isEmpty() && !keys.names().equals(List.of("all-except"))) {
            places.computeIfAbsent(place, none -> new ArrayList<>()).add(new Kind(marker, keys));
        }
        keys.keys().forEach(key -> next.add(Map.entry(place + "/" + key.name(), key.shape())));
        keys.open().ifPresent(open -> next.add(Map.entry(place + "/*", open.shape())));
    }

    /** The keys of one table. */
    List<String> keys(String place) {
        return ordered(kinds(place));
    }

    private List<Kind> kinds(String place) {
        List<Kind> kinds = places.getOrDefault(place, List.of());
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("no mapping stands at " + place + ", but at " + places.keySet());
        }
        return kinds;
    }

    /** The rows of one table, with its head. */
    List<String> rows(String place) {
        List<Kind> kinds = kinds(place);
        List<String> rows = new ArrayList<>(List.of("| Key | | Value | Meaning |", "|---|---|---|---|"));
        for (String name : ordered(kinds)) {
            List<Kind> having = kinds.stream().filter(kind -> kind.has(name)).toList();
            List<Shape.Key> keys = having.stream()
                    .flatMap(kind -> kind.keys().find(name).stream())
                    .toList();
            String value = joined(keys, key -> key.shape().what(), " or ");
            String meaning = joined(keys, Shape.Key::description, "; ");
            rows.add(row("`" + name + "`", need(keys.get(0), kinds, having), value, meaning));
        }
        Optional<Shape.OpenKeys> open = kinds.get(0).keys().open();
        open.ifPresent(
                other -> rows.add(row(other.key().what(), "", other.shape().what(), other.description())));
        return rows;
    }

    /** The names in the order of the first kind, those of other kinds behind what stands in their place there. */
    private static List<String> ordered(List<Kind> kinds) {
        List<String> ordered = new ArrayList<>(kinds.get(0).keys().names());
        for (Kind kind : kinds) {
            List<String> names = kind.keys().names();
            int next = 0;
            for (String name : names) {
                int place = ordered.indexOf(name);
                if (place < 0) {
                    while (next < ordered.size() && !kind.has(ordered.get(next))) {
                        next++;
                    }
                    ordered.add(next, name);
                    place = next;
                }
                next = place + 1;
            }
        }
        return ordered;
    }

    private static String need(Shape.Key key, List<Kind> kinds, List<Kind> having) {
        if (having.size() == kinds.size()) {
            boolean isNeeded = having.stream()
                    .flatMap(kind -> kind.keys().find(key.name()).stream())
                    .anyMatch(Shape.Key::required);
            return isNeeded ? "needed" : "";
        }
        if (having.stream().anyMatch(kind -> kind.isToldBy(key))) {
            return "one of these";
        }
        return having.stream().map(kind -> "`" + kind.name() + "`").collect(Collectors.joining(" or ", "with ", ""));
    }

    private static String joined(List<Shape.Key> keys, Function<Shape.Key, String> text, String joint) {
        return keys.stream().map(text).distinct().collect(Collectors.joining(joint));
    }

    private static String row(String key, String need, String value, String meaning) {
        return "| " + key + " | " + need + " | " + cell(value) + " | " + cell(meaning) + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
