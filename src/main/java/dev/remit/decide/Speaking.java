package dev.remit.decide;

import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of which roles, activities, levels, categories and routes each permit rule speaks, by place. Immutable once made. */
final class Speaking {
    private final List<Variable> respects = new ArrayList<>();
    private final List<Permit> permits = new ArrayList<>();

    /** A permit rule, with the places of the values it speaks of in each respect. */
    private record Permit(Rule rule, List<BitSet> values) {}

    Speaking(Policy policy, Space space) {
        respects.addAll(List.of(space.role(), space.activity(), space.level()));
        space.category().ifPresent(respects::add);
        space.route().ifPresent(respects::add);
        Map<List<?>, BitSet> shared = new HashMap<>();
        for (Rule rule : policy.rules()) {
            if (rule.effect() == Effect.PERMIT) {
                List<BitSet> values = new ArrayList<>();
                for (Variable each : respects) {
                    values.add(shared.computeIfAbsent(List.of(each, ids(rule, each)), spoken -> places(rule, each)));
                }
                permits.add(new Permit(rule, values));
            }
        }
    }

    private static Collection<? extends Id> ids(Rule rule, Variable respect) {
        return switch (respect.kind()) {
            case ROLE -> rule.roles();
            case ACTIVITY -> rule.activities();
            case LEVEL -> rule.levels();
            case CATEGORY -> rule.categories();
            case ROUTE -> rule.routes();
            case ATTRIBUTE, PERMISSION, FACT, WISH ->
                throw new IllegalArgumentException("respect: rules are not split by " + respect.name());
        };
    }

    private static BitSet places(Rule rule, Variable respect) {
        BitSet places = new BitSet(respect.size());
        ids(rule, respect).forEach(id -> places.set(respect.place(id.value())));
        return places;
    }

    /** The permit rules in order of the number of respects in which they do not speak of a situation, from none on. */
    List<List<Rule>> byDistance(Situation situation) {
        int[] asked = respects.stream().mapToInt(situation::value).toArray();
        List<List<Rule>> byDistance = new ArrayList<>();
        for (int distance = 0; distance <= asked.length; distance++) {
            byDistance.add(new ArrayList<>(0));
        }
        for (Permit each : permits) {
            int distance = 0;
            for (int i = 0; i < asked.length; i++) {
                distance += asked[i] == Situation.OPEN || each.values.get(i).get(asked[i]) ? 0 : 1;
            }
            byDistance.get(distance).add(each.rule);
        }
        return byDistance;
    }
}
