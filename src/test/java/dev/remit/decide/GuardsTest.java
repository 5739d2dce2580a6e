package dev.remit.decide;

import static dev.remit.decide.Sketch.all;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.forbid;
import static dev.remit.decide.Sketch.not;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Diagram;
import dev.remit.diagram.Guard;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which facts guard, held to the definition: two possible questions that differ in the fact alone. */
class GuardsTest {
    private static final int SMALL_POLICIES = 400;
    private static final int MOST_QUESTIONS = 1_500;
    private static final int LARGE_POLICIES = 120;

    private static Diagram compiled(Policy policy) {
        return CompiledPolicy.of(policy).diagram();
    }

    private static Set<String> guards(Sketch sketch) {
        Diagram diagram = compiled(sketch.policy());
        return diagram.guards().stream()
                .map(each -> diagram.space().variables().get(each.fact()).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Sketch sketch() {
        return new Sketch().roles("r").activities("a").levels("l").facts("named", "own", "idle");
    }

    @Test
    void whatAPermitAsksForDoesNotGuard() {
        assertThat(guards(sketch().rules(permit("p").when(fact("named"))))).isEmpty();
    }

    @Test
    void whatForbidsWhereSomethingIsPermittedGuards() {
        assertThat(guards(sketch().rules(
                                permit("p").when(fact("named")),
                                forbid("f").when(fact("own")),
                                forbid("g").when(all(fact("idle"), not(fact("named")))))))
                .containsExactly("own");
    }

    @Test
    void whatAPermitAsksNotToBeGuards() {
        assertThat(guards(sketch().rules(permit("p").when(not(fact("own")))))).containsExactly("own");
    }

    @Test
    void whatCannotBeTrueBesideThePermitDoesNotGuard() {
        assertThat(guards(sketch().constraint("never-both", fact("own"), not(fact("named")))
                        .rules(permit("p").when(fact("named")), forbid("f").when(fact("own")))))
                .isEmpty();
    }

    @Test
    void areThoseOfTheDefinitionInSmallPolicies() {
        int found = 0;
        int policies = 0;
        for (long seed = 0; seed < SMALL_POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
            Diagram diagram = compiled(policy);
            if (complete(diagram.space()) <= MOST_QUESTIONS) {
                Set<Integer> guards = diagram.guards().stream().map(Guard::fact).collect(Collectors.toSet());
                assertThat(guards).as("small policy of seed %s", seed).isEqualTo(byDefinition(policy, diagram.space()));
                found += guards.size();
                policies++;
            }
        }

        assertThat(policies).isGreaterThan(150);
        assertThat(found).isGreaterThan(35);
    }

    @Test
    void areShownByAQuestionInLargerPolicies() {
        int shown = 0;
        for (long seed = 0; seed < LARGE_POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            Space space = Space.of(policy.vocabulary());
            ReferenceInterpreter reference = new ReferenceInterpreter(policy);
            for (Guard each : compiled(policy).guards()) {
                Assignment without = Assignment.of(space, each.question());
                Variable fact = space.variables().get(each.fact());
                Assignment with = without.with(fact, each.value());

                assertThat(without.value(fact))
                        .isEqualTo(assumed(policy, fact).orElseThrow())
                        .isNotEqualTo(each.value());
                assertThat(reference.decide(without).answer())
                        .as("large policy of seed %s: %s", seed, without)
                        .isEqualTo(Answer.PERMITTED);
                assertThat(reference.decide(with).basis())
                        .as("large policy of seed %s: %s", seed, with)
                        .isIn(Basis.FORBIDDEN, Basis.NOT_GRANTED);
                shown++;
            }
        }

        assertThat(shown).isGreaterThan(150);
    }

    private static long complete(Space space) {
        return space.variables().stream().mapToLong(Variable::size).reduce(1, Math::multiplyExact);
    }

    private static Set<Integer> byDefinition(Policy policy, Space space) {
        ReferenceInterpreter reference = new ReferenceInterpreter(policy);
        Set<Integer> guards = new TreeSet<>();
        GeneratedQuestions.forEach(space, question -> {
            boolean isComplete = space.variables().stream().noneMatch(question::isOpen);
            if (isComplete && reference.decide(question).permitted()) {
                for (Variable each : space.variables()) {
                    OptionalInt assumed = assumed(policy, each);
                    boolean isAssumed = assumed.isPresent() && question.value(each) == assumed.getAsInt();
                    for (int other = 0; isAssumed && other < each.size(); other++) {
                        Outcome told = reference.decide(question.with(each, other));
                        if (!told.permitted() && told.basis() != Basis.INCONSISTENT) {
                            guards.add(each.index());
                        }
                    }
                }
            }
        });
        return guards;
    }

    /** The place of the value that a closed question may take a fact for. */
    private static OptionalInt assumed(Policy policy, Variable variable) {
        return policy.vocabulary().facts().stream()
                .filter(each -> variable.kind() == Variable.Kind.FACT
                        && each.id().value().equals(variable.name()))
                .flatMap(each -> each.domain().ifUnsaid().stream())
                .mapToInt(value -> variable.place(value.value()))
                .findFirst();
    }

    @Test
    void areFoundAmongManyFactsInOnePass() {
        int many = 60;
        String[] facts = IntStream.range(0, many).mapToObj(i -> "fact-" + i).toArray(String[]::new);
        Sketch sketch = new Sketch().roles("r").activities("a").levels("l").facts(facts);
        sketch.rules(
                permit("p").when(all(holding(facts, 0, many / 2))),
                forbid("f").when(new Condition.AnyOf(List.of(holding(facts, many / 2, many)))));

        assertThat(guards(sketch)).hasSize(many / 2).contains("fact-30").doesNotContain("fact-29");
    }

    private static Condition[] holding(String[] facts, int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> fact(facts[i])).toArray(Condition[]::new);
    }
}
