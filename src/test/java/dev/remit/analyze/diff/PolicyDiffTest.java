package dev.remit.analyze.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.CompleteQuestions;
import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.AccessChange.Kind;
import dev.remit.analyze.mutation.EditedPolicies;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the difference of two policies to asking both every complete question. */
class PolicyDiffTest {
    private static final GeneratedPolicies.Size TINY = new GeneratedPolicies.Size(2, 2, 1, 2, 2, 1, 1, 3, 2, 4, 1);

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void coversExactlyTheQuestionsThatAnEditChanges(long seed) {
        Policy before = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
        Space space = Space.of(before.vocabulary());
        List<EditedPolicies.Edited> edits = EditedPolicies.of(before, 100_000);
        int stride = Math.max(1, edits.size() / 12);
        List<Assignment> questions = CompleteQuestions.of(space, 4000);

        for (int i = 0; i < edits.size(); i += stride) {
            if (edits.get(i).edit().equals("drop the rule")) {
                continue;
            }
            Policy after = edits.get(i).policy().get();
            DiffReport report = between(before, after);
            assertThat(report.words()).isEmpty();
            compare(before, after, report, questions, seed + " " + edits.get(i).where());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void coversExactlyTheQuestionsThatDifferBetweenAnyTwoPolicies(long block) {
        int compared = 0;
        for (long seed = block * 10_000; compared < 36; seed += 2) {
            Policy before = GeneratedPolicies.policy(seed, TINY);
            Policy after = GeneratedPolicies.policy(seed + 1, TINY);
            Space space = Space.union(Space.of(before.vocabulary()), Space.of(after.vocabulary()));
            if (size(space) <= 3000) {
                compared++;
                List<Assignment> questions = CompleteQuestions.of(space, Integer.MAX_VALUE);
                DiffReport report = between(before, after);
                compare(before, after, report, questions, "seed " + seed);
                assertNoneCanBeLeftOut(report, before, after, questions, "seed " + seed);
            }
        }
    }

    private static long size(Space space) {
        return space.variables().stream().mapToLong(Variable::size).reduce(1, (one, other) -> one * other);
    }

    private static void compare(
            Policy before, Policy after, DiffReport report, List<Assignment> questions, String about) {
        ReferenceInterpreter was = new ReferenceInterpreter(before);
        ReferenceInterpreter is = new ReferenceInterpreter(after);
        for (Assignment question : questions) {
            Optional<Outcome> old = ask(was, before, question);
            Optional<Outcome> now = ask(is, after, question);
            if (violates(old) && violates(now)) {
                continue;
            }
            List<AccessChange> told = report.changes().stream()
                    .filter(change -> CompleteQuestions.holds(change.where(), question))
                    .toList();
            Set<Kind> kinds = new HashSet<>();
            told.forEach(change -> kinds.add(change.kind()));
            assertThat(kinds).as("%s: %s", about, question).isEqualTo(expected(old, now));
            if (kinds.contains(Kind.CHANGED)) {
                compareTerms(terms(old), terms(now), told, about + ": " + question);
            }
        }
    }

    /** The answer of a policy that can be asked this. */
    private static Optional<Outcome> ask(ReferenceInterpreter policy, Policy of, Assignment question) {
        Space space = Space.of(of.vocabulary());
        int[] values = new int[space.variables().size()];
        for (Variable theirs : space.variables()) {
            Variable ours = question.space().find(theirs.name()).orElseThrow();
            OptionalInt value = theirs.ordinal(question.word(ours));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values[theirs.index()] = value.getAsInt();
        }
        return Optional.of(policy.decide(Assignment.of(space, values)));
    }

    private static boolean violates(Optional<Outcome> outcome) {
        return outcome.map(each -> each.basis() == Basis.INCONSISTENT).orElse(false);
    }

    private static Set<Kind> expected(Optional<Outcome> old, Optional<Outcome> now) {
        boolean was = old.map(Outcome::permitted).orElse(false);
        boolean is = now.map(Outcome::permitted).orElse(false);
        if (was != is) {
            return Set.of(is ? Kind.GAINED : Kind.LOST);
        }
        if (!terms(old).equals(terms(now))) {
            return Set.of(Kind.CHANGED);
        }
        // Nothing is said about states that cannot be, or in words that one of the two does not know.
        boolean isSilent = old.isEmpty() || now.isEmpty() || violates(old) || violates(now);
        return isSilent || reasons(old).equals(reasons(now)) ? Set.of() : Set.of(Kind.REASON);
    }

    private record Way(Map<Id.Register, Treatment> population, Set<Id.Obligation> duties) {
        boolean isWithin(Way other) {
            Set<Id.Register> registers = new HashSet<>(population.keySet());
            registers.addAll(other.population.keySet());
            return duties.containsAll(other.duties)
                    && registers.stream()
                            .allMatch(each -> treated(each).ordinal()
                                    <= other.treated(each).ordinal());
        }

        Treatment treated(Id.Register register) {
            return population.getOrDefault(register, Treatment.NOT_APPLICABLE);
        }
    }

    private static Set<Way> terms(Optional<Outcome> outcome) {
        Set<Way> terms = new HashSet<>();
        outcome.ifPresent(each -> each.grants().forEach(grant -> {
            Map<Id.Register, Treatment> population = new HashMap<>();
            grant.population().forEach((register, entry) -> {
                if (entry.treatment() != Treatment.NOT_APPLICABLE) {
                    population.put(register, entry.treatment());
                }
            });
            terms.add(new Way(population, new TreeSet<>(grant.obligations())));
        }));
        return terms;
    }

    private static Set<Object> reasons(Optional<Outcome> outcome) {
        Set<Object> reasons = new HashSet<>();
        outcome.ifPresent(each -> {
            each.grants().stream().map(Grant::rule).forEach(reasons::add);
            if (each.basis() != Basis.INCONSISTENT) {
                reasons.addAll(each.forbiddenBy());
            }
            reasons.addAll(each.violates());
        });
        return reasons;
    }

    private static void compareTerms(Set<Way> old, Set<Way> now, List<AccessChange> told, String about) {
        boolean wider = !now.stream().allMatch(way -> old.stream().anyMatch(way::isWithin));
        boolean narrower = !old.stream().allMatch(way -> now.stream().anyMatch(way::isWithin));
        Direction direction = told.stream().map(AccessChange::direction).reduce(Direction.SAME, Direction::and);
        assertThat(direction == Direction.WIDER).as(about).isEqualTo(wider);
        if (old.size() == 1 && now.size() == 1) {
            assertThat(direction == Direction.NARROWER).as(about).isEqualTo(!wider && narrower);
            Way was = old.iterator().next();
            Way is = now.iterator().next();
            assertThat(union(told, AccessChange::dropped)).as(about).isEqualTo(without(was.duties(), is.duties()));
            assertThat(union(told, AccessChange::added)).as(about).isEqualTo(without(is.duties(), was.duties()));
            Map<Id.Register, AccessChange.Treated> treated = new HashMap<>();
            told.forEach(each -> treated.putAll(each.population()));
            Map<Id.Register, AccessChange.Treated> expected = new HashMap<>();
            Set<Id.Register> registers = new HashSet<>(was.population().keySet());
            registers.addAll(is.population().keySet());
            registers.stream()
                    .filter(each -> was.treated(each) != is.treated(each))
                    .forEach(each -> expected.put(each, new AccessChange.Treated(was.treated(each), is.treated(each))));
            assertThat(treated).as(about).isEqualTo(expected);
        }
    }

    private static <T> Set<T> union(List<AccessChange> changes, Function<AccessChange, Collection<T>> part) {
        Set<T> all = new HashSet<>();
        changes.forEach(each -> all.addAll(part.apply(each)));
        return all;
    }

    private static <T> Set<T> without(Set<T> some, Set<T> others) {
        Set<T> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    /** Each sentence has a question that no other of its sort has, counts its questions rightly, and shows one of them. */
    private static void assertNoneCanBeLeftOut(
            DiffReport report, Policy before, Policy after, List<Assignment> questions, String about) {
        ReferenceInterpreter was = new ReferenceInterpreter(before);
        ReferenceInterpreter is = new ReferenceInterpreter(after);
        List<Assignment> possible = questions.stream()
                .filter(each -> !violates(ask(was, before, each)) || !violates(ask(is, after, each)))
                .toList();
        assertThat(report.possible()).as(about).isEqualTo(BigInteger.valueOf(possible.size()));
        for (AccessChange change : report.changes()) {
            List<AccessChange> others = new ArrayList<>(report.changes());
            others.removeIf(each -> each.equals(change) || !sort(each).equals(sort(change)));
            List<Assignment> own = possible.stream()
                    .filter(each -> CompleteQuestions.holds(change.where(), each))
                    .toList();
            assertThat(change.where().covers()).as(about).isEqualTo(BigInteger.valueOf(own.size()));
            assertThat(own).as(about).contains(change.where().question());
            assertThat(own)
                    .as("%s: %s", about, change)
                    .anyMatch(each -> others.stream().noneMatch(other -> CompleteQuestions.holds(other.where(), each)));
        }
    }

    private static List<Object> sort(AccessChange change) {
        return List.of(
                change.kind(),
                change.direction(),
                change.dropped(),
                change.added(),
                change.population(),
                change.gone(),
                change.come());
    }

    @Test
    void findsNothingBetweenAPolicyAndItself() {
        Policy policy = GeneratedPolicies.policy(7, GeneratedPolicies.Size.LARGE);

        DiffReport report = between(policy, policy);

        assertThat(report.isEmpty()).isTrue();
        assertThat(report.direction()).isEqualTo(Direction.SAME);
    }

    @Test
    void findsNothingBetweenAPolicyAndItselfInAnotherOrder() {
        Policy policy = GeneratedPolicies.policy(9, GeneratedPolicies.Size.LARGE);
        List<Rule> reversed = new ArrayList<>(policy.rules());
        Collections.reverse(reversed);

        DiffReport report = between(
                policy,
                new Policy(
                        policy.header(),
                        policy.vocabulary(),
                        reversed,
                        policy.constraints(),
                        policy.rulings(),
                        policy.clauses()));

        assertThat(report.isEmpty()).isTrue();
    }

    private static DiffReport between(Policy before, Policy after) {
        return PolicyDiff.between(
                DecisionPoint.of(CompiledPolicy.of(before)), DecisionPoint.of(CompiledPolicy.of(after)));
    }
}
