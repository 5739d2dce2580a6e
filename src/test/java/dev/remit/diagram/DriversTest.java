package dev.remit.diagram;

import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remit.decide.Sketch;
import dev.remit.model.Condition;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.model.TooLarge;
import dev.remit.model.TooLargeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is named as costing most, the policy fits without it. */
class DriversTest {
    private static final int BUDGET = 1_000;

    @Test
    void namesTheOneRuleThatCostsMost() {
        Policy policy = withOneKnot();

        TooLarge refused = refused(policy);

        assertThat(refused.drivers()).singleElement().satisfies(driver -> {
            assertThat(driver.paths()).containsExactly(PolicyPath.Section.RULES.path("knot"));
            assertThat(new Compilation(without(policy, driver.paths()), BUDGET)
                            .compiled()
                            .used())
                    .isEqualTo((int) driver.without());
        });
        assertThat(refused.help().orElseThrow()).startsWith("without rule `knot`, the rest takes ");
    }

    @Test
    void namesAsManyRulesAsHaveToGo() {
        Policy policy = tangled(12);

        TooLarge refused = refused(policy);

        assertThat(refused.drivers()).singleElement().satisfies(driver -> {
            assertThat(driver.paths()).hasSizeBetween(2, 8);
            assertThat(new Compilation(without(policy, driver.paths()), BUDGET)
                            .compiled()
                            .used())
                    .isEqualTo((int) driver.without());
        });
    }

    @Test
    void blamesNoRuleWhereTheWholeIsTooLarge() {
        Policy policy = tangled(24);

        TooLarge refused = refused(policy);

        assertThat(refused.drivers()).singleElement().satisfies(driver -> {
            assertThat(driver.paths()).isEmpty();
            assertThat(driver.what()).contains(" of its 24 rules, taken evenly");
        });
    }

    private static TooLarge refused(Policy policy) {
        TooLargeException refused =
                catchThrowableOfType(TooLargeException.class, () -> new Compilation(policy, BUDGET).compiled());
        assertThat(refused.tooLarge().used()).isGreaterThan(refused.tooLarge().allowed());
        return refused.tooLarge();
    }

    private static Policy without(Policy policy, List<PolicyPath> paths) {
        Set<PolicyPath> gone = new HashSet<>(paths);
        List<Rule> left = policy.rules().stream()
                .filter(rule -> !gone.contains(PolicyPath.of(rule.id())))
                .toList();
        return new Policy(
                policy.header(), policy.vocabulary(), left, policy.constraints(), policy.rulings(), policy.clauses());
    }

    /** One rule over a knot of facts that is large in every order, among rules that are small. */
    private static Policy withOneKnot() {
        Random random = new Random(7);
        Sketch sketch = new Sketch();
        for (int i = 0; i < 30; i++) {
            sketch.facts("f" + i);
        }
        List<Condition> some = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            some.add(new Condition.All(List.of(
                    fact("f" + random.nextInt(30)), fact("f" + random.nextInt(30)), fact("f" + random.nextInt(30)))));
        }
        return sketch.rules(permit("knot").when(new Condition.AnyOf(some)))
                .rules(permit("plain").when(fact("f0")))
                .rules(permit("simple").when(fact("f1")))
                .policy();
    }

    /** Rules that each hang on a fact of their own, so that every set of them is another answer. */
    private static Policy tangled(int rules) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < rules; i++) {
            sketch.facts("f" + i).rules(permit("tangled-" + i).when(fact("f" + i)));
        }
        return sketch.policy();
    }
}
