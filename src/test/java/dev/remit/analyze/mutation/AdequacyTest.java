package dev.remit.analyze.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.CompleteQuestions;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Variants;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is said about edited policies to asking the reference interpreter every complete question. */
class AdequacyTest {
    private static final int BUDGET = 100_000;

    /** What an outcome says, rule names aside. */
    private record Said(Object basis, Set<List<Object>> ways) {
        static Said by(Outcome outcome) {
            Set<List<Object>> ways = new HashSet<>();
            for (Grant grant : outcome.grants()) {
                ways.add(List.of(grant.category(), grant.route(), grant.population(), grant.obligations()));
            }
            return new Said(outcome.basis(), ways);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void provesAnEditEquivalentExactlyWhenNoQuestionTellsItApart(long seed) {
        Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
        Space space = Space.of(policy.vocabulary());
        Variants variants = new Variants(CompiledPolicy.of(policy), BUDGET);
        ReferenceInterpreter original = new ReferenceInterpreter(policy);
        List<Assignment> questions = CompleteQuestions.of(space, 500);

        for (Mutants.Made made : Mutants.of(policy, variants)) {
            Variants.Variant variant = made.compile().get();
            ReferenceInterpreter edited = new ReferenceInterpreter(withoutDropped(made.mutant(), variant.policy()));

            if (variant.says(variants.original())) {
                for (Assignment question : questions) {
                    assertThat(Said.by(edited.decide(question)))
                            .as("seed %d, %s, %s", seed, made.mutant(), question)
                            .isEqualTo(Said.by(original.decide(question)));
                }
                assertThat(variant.tellApart(variants.original())).isEmpty();
            } else {
                Assignment question = variant.tellApart(variants.original()).orElseThrow();
                assertThat(Said.by(edited.decide(question)))
                        .as("seed %d, %s, %s", seed, made.mutant(), question)
                        .isNotEqualTo(Said.by(original.decide(question)));
            }
        }
    }

    private static Policy withoutDropped(Mutant mutant, Policy policy) {
        if (!mutant.edit().equals("drop the rule")) {
            return policy;
        }
        Id.Rule dropped = mutant.rule().orElseThrow();
        return new Policy(
                policy.header(),
                policy.vocabulary(),
                policy.rules().stream()
                        .filter(rule -> !rule.id().equals(dropped))
                        .toList(),
                policy.constraints(),
                policy.rulings(),
                policy.clauses());
    }
}
