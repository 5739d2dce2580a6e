package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Domain;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The same policy with everything in another order: declarations, values, rules, constraints and parts of conditions. */
final class Shuffle {
    private final SplittableRandom random;

    private Shuffle(SplittableRandom random) {
        this.random = random;
    }

    static Policy of(Policy policy, SplittableRandom random) {
        return new Shuffle(random).policy(policy);
    }

    /** A situation said in the words of another space that has the same words. */
    static Assignment translated(Assignment assignment, Space space) {
        Assignment translated = Assignment.open(space);
        for (Variable each : assignment.space().variables()) {
            if (!assignment.isOpen(each)) {
                Variable variable = space.find(each.name()).orElseThrow();
                translated = translated.with(
                        variable, variable.ordinal(assignment.word(each)).orElseThrow());
            }
        }
        return translated;
    }

    private Policy policy(Policy policy) {
        Vocabulary words = policy.vocabulary();
        Vocabulary vocabulary = new Vocabulary(
                shuffled(words.roles()),
                shuffled(words.activities()),
                shuffled(words.levels()),
                shuffled(words.categories()),
                shuffled(words.routes()),
                shuffled(words.attributes()).stream().map(this::attribute).toList(),
                shuffled(words.facts()),
                shuffled(words.registers()),
                shuffled(words.obligations()));
        return Sketch.policy(
                vocabulary,
                shuffled(policy.rules()).stream().map(this::rule).toList(),
                shuffled(policy.constraints()).stream().map(this::constraint).toList());
    }

    private ProjectAttribute attribute(ProjectAttribute each) {
        return each.isBoolean()
                ? each
                : new ProjectAttribute(
                        each.id(),
                        each.title(),
                        each.description(),
                        new Domain(shuffled(each.values()), each.domain().ifUnsaid()),
                        each.changedBy(),
                        each.trueOnlyFor(),
                        each.finals());
    }

    private Rule rule(Rule each) {
        return new Rule(
                each.id(),
                each.effect(),
                each.title(),
                each.because(),
                each.reach(),
                condition(each.when()),
                each.stances(),
                each.obligations(),
                each.cites());
    }

    private Constraint constraint(Constraint each) {
        return new Constraint(each.id(), condition(each.given()), condition(each.then()), each.because(), each.cites());
    }

    private Condition condition(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(condition(not.condition()));
        }
        if (condition instanceof Condition.All all) {
            return new Condition.All(
                    shuffled(all.parts()).stream().map(this::condition).toList());
        }
        if (condition instanceof Condition.AnyOf any) {
            return new Condition.AnyOf(
                    shuffled(any.parts()).stream().map(this::condition).toList());
        }
        return condition;
    }

    private <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>();
        for (T each : things) {
            shuffled.add(random.nextInt(shuffled.size() + 1), each);
        }
        return shuffled;
    }
}
