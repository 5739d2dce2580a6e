package dev.remit.diagram;

import static dev.remit.decide.Sketch.all;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.is;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Sketch;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void standsChoicesAboveKnowledgeAndWishesBesideTheirPermissions() {
        Policy policy = new Sketch()
                .categories("study")
                .routes("direct")
                .register("type-1")
                .register("national")
                .attribute("kind", "research", "audit")
                .facts("seldom", "often")
                .rules(
                        permit("one").when(all(fact("often"), is("kind", "audit"))),
                        permit("two").when(all(fact("often"), fact("seldom"))))
                .policy();

        assertThat(names(policy))
                .containsExactly(
                        "role",
                        "activity",
                        "level",
                        "category",
                        "route",
                        "often",
                        "seldom",
                        "project.kind",
                        "optOuts.type-1",
                        "project.permissions.type-1",
                        "project.permissionsEver.type-1",
                        "optOuts.national",
                        "project.permissions.national",
                        "project.permissionsEver.national");
    }

    @Test
    void placesEveryVariableOnceWithChoicesAboveAllKnowledge() {
        for (long seed = 0; seed < 200; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            Space space = Space.of(policy.vocabulary());
            Order order = new Order(policy, space);

            List<Variable> inOrder =
                    IntStream.range(0, order.size()).mapToObj(order::at).toList();

            assertThat(inOrder).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(space.variables());
            assertThat(inOrder)
                    .allSatisfy(
                            each -> assertThat(order.at(order.position(each))).isEqualTo(each));
            int lastChoice = -1;
            int firstKnowledge = order.size();
            for (Variable each : inOrder) {
                if (each.kind().isChoice()) {
                    lastChoice = Math.max(lastChoice, order.position(each));
                } else if (each.kind().isKnowledge()) {
                    firstKnowledge = Math.min(firstKnowledge, order.position(each));
                }
            }
            assertThat(lastChoice).as("seed %s", seed).isLessThan(firstKnowledge);
        }
    }

    private static List<String> names(Policy policy) {
        Order order = new Order(policy, Space.of(policy.vocabulary()));
        return IntStream.range(0, order.size())
                .mapToObj(position -> order.at(position).name())
                .toList();
    }
}
