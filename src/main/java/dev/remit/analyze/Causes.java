package dev.remit.analyze;

import dev.remit.diagram.Leaf;
import dev.remit.model.Constraint;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Situation;
import dev.remit.model.Variable;
import dev.remit.model.WorkCategory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which edits bring a difference about: those of the rules and other parts that speak of it on either side. */
final class Causes {
    private final Set<String> edited = new TreeSet<>();

    Causes(Policy before, Policy after) {
        compare("rules.", meanings(before), meanings(after));
        compare("constraints.", constraints(before), constraints(after));
        compare("vocabulary.routes.", routes(before), routes(after));
        compare("categories.", categories(before), categories(after));
    }

    private void compare(String prefix, Map<String, Object> before, Map<String, Object> after) {
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            Object was = before.get(id);
            if (was == null || !was.equals(after.get(id))) {
                edited.add(prefix + id);
            }
        }
    }

    private static Map<String, Object> meanings(Policy policy) {
        Map<String, Object> meanings = new HashMap<>();
        for (Rule rule : policy.rules()) {
            meanings.put(
                    rule.id().value(),
                    List.of(
                            rule.effect(),
                            rule.roles(),
                            rule.activities(),
                            rule.levels(),
                            rule.categories(),
                            rule.routes(),
                            rule.when(),
                            rule.stances(),
                            rule.obligations()));
        }
        return meanings;
    }

    private static Map<String, Object> constraints(Policy policy) {
        Map<String, Object> meanings = new HashMap<>();
        for (Constraint each : policy.constraints()) {
            meanings.put(each.id().value(), List.of(each.given(), each.then()));
        }
        return meanings;
    }

    private static Map<String, Object> routes(Policy policy) {
        Map<String, Object> meanings = new HashMap<>();
        for (Route each : policy.vocabulary().routes()) {
            meanings.put(each.id().value(), List.of(each.modes(), each.obligations()));
        }
        return meanings;
    }

    private static Map<String, Object> categories(Policy policy) {
        Map<String, Object> meanings = new HashMap<>();
        for (WorkCategory each : policy.vocabulary().categories()) {
            meanings.put(each.id().value(), each.obligations());
        }
        return meanings;
    }

    /** The edited parts behind a region: those that answer its question on either side; else everything edited. */
    List<String> of(Region region, Side before, Side after) {
        Set<String> behind = new TreeSet<>();
        Situation question = region.question();
        behind.addAll(reasons(before, question));
        behind.addAll(reasons(after, question));
        question.space().route().ifPresent(route -> behind.add("vocabulary.routes." + question.word(route)));
        question.space().category().ifPresent(category -> behind.add("categories." + question.word(category)));
        behind.retainAll(edited);
        return behind.isEmpty() ? List.copyOf(edited) : List.copyOf(behind);
    }

    private static List<String> reasons(Side side, Situation question) {
        int[] values = new int[side.diagram.space().variables().size()];
        for (Variable theirs : side.diagram.space().variables()) {
            int place = question.space()
                    .find(theirs.name())
                    .map(ours -> theirs.values().indexOf(question.word(ours)))
                    .orElse(-1);
            if (place < 0) {
                return List.of();
            }
            values[theirs.index()] = place;
        }
        Leaf leaf = side.diagram.leaves().get(side.diagram.find(values));
        return side.said(leaf).reasons();
    }
}
