package dev.remit.analyze.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.CompleteQuestions;
import dev.remit.analyze.Region;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Grant;
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
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Reach;
import dev.remit.model.Route;
import dev.remit.model.Scope;
import dev.remit.model.Space;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds proofs of every form of claim, over scopes that say everything a scope can, to asking the reference interpreter
 * question by question, on hundreds of policies.
 */
class EveryClaimTest {
    private static final int POLICIES = 30;
    private static final int QUESTIONS = 250;

    private Policy policy = GeneratedPolicies.policy(0, GeneratedPolicies.Size.SMALL);
    private ReferenceInterpreter reference = new ReferenceInterpreter(policy);
    private SplittableRandom random = new SplittableRandom(0);
    private final Map<Assignment, Outcome> asked = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {5000, 5100, 5200, 5300, 5400, 5500, 5600, 5700})
    void isProvedOrRefutedExactly(long first) {
        int held = 0;
        int violated = 0;
        for (long seed = first; seed < first + POLICIES; seed++) {
            policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
            reference = new ReferenceInterpreter(policy);
            random = new SplittableRandom(seed);
            asked.clear();
            Space space = Space.of(policy.vocabulary());
            List<Assignment> questions = CompleteQuestions.of(space, QUESTIONS);
            Prover prover = Prover.of(DecisionPoint.of(CompiledPolicy.of(policy)));
            for (Claim claim : claims()) {
                Proof proof = prover.prove(new Invariant(new Id.Invariant("claim"), "", claim, "", List.of()));
                check(proof, claim, questions, "seed " + seed + ", " + claim);
                held += proof.holds() ? 1 : 0;
                violated += proof.holds() ? 0 : 1;
            }
        }
        assertThat(held).as("claims that hold").isGreaterThan(POLICIES / 2);
        assertThat(violated).as("claims that do not").isGreaterThan(POLICIES / 2);
    }

    private void check(Proof proof, Claim claim, List<Assignment> questions, String what) {
        for (Assignment question : questions) {
            if (isPossible(question)) {
                boolean told =
                        proof.violations().stream().anyMatch(region -> CompleteQuestions.holds(region, question));
                assertThat(told).as("%s: %s", what, question).isEqualTo(violates(claim, question));
            }
        }
        for (Region region : proof.violations()) {
            assertThat(CompleteQuestions.holds(region, region.question())).isTrue();
            assertThat(isPossible(region.question()) && violates(claim, region.question()))
                    .as("%s: replayed %s", what, region.question())
                    .isTrue();
        }
    }

    private List<Claim> claims() {
        Vocabulary words = policy.vocabulary();
        List<Claim> claims = new ArrayList<>(List.of(
                new Claim.Never(scope()),
                new Claim.Always(scope()),
                new Claim.Only(scope(), scope()),
                new Claim.Implies(scope(), scope())));
        List<Id.Role> roles = words.roles().stream().map(VocabularyEntry::id).toList();
        List<Id.Level> levels = words.levels().stream().map(Level::id).toList();
        claims.add(new Claim.NoMoreRole(any(roles), any(roles), scope()));
        claims.add(new Claim.NoMoreLevel(any(levels), any(levels), scope()));
        List<Id.Fact> facts = words.facts().stream().map(Fact::id).toList();
        if (!facts.isEmpty()) {
            claims.add(new Claim.HangsOnNone(some(facts), scope()));
        }
        return claims;
    }

    private Scope scope() {
        Vocabulary words = policy.vocabulary();
        Map<Id.Register, List<OptOutRequest>> wishes = new HashMap<>();
        Map<Id.Register, List<Treatment>> treatments = new HashMap<>();
        for (OptOutRegister each : words.registers()) {
            if (random.nextInt(4) == 0) {
                wishes.put(each.id(), List.copyOf(some(List.of(OptOutRequest.values()))));
            }
            if (random.nextInt(4) == 0) {
                treatments.put(each.id(), List.copyOf(some(List.of(Treatment.values()))));
            }
        }
        Set<Id.Obligation> duties = new TreeSet<>();
        if (random.nextInt(4) == 0) {
            // Half of them the duty that no rule, purpose or route has to name.
            duties.add(
                    random.nextBoolean()
                            ? Vocabulary.DECLARE_OPT_OUT_HANDLING
                            : any(words.obligations()).id());
        }
        return new Scope(
                new Reach(
                        some(words.roles().stream().map(VocabularyEntry::id).toList()),
                        some(words.activities().stream()
                                .map(VocabularyEntry::id)
                                .toList()),
                        some(words.levels().stream().map(Level::id).toList()),
                        some(words.categories().stream().map(WorkCategory::id).toList()),
                        some(words.routes().stream().map(Route::id).toList())),
                condition(),
                wishes,
                treatments,
                duties);
    }

    private Condition condition() {
        List<Condition> atoms = new ArrayList<>(List.of(Condition.ALWAYS));
        policy.vocabulary().facts().stream()
                .filter(each -> each.domain().isBoolean())
                .forEach(each -> atoms.add(Condition.holds(each.id())));
        policy.vocabulary().registers().forEach(each -> atoms.add(new Condition.Permitted(each.id())));
        policy.vocabulary()
                .attributes()
                .forEach(each -> atoms.add(new Condition.AttributeIs(each.id(), new TreeSet<>(some(each.values())))));
        Condition one = any(atoms);
        return switch (random.nextInt(5)) {
            case 0 -> new Condition.Not(one);
            case 1 -> new Condition.AnyOf(List.of(one, any(atoms)));
            case 2 -> new Condition.All(List.of(one, new Condition.Not(any(atoms))));
            default -> Condition.ALWAYS;
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T extends Comparable<? super T>> Set<T> some(List<T> all) {
        Set<T> some = new TreeSet<>(all);
        if (!all.isEmpty() && random.nextInt(2) == 0) {
            some.clear();
            some.add(any(all));
        }
        return some;
    }

    private Outcome outcome(Assignment question) {
        return asked.computeIfAbsent(question, reference::decide);
    }

    private boolean isPossible(Assignment question) {
        return outcome(question).basis() != Basis.INCONSISTENT;
    }

    private boolean violates(Claim claim, Assignment question) {
        Space space = question.space();
        if (claim instanceof Claim.Never never) {
            return isOf(never.scope(), question) && isGranted(never.scope(), question);
        }
        if (claim instanceof Claim.Always always) {
            return isOf(always.scope(), question) && !isGranted(always.scope(), question);
        }
        if (claim instanceof Claim.Only only) {
            return strays(only.may(), only.only(), question);
        }
        if (claim instanceof Claim.Implies implies) {
            return strays(implies.whenever(), implies.then(), question);
        }
        if (claim instanceof Claim.NoMoreRole more) {
            return question.word(space.role()).equals(more.role().value())
                    && isMore(more.where(), question, space.role(), more.than());
        }
        if (claim instanceof Claim.NoMoreLevel more) {
            return question.word(space.level()).equals(more.level().value())
                    && isMore(more.where(), question, space.level(), more.than());
        }
        Claim.HangsOnNone none = (Claim.HangsOnNone) claim;
        return isOf(none.where(), question)
                && none.facts().stream().anyMatch(fact -> hangsOn(fact, none.where(), question));
    }

    private boolean strays(Scope given, Scope then, Assignment question) {
        return isOf(given, question)
                && outcome(question).grants().stream()
                        .filter(grant -> isOf(given, grant))
                        .anyMatch(grant -> !isOf(then, question) || !isOf(then, grant));
    }

    private boolean isMore(Scope where, Assignment question, Variable variable, Id than) {
        Assignment inPlace =
                question.with(variable, variable.ordinal(than.value()).orElseThrow());
        return isOf(where, question) && isGranted(where, question) && isPossible(inPlace) && !isGranted(where, inPlace);
    }

    private boolean hangsOn(Id.Fact fact, Scope where, Assignment question) {
        Variable variable = question.space().fact(fact);
        for (int value = 1; value < variable.size(); value++) {
            for (int other = 0; other < value; other++) {
                Assignment without = question.with(variable, other);
                Assignment with = question.with(variable, value);
                if (isPossible(without) && isPossible(with) && isGranted(where, without) != isGranted(where, with)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isGranted(Scope scope, Assignment question) {
        return outcome(question).grants().stream().anyMatch(grant -> isOf(scope, grant));
    }

    private static boolean isOf(Scope scope, Grant grant) {
        return grant.obligations().containsAll(scope.duties())
                && scope.granted().entrySet().stream()
                        .allMatch(each -> each.getValue()
                                .contains(Optional.ofNullable(grant.population().get(each.getKey()))
                                        .orElseThrow()
                                        .treatment()));
    }

    private static boolean isOf(Scope scope, Assignment question) {
        Space space = question.space();
        return scope.reach().roles().contains(new Id.Role(question.word(space.role())))
                && scope.reach().activities().contains(new Id.Activity(question.word(space.activity())))
                && scope.reach().levels().contains(new Id.Level(question.word(space.level())))
                && space.category()
                        .map(each -> scope.reach().categories().contains(new Id.Category(question.word(each))))
                        .orElse(true)
                && space.route()
                        .map(each -> scope.reach().routes().contains(new Id.Route(question.word(each))))
                        .orElse(true)
                && holds(scope.when(), question)
                && scope.asked().entrySet().stream()
                        .allMatch(each -> each.getValue()
                                .contains(OptOutRequest.values()[question.value(space.wish(each.getKey()))]));
    }

    private static boolean holds(Condition condition, Assignment question) {
        Space space = question.space();
        if (condition instanceof Condition.FactIs fact) {
            return fact.values().contains(new Id.Value(question.word(space.fact(fact.fact()))));
        }
        if (condition instanceof Condition.Permitted permitted) {
            return question.isTrue(space.permission(permitted.register()));
        }
        if (condition instanceof Condition.AttributeIs attribute) {
            return attribute.values().contains(new Id.Value(question.word(space.attribute(attribute.attribute()))));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), question);
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, question));
        }
        return ((Condition.AnyOf) condition).parts().stream().anyMatch(part -> holds(part, question));
    }
}
