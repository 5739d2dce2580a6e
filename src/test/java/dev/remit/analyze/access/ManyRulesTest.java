package dev.remit.analyze.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Sketch;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.ChangedBy;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Rule;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bounds the work that questions about large policies take, by counting what was made and not by the clock. */
class ManyRulesTest {
    private static final long SEED = 12;

    @Test
    void growsNoFasterThanTheRules() {
        Count few = count(8);
        Count many = count(96);

        assertThat(many.rules).isGreaterThan(1_200);
        assertThat(many.nodes).as("%s after %s", many, few).isLessThan(few.nodes * many.rules / few.rules);
        assertThat(many.regions).as("%s after %s", many, few).isLessThan(3 * few.regions);
        assertThat(many.heard).isEqualTo(many.cells);
    }

    private record Count(int rules, int cells, int regions, int nodes, int heard) {}

    private static Count count(int environments) {
        Policy policy = policy(environments);
        AccessReview access = AccessReview.of(DecisionPoint.of(CompiledPolicy.of(policy)));
        int[] heard = new int[1];
        List<AccessReview.Cell> cells = access.matrix((done, all) -> heard[0] = Math.max(heard[0], done));
        int regions = cells.stream().mapToInt(cell -> cell.when().size()).sum();
        return new Count(policy.rules().size(), cells.size(), regions, access.nodes(), heard[0]);
    }

    /** The rules of one policy for each of many environments; each lacks one of them and has one that asks for nothing. */
    private static Policy policy(int environments) {
        Policy one = GeneratedPolicies.policy(SEED, GeneratedPolicies.Size.LARGE);
        Id.Attribute attribute = new Id.Attribute("environment");
        List<Id.Value> values = IntStream.range(0, environments)
                .mapToObj(each -> new Id.Value("e" + each))
                .toList();
        Vocabulary words = one.vocabulary();
        List<ProjectAttribute> attributes = new ArrayList<>(words.attributes());
        attributes.add(new ProjectAttribute(attribute, "Environment", "", values, ChangedBy.NOBODY));
        List<Rule> rules = new ArrayList<>();
        for (Id.Value value : values) {
            SplittableRandom random = new SplittableRandom(value.value().hashCode());
            int without = random.nextInt(one.rules().size());
            int wider = random.nextInt(one.rules().size());
            for (int i = 0; i < one.rules().size(); i++) {
                Rule rule = one.rules().get(i);
                Condition here = new Condition.AttributeIs(attribute, Set.of(value));
                Condition when = i == wider ? here : new Condition.All(List.of(here, rule.when()));
                if (i != without) {
                    rules.add(named(rule.withWhen(when), rule.id() + "-" + value));
                }
            }
        }
        Vocabulary larger = new Vocabulary(
                words.roles(),
                words.activities(),
                words.levels(),
                words.categories(),
                words.routes(),
                attributes,
                words.facts(),
                words.registers(),
                words.obligations());
        return Sketch.policy(larger, rules, one.constraints());
    }

    private static Rule named(Rule rule, String id) {
        return new Rule(
                new Id.Rule(id),
                rule.effect(),
                rule.title(),
                rule.because(),
                rule.reach(),
                rule.when(),
                rule.stances(),
                rule.obligations(),
                rule.cites());
    }
}
