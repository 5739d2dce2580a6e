package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what forces an answer to trying every part of what was said against every state, with the reference interpreter. */
class SufficientReasonsTest {
    private static final int POLICIES = 5;
    private static final int QUESTIONS = 5;
    private static final int UNBOUNDED = 1_000_000;

    private static final AtomicInteger SEVERAL = new AtomicInteger();

    @AfterAll
    static void someQuestionsHaveSeveralGrounds() {
        assertThat(SEVERAL.get()).as("questions with several grounds").isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1200, 1500, 1600, 1700, 1800, 2000})
    void areEveryMinimalPartThatForcesTheAnswerAndNoOther(long first) {
        int several = 0;
        for (long seed = first; seed < first + POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
            Space space = Space.of(policy.vocabulary());
            DecisionPoint decisions = DecisionPoint.of(CompiledPolicy.of(policy));
            ReferenceInterpreter reference = new ReferenceInterpreter(policy);
            List<Assignment> questions = new ArrayList<>();
            GeneratedQuestions.forEach(space, questions::add);
            int stride = Math.max(1, questions.size() / QUESTIONS);
            for (int i = (int) (seed % stride); i < questions.size(); i += stride) {
                Decision decision = decisions.decide(Question.of(questions.get(i)));
                Possibilities.Listed<SufficientReason> found =
                        decision.findings().grounds(UNBOUNDED);

                Set<Set<String>> told = new HashSet<>();
                found.items().forEach(ground -> told.add(names(ground)));
                assertThat(found.more()).isFalse();
                assertThat(told)
                        .as("seed %d, %s", seed, questions.get(i))
                        .hasSize(found.items().size())
                        .isEqualTo(new Forced(reference, decision).minimal());
                assertThat(found.items())
                        .isSortedAccordingTo((one, other) ->
                                Integer.compare(one.said().size(), other.said().size()));
                checkBounded(decision, found.items());
                several += found.items().size() > 1 ? 1 : 0;
            }
        }
        SEVERAL.addAndGet(several);
    }

    /** Cut short, the list is the beginning of the whole one, and says that there is more. */
    private static void checkBounded(Decision decision, List<SufficientReason> all) {
        for (int most = 1; most < all.size(); most++) {
            Possibilities.Listed<SufficientReason> some = decision.findings().grounds(most);
            assertThat(some.items()).isEqualTo(all.subList(0, most));
            assertThat(some.more()).isTrue();
        }
    }

    private static Set<String> names(SufficientReason ground) {
        Set<String> names = new TreeSet<>();
        ground.said().forEach(each -> names.add(each.about().name()));
        return names;
    }

    /** The slow way: every state there can be, by which of the things said are otherwise in it. */
    private static final class Forced {
        private final ReferenceInterpreter reference;
        private final Decision decision;
        private final List<Variable> said = new ArrayList<>();
        private final Map<List<Integer>, Set<Integer>> otherwise = new LinkedHashMap<>();

        Forced(ReferenceInterpreter reference, Decision decision) {
            this.reference = reference;
            this.decision = decision;
            Assignment asked = decision.assignment();
            for (Variable each : asked.space().variables()) {
                boolean isWish =
                        each.kind() == Variable.Kind.WISH && asked.value(each) != OptOutRequest.UNSTATED.ordinal();
                if (isWish || (each.kind().isKnowledge() && !asked.isOpen(each))) {
                    said.add(each);
                }
            }
            states(asked, 0, new ArrayList<>(), 0);
        }

        private void states(Assignment state, int next, List<Integer> choice, int changed) {
            List<Variable> variables = state.space().variables();
            if (next == variables.size()) {
                Set<Integer> under = otherwise.computeIfAbsent(choice, none -> new HashSet<>());
                if (!isSame(reference.decide(state))) {
                    under.add(changed);
                }
                return;
            }
            Variable variable = variables.get(next);
            Assignment asked = decision.assignment();
            boolean isSaid = said.contains(variable);
            for (int value = 0; value < variable.size(); value++) {
                if (isSaid || asked.isOpen(variable) || asked.value(variable) == value) {
                    List<Integer> chosen = new ArrayList<>(choice);
                    if (variable.kind().isChoice()) {
                        chosen.add(value);
                    }
                    int now =
                            isSaid && asked.value(variable) != value ? changed | 1 << said.indexOf(variable) : changed;
                    states(state.with(variable, value), next + 1, chosen, now);
                }
            }
        }

        private boolean isSame(Outcome outcome) {
            return switch (decision.basis()) {
                case GRANTED -> outcome.permitted() || outcome.basis() == Basis.INCONSISTENT;
                case INCONSISTENT -> outcome.basis() == Basis.INCONSISTENT;
                default -> !outcome.permitted();
            };
        }

        private boolean isEnough(int part) {
            boolean granted = decision.basis() == Basis.GRANTED;
            return granted
                    ? otherwise.values().stream()
                            .anyMatch(under -> under.stream().allMatch(each -> (each & part) != 0))
                    : otherwise.values().stream()
                            .allMatch(under -> under.stream().allMatch(each -> (each & part) != 0));
        }

        Set<Set<String>> minimal() {
            Set<Set<String>> minimal = new HashSet<>();
            for (int part = 0; part < 1 << said.size() && decision.answer() != Answer.UNDETERMINED; part++) {
                boolean isMinimal = isEnough(part);
                for (int left = 0; left < said.size() && isMinimal; left++) {
                    isMinimal = (part & 1 << left) == 0 || !isEnough(part & ~(1 << left));
                }
                if (isMinimal) {
                    Set<String> names = new TreeSet<>();
                    for (int i = 0; i < said.size(); i++) {
                        if ((part & 1 << i) != 0) {
                            names.add(said.get(i).name());
                        }
                    }
                    minimal.add(names);
                }
            }
            return minimal;
        }
    }
}
