package dev.remit.analyze.region;

import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Every single edit of a condition: each part dropped or negated, each list of values widened or narrowed by one. */
public final class ConditionEdits {
    private final Vocabulary vocabulary;
    private final Map<String, Condition> edits = new LinkedHashMap<>();

    private ConditionEdits(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The edited conditions, by edit. */
    public static Map<String, Condition> edits(Condition condition, Vocabulary vocabulary) {
        ConditionEdits conditions = new ConditionEdits(vocabulary);
        if (!condition.equals(Condition.ALWAYS)) {
            conditions.edit(condition, edited -> edited);
        }
        return conditions.edits;
    }

    private void edit(Condition part, UnaryOperator<Condition> whole) {
        put("negate " + words(part), whole.apply(new Condition.Not(part)));
        if (part instanceof Condition.All all) {
            parts("all", all.parts(), parts -> whole.apply(new Condition.All(parts)));
        } else if (part instanceof Condition.AnyOf any) {
            parts("any", any.parts(), parts -> whole.apply(new Condition.AnyOf(parts)));
        } else if (part instanceof Condition.Not not) {
            edit(not.condition(), inner -> whole.apply(new Condition.Not(inner)));
        } else if (part instanceof Condition.AttributeIs attribute) {
            values(attribute, whole);
        }
        if (!(part instanceof Condition.All) && !(part instanceof Condition.AnyOf)) {
            put("drop " + words(part), whole.apply(Condition.ALWAYS));
        }
    }

    private void parts(String kind, List<Condition> parts, Function<List<Condition>, Condition> whole) {
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            List<Condition> without = new ArrayList<>(parts);
            without.remove(place);
            if (!without.isEmpty()) {
                put("drop " + words(parts.get(place)) + " from " + kind, whole.apply(without));
            }
            edit(parts.get(place), edited -> {
                List<Condition> changed = new ArrayList<>(parts);
                changed.set(place, edited);
                return whole.apply(changed);
            });
        }
    }

    private void values(Condition.AttributeIs attribute, UnaryOperator<Condition> whole) {
        List<Id.Value> all = vocabulary.attributes().stream()
                .filter(each -> each.id().equals(attribute.attribute()))
                .map(ProjectAttribute::values)
                .findFirst()
                .orElse(List.of());
        for (Id.Value value : all) {
            TreeSet<Id.Value> changed = new TreeSet<>(attribute.values());
            boolean narrowed = changed.remove(value);
            if (!narrowed) {
                changed.add(value);
            }
            if (!changed.isEmpty()) {
                put(
                        (narrowed ? "narrow" : "widen") + " project." + attribute.attribute() + " by " + value,
                        whole.apply(new Condition.AttributeIs(attribute.attribute(), changed)));
            }
        }
    }

    /** Adds an edited condition. Equal edits in several places of a condition get a number. */
    private void put(String edit, Condition condition) {
        String name = edit;
        for (int number = 2; edits.containsKey(name); number++) {
            name = edit + " (" + number + ")";
        }
        edits.put(name, condition);
    }

    public static String words(Condition condition) {
        if (condition instanceof Condition.AttributeIs attribute) {
            return attribute.about() + ": "
                    + attribute.values().stream().map(Id.Value::value).collect(Collectors.joining(" or "));
        }
        if (condition instanceof Condition.Leaf leaf) {
            return leaf.about();
        }
        if (condition instanceof Condition.Not not) {
            return "not " + words(not.condition());
        }
        if (condition instanceof Condition.All all) {
            return "(" + all.parts().stream().map(ConditionEdits::words).collect(Collectors.joining(" and ")) + ")";
        }
        return "("
                + ((Condition.AnyOf) condition)
                        .parts().stream().map(ConditionEdits::words).collect(Collectors.joining(" or "))
                + ")";
    }
}
