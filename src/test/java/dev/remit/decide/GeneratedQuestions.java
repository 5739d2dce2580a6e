package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Makes questions out of a policy and a number. Most start from a rule and do what it asks for, since questions thrown
 * at random are nearly all denied for want of a rule; then some change one thing, and some leave things open.
 */
public final class GeneratedQuestions {
    private static final int MOST_COMPLETIONS = 120;

    private final Policy policy;
    private final Space space;
    private final List<Rule> permits;
    private final SplittableRandom random;
    private final int[] values;

    /** The questions of a number about a policy. */
    public GeneratedQuestions(Policy policy, long seed) {
        this.policy = policy;
        space = Space.of(policy.vocabulary());
        permits = policy.rules().stream()
                .filter(each -> each.effect() == Effect.PERMIT)
                .toList();
        random = new SplittableRandom(seed);
        values = new int[space.variables().size()];
    }

    /** Every question a space has, complete and partial, one after the other. */
    public static void forEach(Space space, Consumer<Assignment> each) {
        fill(space, 0, Assignment.open(space).values(), each);
    }

    private static void fill(Space space, int next, int[] values, Consumer<Assignment> each) {
        if (next == values.length) {
            if (saysWhatFollows(space, values)) {
                each.accept(Assignment.of(space, values));
            }
            return;
        }
        Variable variable = space.variables().get(next);
        for (int value = canBeOpen(variable) ? Assignment.OPEN : 0; value < variable.size(); value++) {
            values[next] = value;
            fill(space, next + 1, values, each);
        }
    }

    /** Whether a permission that is held is said to have been held, and one that never was not to be held, as in every question. */
    private static boolean saysWhatFollows(Space space, int[] values) {
        for (Variable held : space.variables()) {
            if (held.kind() == Variable.Kind.PERMISSION) {
                int now = values[held.index()];
                int ever = values[ever(space, held).index()];
                if ((now == 1 && ever != 1) || (ever == 0 && now != 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Variable ever(Space space, Variable held) {
        return space.everPermitted(new Id.Register(held.id()));
    }

    /** Makes the past fit what is said of the present. */
    private void remember() {
        for (Variable held : space.variables()) {
            if (held.kind() == Variable.Kind.PERMISSION) {
                int past = ever(space, held).index();
                if (values[held.index()] == 1) {
                    values[past] = 1;
                } else if (values[past] == 0) {
                    values[held.index()] = 0;
                }
            }
        }
    }

    /** How many questions a space has, and some that contradict themselves. */
    public static long count(Space space) {
        return space.variables().stream()
                .mapToLong(each -> each.size() + (canBeOpen(each) ? 1 : 0))
                .reduce(1, Math::multiplyExact);
    }

    private static boolean canBeOpen(Variable variable) {
        return variable.kind().isChoice() || variable.kind().isKnowledge();
    }

    /** The next question. */
    public Assignment next() {
        for (Variable each : space.variables()) {
            boolean silent = each.kind() == Variable.Kind.WISH && chance(50);
            values[each.index()] =
                    silent ? each.ordinal(OptOutRequest.UNSTATED.word()).orElseThrow() : random.nextInt(each.size());
        }
        if (!policy.rules().isEmpty() && chance(90)) {
            satisfy(any(permits.isEmpty() || chance(15) ? policy.rules() : permits));
        }
        for (Constraint each : policy.constraints()) {
            if (chance(70)) {
                force(each.then(), true);
            }
        }
        while (chance(25)) {
            Variable variable = any(space.variables());
            values[variable.index()] = random.nextInt(variable.size());
        }
        leaveOpen();
        remember();
        return Assignment.of(space, values);
    }

    private void leaveOpen() {
        space.category().filter(each -> chance(25)).ifPresent(each -> values[each.index()] = Assignment.OPEN);
        space.route().filter(each -> chance(25)).ifPresent(each -> values[each.index()] = Assignment.OPEN);
        List<Variable> knowledge = new ArrayList<>(space.variables().stream()
                .filter(each -> each.kind().isKnowledge())
                .toList());
        long completions = 1;
        boolean muchUnknown = chance(10);
        while (!knowledge.isEmpty() && chance(muchUnknown ? 95 : 50)) {
            Variable unknown = knowledge.remove(random.nextInt(knowledge.size()));
            completions *= unknown.size();
            if (completions > MOST_COMPLETIONS) {
                return;
            }
            values[unknown.index()] = Assignment.OPEN;
        }
    }

    private void satisfy(Rule rule) {
        choose(Optional.of(space.role()), rule.reach().roles());
        choose(Optional.of(space.activity()), rule.reach().activities());
        choose(Optional.of(space.level()), rule.reach().levels());
        choose(space.category(), rule.reach().categories());
        choose(space.route(), rule.reach().routes());
        force(rule.when(), true);
    }

    private void choose(Optional<Variable> variable, Collection<? extends Id> ids) {
        variable.ifPresent(each -> values[each.index()] =
                each.ordinal(any(List.copyOf(ids)).value()).orElseThrow());
    }

    /** Makes a condition hold, or not hold, if the parts of it do not stand in each other's way. */
    private void force(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Leaf leaf) {
            Variable variable = space.find(leaf.about()).orElseThrow();
            List<String> fitting = variable.values().stream()
                    .filter(each -> leaf.holdsWith().contains(each) == wanted)
                    .toList();
            if (!fitting.isEmpty()) {
                values[variable.index()] = variable.ordinal(any(fitting)).orElseThrow();
            }
        } else if (condition instanceof Condition.Not not) {
            force(not.condition(), !wanted);
        } else if (condition instanceof Condition.All all) {
            force(all.parts(), wanted, wanted);
        } else if (condition instanceof Condition.AnyOf any) {
            force(any.parts(), wanted, !wanted);
        }
    }

    private void force(List<Condition> parts, boolean wanted, boolean each) {
        if (each) {
            parts.forEach(part -> force(part, wanted));
        } else if (!parts.isEmpty()) {
            force(any(parts), wanted);
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
