package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.diagram.RuleIndex;
import dev.remit.model.Assignment;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermitRuleIndexTest {
    private static final String HEAD = """
            remit: 1
            policy: {id: many, version: "1", title: Many rules}
            vocabulary:
              roles: {a: A, b: B, c: C}
              activities: {do: Do, undo: Undo}
              levels: {1: One, 2: Two, 3: Three}
            rules:
            """;

    /** More rules than bits stand in one word, so that the borders between words are crossed. */
    private static Policy many() {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 200; i++) {
            text.append("  - {id: r%03d, %s: %s, to: %s, levels: %d}%n"
                    .formatted(
                            i,
                            random.nextInt(5) == 0 ? "forbid" : "permit",
                            "abc".charAt(random.nextInt(3)),
                            random.nextBoolean() ? "do" : "undo",
                            1 + random.nextInt(3)));
        }
        return Remit.load(Map.of("policy.yaml", text.toString())).policy();
    }

    @Test
    void tellsEveryPermitRuleAtItsDistance() {
        Policy policy = many();
        Space space = Space.of(policy.vocabulary());
        PermitRuleIndex speaking = new PermitRuleIndex(policy, RuleIndex.of(policy.rules(), space));

        GeneratedQuestions.forEach(space, assignment -> {
            PermitRuleIndex.Distances distances = speaking.of(assignment);
            for (int distance = 0; distance <= distances.farthest(); distance++) {
                assertThat(distances.rules(distance)).isEqualTo(at(distance, policy, space, assignment));
            }
        });
    }

    private static List<Rule> at(int distance, Policy policy, Space space, Assignment assignment) {
        List<Rule> found = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            int silent = silent(assignment, space.role(), rule.reach().roles())
                    + silent(assignment, space.activity(), rule.reach().activities())
                    + silent(assignment, space.level(), rule.reach().levels());
            if (rule.effect() == Effect.PERMIT && silent == distance) {
                found.add(rule);
            }
        }
        return found;
    }

    private static int silent(Assignment assignment, Variable variable, Set<? extends Id> ids) {
        return ids.stream().anyMatch(id -> id.value().equals(assignment.word(variable))) ? 0 : 1;
    }

    @Test
    void findsRulesByTheirIds() {
        Policy policy = many();

        policy.rules().forEach(rule -> assertThat(policy.rule(rule.id())).contains(rule));
        assertThat(policy.rule(new Id.Rule("r0000"))).isEmpty();
        assertThat(policy.rule(new Id.Rule("zz"))).isEmpty();
    }
}
