package dev.remit.analyze.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Region;
import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PermitCondition;
import dev.remit.decide.Question;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Id;
import dev.remit.model.Variable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question and the field of the matrix about the same name the same conditions, in the same order. */
class SameConditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"policy/opensafely", "policy/tutorial", "docs/examples/output-release"})
    void areNamedByAQuestionAndByTheMatrix(String folder) {
        PolicyBundle bundle = Remit.load(Path.of(folder));
        DecisionPoint decisions = bundle.decisionPoint();
        int compared = 0;
        for (AccessReview.Cell cell : AccessReview.of(decisions).matrix()) {
            Decision asked = decisions.decide(
                    Question.may(cell.role()).perform(cell.activity()).onLevel(cell.level()));
            if (asked.answer() != Answer.UNDETERMINED) {
                continue;
            }
            List<List<ValueRestriction>> named = new ArrayList<>();
            for (PermitCondition each : asked.permittedIf()) {
                List<ValueRestriction> so = new ArrayList<>();
                so.addAll(choice(decisions.space().category(), each.category()));
                so.addAll(choice(decisions.space().route(), each.route()));
                so.addAll(each.assumptions());
                named.add(so);
            }
            assertThat(cell.when())
                    .as(cell.asked().toString())
                    .extracting(Region::so)
                    .hasSizeGreaterThanOrEqualTo(named.size())
                    .satisfies(all -> assertThat(all.subList(0, named.size())).isEqualTo(named));
            assertThat(cell.when().size() > named.size()).isEqualTo(asked.hasMorePermitConditions());
            compared++;
        }
        assertThat(compared).isPositive();
    }

    private static List<ValueRestriction> choice(Optional<Variable> variable, Optional<? extends Id> chosen) {
        return variable.flatMap(each -> chosen.map(id -> new ValueRestriction(each, List.of(id.value())))).stream()
                .toList();
    }
}
