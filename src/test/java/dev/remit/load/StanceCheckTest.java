package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.GeneratedPolicies;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.model.Vocabulary;
import dev.remit.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the loader refuses about stances, and what it keeps of them, is what the model says of an edited rule. */
class StanceCheckTest {
    private static final int POLICIES = 200;
    private static final Span NOWHERE = Span.startOf("policy.yaml");

    @Test
    void refusesAndKeepsWhatTheModelDoes() {
        int refused = 0;
        int kept = 0;
        for (long seed = 0; seed < POLICIES; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            SplittableRandom random = new SplittableRandom(seed);
            for (Rule each : policy.rules()) {
                if (each.isPermit()) {
                    Rule edited = each.withStances(stances(policy.vocabulary(), random));
                    Optional<Rule> checked = edited.checked(policy.vocabulary());

                    assertThat(loaded(edited, policy.vocabulary()))
                            .as("seed %s, %s", seed, edited)
                            .isEqualTo(checked);

                    refused += checked.isEmpty() ? 1 : 0;
                    kept += checked.isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(refused).isGreaterThan(200);
        assertThat(kept).isGreaterThan(500);
    }

    private static Optional<Rule> loaded(Rule rule, Vocabulary vocabulary) {
        Diagnostics diagnostics = new Diagnostics();
        List<Id.Register> registers =
                vocabulary.registers().stream().map(OptOutRegister::id).toList();
        Placed when = Placed.leaf(Condition.ALWAYS, NOWHERE);
        ReadRule read = new ReadRule(rule, Map.of(), Map.of(), NOWHERE, List.of(), when, false);
        Rule loaded = rule.withStances(new StanceCheck(vocabulary, registers, diagnostics).effective(read));
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(loaded);
    }

    private static Map<Id.Register, Stance> stances(Vocabulary vocabulary, SplittableRandom random) {
        Map<Id.Register, Stance> stances = new TreeMap<>();
        for (OptOutRegister each : vocabulary.registers()) {
            int stance = random.nextInt(Stance.values().length * 2 + 1);
            if (stance > 0) {
                stances.put(each.id(), Stance.values()[Math.min(stance - 1, Stance.values().length - 1)]);
            }
        }
        return stances;
    }
}
