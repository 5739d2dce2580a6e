package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.RouteMode;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Upstream;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the permit rules that came nearest to a question nothing granted: of those for its role, its activity and its work
 * category, if it states one, those that reach it in the most dimensions and, among them, those that lack least.
 */
final class NearestRules {
    /** How many are listed. */
    private static final int MOST = 5;

    private static final Comparator<NearMiss> BY_RULE = Comparator.comparing(NearMiss::rule);
    private static final Comparator<ValueRestriction> BY_PLACE =
            Comparator.comparingInt(each -> each.about().index());

    private final Policy policy;
    private final Space space;
    private final PermitRuleIndex index;
    private final Upstream upstream;
    private final Assignment assignment;
    private final Id.Level level;

    NearestRules(Engine engine, Assignment assignment) {
        policy = engine.policy();
        space = engine.space();
        index = engine.permitRules();
        upstream = engine.upstream();
        this.assignment = assignment;
        level = new Id.Level(assignment.word(space.level()));
    }

    List<NearMiss> find() {
        // Rules that reach the question in fewer dimensions than another are not listed.
        PermitRuleIndex.Distances distances = index.of(assignment);
        for (int distance = 0; distance <= distances.farthest(); distance++) {
            List<NearMiss> found = nearMisses(distances.rules(distance), distance == 0);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Those of some rules that lack something, but least. */
    private List<NearMiss> nearMisses(List<Rule> rules, boolean reach) {
        List<NearMiss> nearest = new ArrayList<>();
        for (Rule rule : rules) {
            if (!isOfTheSameSort(rule)) {
                continue;
            }
            List<ValueRestriction> lacks = unreached(rule);
            lacks.addAll(lacking(Condition.on(rule.when(), level), true));
            if (reach) {
                lacks.addAll(inadmissible(rule, with(lacks)));
            }
            List<ValueRestriction> distinct = distinct(lacks);
            int fewest = nearest.isEmpty()
                    ? Integer.MAX_VALUE
                    : nearest.get(0).lacks().size();
            if (!distinct.isEmpty() && distinct.size() <= fewest) {
                if (distinct.size() < fewest) {
                    nearest.clear();
                }
                nearest.add(new NearMiss(rule.id(), distinct));
            }
        }
        nearest.sort(BY_RULE);
        return List.copyOf(nearest.subList(0, Math.min(MOST, nearest.size())));
    }

    /** Whether a rule is for the role, the activity and the purpose of the question: nobody is advised to have another. */
    private boolean isOfTheSameSort(Rule rule) {
        return space.dimensions().stream()
                .filter(each -> switch (each.kind()) {
                    case ROLE, ACTIVITY, CATEGORY -> !assignment.isOpen(each);
                    case LEVEL, ROUTE, ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> false;
                })
                .allMatch(each -> rule.reach().contains(each, assignment.value(each)));
    }

    private static List<ValueRestriction> distinct(List<ValueRestriction> lacks) {
        List<ValueRestriction> distinct = new ArrayList<>(lacks.size());
        for (ValueRestriction each : lacks) {
            if (!distinct.contains(each)) {
                distinct.add(each);
            }
        }
        distinct.sort(BY_PLACE);
        return distinct;
    }

    private static boolean isAmong(String word, Collection<? extends Id> ids) {
        for (Id id : ids) {
            if (id.value().equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** In which dimensions a rule does not reach the question. */
    private List<ValueRestriction> unreached(Rule rule) {
        List<ValueRestriction> lacks = new ArrayList<>();
        for (Variable each : space.dimensions()) {
            Set<? extends Id> reached = rule.reach().set(each.kind());
            if (!assignment.isOpen(each) && !isAmong(assignment.word(each), reached)) {
                lacks.addAll(among(each, reached.stream().map(Id::value).collect(Collectors.toSet()), true));
            }
        }
        return lacks;
    }

    private List<ValueRestriction> among(Variable variable, Set<String> words, boolean wanted) {
        if (assignment.isOpen(variable) || words.contains(assignment.word(variable)) == wanted) {
            return List.of();
        }
        List<String> fitting = new ArrayList<>();
        for (String value : variable.values()) {
            if (words.contains(value) == wanted) {
                fitting.add(value);
            }
        }
        return List.of(new ValueRestriction(variable, fitting));
    }

    /** The least that would make a condition hold, or not hold; unknowns are taken to be as they should. */
    private List<ValueRestriction> lacking(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Leaf leaf) {
            return among(space.find(leaf.about()).orElseThrow(), leaf.holdsWith(), wanted);
        }
        if (condition instanceof Condition.Not not) {
            return lacking(not.condition(), !wanted);
        }
        if (condition instanceof Condition.All all) {
            return wanted ? every(all.parts(), true) : least(all.parts(), false);
        }
        List<Condition> parts = ((Condition.AnyOf) condition).parts();
        return wanted ? least(parts, true) : every(parts, false);
    }

    private List<ValueRestriction> every(List<Condition> parts, boolean wanted) {
        List<ValueRestriction> lacks = new ArrayList<>();
        for (Condition part : parts) {
            lacks.addAll(lacking(part, wanted));
        }
        return lacks;
    }

    private List<ValueRestriction> least(List<Condition> parts, boolean wanted) {
        return parts.stream()
                .map(part -> lacking(part, wanted))
                .min(Comparator.comparing(List::size))
                .orElse(List.of());
    }

    /** The question, if what a rule lacks were so: a permission that it needs may keep it from meeting what is asked. */
    private Assignment with(List<ValueRestriction> lacks) {
        Assignment met = assignment;
        for (ValueRestriction each : lacks) {
            if (!each.values().isEmpty()) {
                met = met.with(each.about(), each.about().place(each.values().get(0)));
            }
        }
        return met;
    }

    /** What about the opt-out registers keeps a rule from being admissible, over the route where least does. */
    private List<ValueRestriction> inadmissible(Rule rule, Assignment met) {
        boolean patientData = policy.vocabulary()
                .levels()
                .get(assignment.value(space.level()))
                .patientData();
        return policy.vocabulary().routes().stream()
                .filter(each -> rule.reach().routes().contains(each.id()))
                .filter(each -> space.route()
                        .filter(route -> !assignment.isOpen(route)
                                && !assignment.word(route).equals(each.id().value()))
                        .isEmpty())
                .map(each -> inadmissible(rule, met, upstream.modes(Optional.of(each), patientData)))
                .min(Comparator.comparing(List::size))
                .orElse(List.of());
    }

    private List<ValueRestriction> inadmissible(Rule rule, Assignment met, List<RouteMode> modes) {
        List<ValueRestriction> lacks = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            inadmissible(rule, met, policy.vocabulary().registers().get(i).id(), modes.get(i))
                    .ifPresent(lacks::add);
        }
        return lacks;
    }

    private static boolean isAdmitted(
            Rule rule, Id.Register register, Mode mode, OptOutRequest asked, boolean held, Set<Boolean> outputs) {
        return outputs.stream()
                .anyMatch(mayHold ->
                        rule.treatment(register, mode, asked, held, mayHold).isPresent());
    }

    /** Whether a condition can hold and whether it can fail in a situation, the unknown being as it may. */
    private Set<Boolean> possible(Condition condition, Assignment met) {
        return Stream.of(false, true)
                .filter(wanted -> canBe(condition, wanted, met))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean canBe(Condition condition, boolean wanted, Assignment met) {
        if (condition instanceof Condition.Leaf leaf) {
            Variable about = space.find(leaf.about()).orElseThrow();
            return met.isOpen(about) || leaf.holdsWith().contains(met.word(about)) == wanted;
        }
        if (condition instanceof Condition.Not not) {
            return canBe(not.condition(), !wanted, met);
        }
        boolean isEach = condition instanceof Condition.All == wanted;
        Stream<Condition> parts = condition.parts().stream();
        return isEach
                ? parts.allMatch(part -> canBe(part, wanted, met))
                : parts.anyMatch(part -> canBe(part, wanted, met));
    }

    /** The permission, if having it is enough; else what may be asked instead. What is unknown is taken to be as it should. */
    private Optional<ValueRestriction> inadmissible(Rule rule, Assignment met, Id.Register register, RouteMode mode) {
        Variable permission = space.permission(register);
        Variable wish = space.wish(register);
        OptOutRequest asked = OptOutRequest.values()[met.value(wish)];
        Set<Boolean> outputs = possible(mode.mayHold(), met);
        Predicate<OptOutRequest> admitted = each -> Stream.of(false, true)
                .filter(held -> met.isOpen(permission) || met.isTrue(permission) == held)
                .anyMatch(held -> isAdmitted(rule, register, mode.mode(), each, held, outputs));
        if (admitted.test(asked)) {
            return Optional.empty();
        }
        boolean mayBeHeld = canBe(Condition.on(rule.when(), level), true, met.with(permission, 1));
        if (mayBeHeld && isAdmitted(rule, register, mode.mode(), asked, true, outputs)) {
            return Optional.of(new ValueRestriction(permission, List.of("true")));
        }
        return Optional.of(new ValueRestriction(
                wish,
                Arrays.stream(OptOutRequest.values())
                        .filter(admitted)
                        .map(OptOutRequest::word)
                        .toList()));
    }
}
