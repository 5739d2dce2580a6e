package dev.remit.diagram;

import static dev.remit.decide.Sketch.all;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.forbid;
import static dev.remit.decide.Sketch.is;
import static dev.remit.decide.Sketch.not;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.GeneratedQuestions;
import dev.remit.decide.Sketch;
import dev.remit.model.Condition;
import dev.remit.model.Mode;
import dev.remit.model.Policy;
import dev.remit.model.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a diagram grows with the number of rules, in counts, which are the same on every machine. */
class GrowthTest {
    private static final int FEW = 3;
    private static final int MANY = 300;

    /** Where the hospitals of a policy stand in its vocabulary. */
    enum Told {
        ROUTE,
        CATEGORY,
        ATTRIBUTE
    }

    /** Twelve rules, once for each hospital. */
    private static Policy policy(Told told, int hospitals, boolean varied) {
        String[] names = IntStream.range(0, hospitals).mapToObj(i -> "h" + i).toArray(String[]::new);
        Sketch sketch = new Sketch()
                .roles("researcher", "checker", "developer")
                .activities("run", "view", "release", "query")
                .levels("1", "4")
                .register("type-1")
                .attribute("status", "active", "finished", "none")
                .facts("named", "secure", "approved", "trained");
        switch (told) {
            case ROUTE -> List.of(names).forEach(name -> sketch.route(name, Map.of("type-1", Mode.FILTERED)));
            case CATEGORY -> sketch.categories(names).route("pipeline", Map.of("type-1", Mode.FILTERED));
            case ATTRIBUTE -> sketch.attribute("hospital", names).route("pipeline", Map.of("type-1", Mode.FILTERED));
        }
        for (int i = 0; i < hospitals; i++) {
            sketch.rules(rules(told, names[i], varied ? i % 7 : -1).toArray(Sketch.RuleSketch[]::new));
        }
        return sketch.policy();
    }

    private static List<Sketch.RuleSketch> rules(Told told, String name, int left) {
        List<Sketch.RuleSketch> rules = new ArrayList<>();
        Condition active = is("status", "active");
        for (int i = 0; i < 7; i++) {
            if (i == left) {
                continue;
            }
            Condition when =
                    all(active, i % 2 == 0 ? fact("named") : fact("secure"), i % 3 == 0 ? fact("approved") : active);
            rules.add(at(
                    told,
                    name,
                    when,
                    permit(name + "-p" + i)
                            .by(i % 2 == 0 ? "researcher" : "checker")
                            .to(i < 3 ? "run" : i < 5 ? "view" : "release")
                            .levels(i % 2 == 0 ? "1" : "4")
                            .stance("type-1", Stance.IF_PROJECT_PERMITTED)));
        }
        for (int i = 0; i < 5; i++) {
            Condition when = i % 2 == 0 ? not(fact("trained")) : is("status", "finished");
            rules.add(at(told, name, when, forbid(name + "-f" + i).to(i < 2 ? "query" : "release")));
        }
        return rules;
    }

    private static Sketch.RuleSketch at(Told told, String name, Condition when, Sketch.RuleSketch rule) {
        return switch (told) {
            case ROUTE -> rule.via(name).when(when);
            case CATEGORY -> rule.in(name).when(when);
            case ATTRIBUTE -> rule.when(all(is("hospital", name), when));
        };
    }

    private static Diagram diagram(Policy policy) {
        return CompiledPolicy.of(policy).diagram();
    }

    @ParameterizedTest
    @EnumSource
    void aHundredTimesTheRulesNeedNoMoreNodesAndNoMoreSteps(Told told) {
        // From nine values on an attribute is one of many values; so the few are more here than elsewhere.
        Diagram few = diagram(policy(told, told == Told.ATTRIBUTE ? 9 : FEW, false));
        Diagram many = diagram(policy(told, MANY, false));

        assertThat(many.nodeCount()).isLessThanOrEqualTo(few.nodeCount());
        assertThat(many.depth()).isEqualTo(few.depth());
        assertThat(many.length()).isLessThan(few.length() + 100 * MANY);
    }

    @ParameterizedTest
    @EnumSource
    void rulesThatVaryNeedFewNodesEach(Told told) {
        Policy policy = policy(told, MANY, true);
        Diagram diagram = diagram(policy);

        assertThat(diagram.nodeCount()).isLessThan(policy.rules().size());
        assertThat(diagram.depth()).isEqualTo(diagram(policy(told, 9, true)).depth());
    }

    @Test
    void aDecisionTakesFewSteps() {
        Policy policy = policy(Told.ROUTE, MANY, true);
        Diagram diagram = diagram(policy);
        GeneratedQuestions questions = new GeneratedQuestions(policy, 1);
        int questionsAsked = 10_000;
        long steps = 0;
        for (int i = 0; i < questionsAsked; i++) {
            steps += diagram.steps(questions.next().values());
        }

        assertThat((double) steps / questionsAsked).isLessThan(7);
        assertThat(diagram.depth()).isLessThan(15);
    }
}
