package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the permit rules that came nearest to a question nothing granted: those that speak of it in the most respects
 * and, among them, those that lack least.
 */
final class NearestRules {
    /** How many are told. */
    private static final int MOST = 5;

    private static final Comparator<NearMiss> BY_RULE = Comparator.comparing(NearMiss::rule);
    private static final Comparator<ValueRestriction> BY_PLACE =
            Comparator.comparingInt(each -> each.about().index());

    private final Policy policy;
    private final Space space;
    private final PermitRuleIndex speaking;
    private final Assignment assignment;

    NearestRules(Engine engine, Assignment assignment) {
        policy = engine.policy();
        space = engine.space();
        speaking = engine.speaking();
        this.assignment = assignment;
    }

    List<NearMiss> find() {
        // What speaks of the question in fewer respects than another is not told.
        PermitRuleIndex.Distances distances = speaking.of(assignment);
        for (int distance = 0; distance <= distances.farthest(); distance++) {
            List<NearMiss> found = nearMisses(distances.rules(distance), distance == 0);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Those of some rules that lack something, but least. */
    private List<NearMiss> nearMisses(List<Rule> rules, boolean speak) {
        List<NearMiss> nearest = new ArrayList<>();
        for (Rule rule : rules) {
            List<ValueRestriction> lacks = unspoken(rule);
            lacks.addAll(lacking(rule.when(), true));
            if (speak) {
                lacks.addAll(inadmissible(rule));
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

    /** In which respects a rule does not speak of the question at all. */
    private List<ValueRestriction> unspoken(Rule rule) {
        List<ValueRestriction> lacks = new ArrayList<>();
        among(lacks, Optional.of(space.role()), rule.roles());
        among(lacks, Optional.of(space.activity()), rule.activities());
        among(lacks, Optional.of(space.level()), rule.levels());
        among(lacks, space.category(), rule.categories());
        among(lacks, space.route(), rule.routes());
        return lacks;
    }

    private void among(List<ValueRestriction> lacks, Optional<Variable> variable, Set<? extends Id> ids) {
        if (variable.isPresent()) {
            lacks.addAll(among(variable.get(), ids, true));
        }
    }

    private List<ValueRestriction> among(Variable variable, Collection<? extends Id> ids, boolean wanted) {
        if (assignment.isOpen(variable) || isAmong(assignment.word(variable), ids) == wanted) {
            return List.of();
        }
        List<String> fitting = new ArrayList<>();
        for (String value : variable.values()) {
            if (isAmong(value, ids) == wanted) {
                fitting.add(value);
            }
        }
        return List.of(new ValueRestriction(variable, fitting));
    }

    /** The least that would make a condition hold, or not hold; unknowns are taken to be as they should. */
    private List<ValueRestriction> lacking(Condition condition, boolean wanted) {
        if (condition instanceof Condition.FactHolds fact) {
            return is(space.fact(fact.fact()), wanted);
        }
        if (condition instanceof Condition.Permitted permitted) {
            return is(space.permission(permitted.register()), wanted);
        }
        if (condition instanceof Condition.AttributeIs attribute) {
            return among(space.attribute(attribute.attribute()), attribute.values(), wanted);
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

    private List<ValueRestriction> is(Variable variable, boolean wanted) {
        return assignment.isOpen(variable) || assignment.isTrue(variable) == wanted
                ? List.of()
                : List.of(new ValueRestriction(variable, List.of(Boolean.toString(wanted))));
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

    /** What about the opt-out registers keeps a rule from being admissible over the route where least does. */
    private List<ValueRestriction> inadmissible(Rule rule) {
        if (space.route().isEmpty()) {
            return List.of();
        }
        Variable route = space.route().get();
        Level level = policy.vocabulary().levels().get(assignment.value(space.level()));
        return policy.vocabulary().routes().stream()
                .filter(each -> rule.routes().contains(each.id()))
                .filter(each -> assignment.isOpen(route)
                        || assignment.word(route).equals(each.id().value()))
                .map(each -> level.patientData() ? inadmissible(rule, each) : List.<ValueRestriction>of())
                .min(Comparator.comparing(List::size))
                .orElse(List.of());
    }

    private List<ValueRestriction> inadmissible(Rule rule, Route route) {
        List<ValueRestriction> lacks = new ArrayList<>();
        for (OptOutRegister register : policy.vocabulary().registers()) {
            Mode mode = route.modes().getOrDefault(register.id(), Mode.NOT_APPLICABLE);
            Variable wish = space.wish(register.id());
            Variable permission = space.permission(register.id());
            if (mode == Mode.NOT_APPLICABLE || assignment.value(wish) == OptOutRequest.UNSTATED.ordinal()) {
                continue;
            }
            Stance stance = rule.stances().getOrDefault(register.id(), Stance.NEVER);
            boolean excludes = assignment.value(wish) == OptOutRequest.EXCLUDE.ordinal();
            if (excludes) {
                boolean impossible = mode == Mode.UNFILTERED
                        || mode == Mode.UNENFORCEABLE
                        || (mode == Mode.DERIVED && assignment.isTrue(permission));
                if (impossible) {
                    lacks.add(new ValueRestriction(
                            wish, List.of(OptOutRequest.UNSTATED.word(), OptOutRequest.INCLUDE.word())));
                }
            } else if (mode != Mode.UNFILTERED && mode != Mode.UNENFORCEABLE) {
                if (stance == Stance.NEVER) {
                    lacks.add(new ValueRestriction(
                            wish, List.of(OptOutRequest.UNSTATED.word(), OptOutRequest.EXCLUDE.word())));
                } else if (stance == Stance.IF_PROJECT_PERMITTED) {
                    lacks.addAll(is(permission, true));
                }
            }
        }
        return lacks;
    }
}
