package dev.remit.analyze.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.CompleteQuestions;
import dev.remit.analyze.Region;
import dev.remit.analyze.access.AccessReview;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Outcome;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.Level;
import dev.remit.model.Policy;
import dev.remit.model.Reach;
import dev.remit.model.Route;
import dev.remit.model.Scope;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds proofs, counterexamples and conditions of access to asking the reference interpreter every complete question. */
class ProverTest {
    private static final int QUESTIONS = 3000;

    private Policy policy = GeneratedPolicies.policy(0, GeneratedPolicies.Size.SMALL);
    private ReferenceInterpreter reference = new ReferenceInterpreter(policy);
    private List<Assignment> questions = List.of();

    private void about(long seed) {
        policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
        reference = new ReferenceInterpreter(policy);
        questions = CompleteQuestions.of(Space.of(policy.vocabulary()), QUESTIONS);
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203, 204, 205, 206, 207, 208})
    void findsExactlyTheViolatingQuestions(long seed) {
        about(seed);
        Scope everything = scope(
                policy.vocabulary().roles().stream().map(VocabularyEntry::id).collect(Collectors.toSet()));
        Scope firstRole = scope(Set.of(policy.vocabulary().roles().get(0).id()));
        Prover prover = Prover.of(DecisionPoint.of(CompiledPolicy.of(policy)));

        check(prover, new Claim.Never(firstRole), (question, outcome) -> isFirstRole(question) && outcome.permitted());
        check(
                prover,
                new Claim.Always(firstRole),
                (question, outcome) -> isFirstRole(question) && !outcome.permitted());
        check(
                prover,
                new Claim.Only(firstRole, everything),
                (question, outcome) -> !isFirstRole(question) && outcome.permitted());
        if (policy.vocabulary().roles().size() > 1) {
            Id.Role one = policy.vocabulary().roles().get(0).id();
            Id.Role than = policy.vocabulary().roles().get(1).id();
            check(prover, new Claim.NoMoreRole(one, than, everything), (question, outcome) -> {
                Outcome inPlace =
                        reference.decide(question.with(question.space().role(), 1));
                return isFirstRole(question) && outcome.permitted() && !inPlace.permitted();
            });
        }
        for (Fact fact : policy.vocabulary().facts()) {
            check(prover, new Claim.HangsOnNone(Set.of(fact.id()), everything), (question, outcome) -> {
                Variable variable = question.space().fact(fact.id());
                Outcome without = reference.decide(question.with(variable, 0));
                Outcome with = reference.decide(question.with(variable, 1));
                boolean possible = without.basis() != Basis.INCONSISTENT && with.basis() != Basis.INCONSISTENT;
                return possible && without.permitted() != with.permitted();
            });
        }
    }

    private static boolean isFirstRole(Assignment question) {
        return question.value(question.space().role()) == 0;
    }

    /** What should be a violation. */
    private interface Violation {
        boolean is(Assignment question, Outcome outcome);
    }

    private void check(Prover prover, Claim claim, Violation violation) {
        Proof proof = prover.prove(new Invariant(new Id.Invariant("claim"), "", claim, "", List.of()));
        for (Assignment question : questions) {
            Outcome outcome = reference.decide(question);
            if (outcome.basis() != Basis.INCONSISTENT) {
                boolean told =
                        proof.violations().stream().anyMatch(region -> CompleteQuestions.holds(region, question));
                assertThat(told).as("%s: %s", claim, question).isEqualTo(violation.is(question, outcome));
            }
        }
        for (Region region : proof.violations()) {
            assertThat(violation.is(region.question(), reference.decide(region.question())))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 302, 303, 304})
    void tellsExactlyWhoMayAndWhen(long seed) {
        about(seed);
        AccessReview access = AccessReview.of(DecisionPoint.of(CompiledPolicy.of(policy)));
        Assignment open = Assignment.open(access.space());
        List<AccessReview.Allowed> allowed = access.who(open, access.space().role());

        for (Assignment question : questions) {
            Outcome outcome = reference.decide(question);
            if (outcome.basis() == Basis.INCONSISTENT || !isUnstated(question)) {
                continue;
            }
            String role = question.word(question.space().role());
            boolean told = allowed.stream()
                    .filter(each -> each.value().equals(role))
                    .flatMap(each -> each.when().stream())
                    .anyMatch(region -> CompleteQuestions.holds(region, question));
            assertThat(told).as("seed %d: %s", seed, question).isEqualTo(outcome.permitted());
        }
        for (AccessReview.Cell cell : access.matrix()) {
            cell.when()
                    .forEach(region -> assertThat(
                                    reference.decide(region.question()).permitted())
                            .isTrue());
        }
    }

    private static boolean isUnstated(Assignment question) {
        return question.space().variables().stream()
                .filter(each -> each.kind() == Variable.Kind.WISH)
                .allMatch(each -> question.value(each) == 0);
    }

    private Scope scope(Set<Id.Role> roles) {
        return new Scope(
                new Reach(
                        roles,
                        ids(policy.vocabulary().activities().stream()
                                .map(VocabularyEntry::id)
                                .toList()),
                        ids(policy.vocabulary().levels().stream().map(Level::id).toList()),
                        ids(policy.vocabulary().categories().stream()
                                .map(WorkCategory::id)
                                .toList()),
                        ids(policy.vocabulary().routes().stream().map(Route::id).toList())),
                Condition.ALWAYS,
                Map.of(),
                Map.of(),
                Set.of());
    }

    private static <I extends Id> Set<I> ids(List<I> all) {
        return new TreeSet<>(all);
    }
}
