package dev.remit.grammar;

import dev.remit.diagnostic.Words;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Choice;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.OpenKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks through the grammar and notes each kind of mapping once, where it is met first. */
final class TableWalk {

    private final List<Table> tables = new ArrayList<>();
    private final Set<Object> met = new LinkedHashSet<>();

    private TableWalk() {}

    static List<Table> through(List<FileShape> files) {
        TableWalk walk = new TableWalk();
        for (FileShape file : files) {
            walk.visit(file.path() + ":", file.keys());
        }
        return List.copyOf(walk.tables);
    }

    private void visit(String place, Shape shape) {
        if (shape instanceof Named named) {
            if (met.add(named.name())) {
                visit(place, named.shape());
            }
        } else if (shape instanceof Items items) {
            visit(place, items.item());
        } else if (shape instanceof ByForm forms) {
            forms.mapping().ifPresent(mapping -> visit(place, mapping));
        } else if (shape instanceof ByKey kinds) {
            addKinds(place, kinds);
        } else if (shape instanceof Keys keys && met.add(keys)) {
            addKeys(place, keys);
        }
    }

    private void addKeys(String place, Keys keys) {
        List<Table.Row> rows = new ArrayList<>();
        keys.keys().forEach(key -> rows.add(row(key, key.required() ? "required" : "optional")));
        keys.open().ifPresent(open -> rows.add(row(open)));
        boolean isSet = keys.names().equals(List.of(Forms.ALL_EXCEPT));
        if (!keys.keys().isEmpty() && !isSet) {
            tables.add(new Table(place.replaceAll(":$", ""), keys.what(), rows));
        }
        keys.keys().forEach(key -> visit(inside(place, key.name()), key.shape()));
        keys.open().ifPresent(open -> visit(inside(place, "*"), open.shape()));
    }

    /** All keys of all kinds in one table, which says what goes with what. */
    private void addKinds(String place, ByKey kinds) {
        Map<String, Shape.Key> all = new LinkedHashMap<>();
        for (Choice choice : kinds.choices()) {
            for (Shape.Key key : choice.shape().keys()) {
                all.putIfAbsent(key.name(), key);
                if (key.name().equals(choice.key())) {
                    kinds.choices()
                            .forEach(other -> other.shape()
                                    .find(other.key())
                                    .ifPresent(teller -> all.putIfAbsent(teller.name(), teller)));
                }
            }
        }
        List<Table.Row> rows =
                all.values().stream().map(key -> row(key, presence(key, kinds))).toList();
        tables.add(new Table(place.replaceAll(":$", ""), kinds.what(), rows));
        all.values().forEach(key -> visit(inside(place, key.name()), key.shape()));
    }

    private static String presence(Shape.Key key, ByKey kinds) {
        if (kinds.tellers().contains(key.name())) {
            return "either " + Words.or(kinds.tellers());
        }
        List<String> with = kinds.choices().stream()
                .filter(choice -> choice.shape().find(key.name()).isPresent())
                .map(Choice::key)
                .toList();
        String presence = key.required() ? "required" : "optional";
        return with.size() == kinds.choices().size() ? presence : presence + " with " + Words.or(with);
    }

    private static Table.Row row(Shape.Key key, String presence) {
        return new Table.Row("`" + key.name() + "`", presence, key.shape().what(), key.description());
    }

    private static Table.Row row(OpenKeys open) {
        return new Table.Row(open.key().what(), "any number", open.shape().what(), open.description());
    }

    private static String inside(String place, String key) {
        return place.endsWith(":") ? place + " " + key : place + "." + key;
    }
}
