package dev.remit.decide;

import static dev.remit.decide.Sketch.ask;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.is;
import static dev.remit.decide.Sketch.not;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A permit needs one choice that is good in every state of the world. A choice for every state, but none for all, is
 * only enough once the state is known.
 */
class EitherOrTheoremTest {
    private final Sketch eitherRoute = new Sketch()
            .routes("left", "right", "middle")
            .facts("f")
            .rules(
                    permit("with").via("left").when(fact("f")),
                    permit("without").via("right").when(not(fact("f"))));

    private final Sketch eitherCategory = new Sketch()
            .categories("study", "audit", "test")
            .attribute("kind", "study", "audit", "test")
            .rules(
                    permit("studies").in("study").when(is("kind", "study")),
                    permit("audits").in("audit").when(is("kind", "audit")),
                    permit("tests").in("test").when(is("kind", "test")));

    @Test
    void isUndeterminedWhileTheRouteHangsOnAnUnknownFact() {
        Policy policy = eitherRoute.policy();

        assertThat(decide(policy, "").answer()).isEqualTo(Answer.UNDETERMINED);
    }

    @Test
    void permitsTheRouteThatTheFactCallsFor() {
        Policy policy = eitherRoute.policy();

        assertThat(routes(decide(policy, "f=true"))).containsExactly("left");
        assertThat(routes(decide(policy, "f=false"))).containsExactly("right");
    }

    @Test
    void deniesARouteThatTheFactDoesNotCallFor() {
        Policy policy = eitherRoute.policy();

        assertThat(decide(policy, "route=left").answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(decide(policy, "route=left f=false").basis()).isEqualTo(Basis.NOT_GRANTED);
        assertThat(decide(policy, "route=middle").basis()).isEqualTo(Basis.NOT_GRANTED);
    }

    @Test
    void permitsARouteThatIsGoodInEveryStateAndNamesNoOther() {
        Policy policy = eitherRoute.rules(permit("at-any-time").via("middle")).policy();

        assertThat(routes(decide(policy, ""))).containsExactly("middle");
        assertThat(routes(decide(policy, "f=true"))).containsExactly("middle", "left");
    }

    @Test
    void permitsARouteThatDifferentRulesMakeGoodInEveryState() {
        Policy policy = eitherRoute
                .rules(permit("without-on-the-left").via("left").when(not(fact("f"))))
                .policy();

        Outcome outcome = decide(policy, "");

        assertThat(routes(outcome)).containsExactly("left", "left");
        assertThat(outcome.grants()).noneMatch(Grant::always);
    }

    @Test
    void isUndeterminedWhileTheCategoryHangsOnAnUnknownAttribute() {
        Policy policy = eitherCategory.policy();

        assertThat(decide(policy, "").answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(decide(policy, "project.kind=audit").grants())
                .extracting(Grant::category)
                .extracting(each -> each.orElseThrow().value())
                .containsExactly("audit");
    }

    @Test
    void doesNotMendAnOpenCategoryWithAnOpenRoute() {
        Policy policy = new Sketch()
                .categories("study", "audit")
                .routes("left", "right")
                .facts("f", "g")
                .rules(
                        permit("one").in("study").via("left").when(fact("f")),
                        permit("two").in("study").via("right").when(not(fact("f"))),
                        permit("three").in("audit").via("left").when(fact("g")),
                        permit("four").in("audit").via("right").when(not(fact("g"))))
                .policy();

        assertThat(decide(policy, "").answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(decide(policy, "f=true").grants()).extracting(Grant::rule).containsExactly(new Id.Rule("one"));
        assertThat(decide(policy, "f=true route=right").answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(decide(policy, "f=true route=right category=study").answer()).isEqualTo(Answer.DENIED);
    }

    /** What both say, having made sure that it is the same. */
    private static Outcome decide(Policy policy, String words) {
        Assignment question = words.isEmpty() ? ask(policy) : ask(policy, words.split(" ", -1));
        Outcome outcome = WalkedDiagram.of(policy).decide(question);
        assertThat(new ReferenceInterpreter(policy).decide(question)).isEqualTo(outcome);
        return outcome;
    }

    private static List<String> routes(Outcome outcome) {
        return outcome.grants().stream()
                .map(grant -> grant.route().orElseThrow().value())
                .toList();
    }
}
