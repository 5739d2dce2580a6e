package dev.remit.testing;

import static dev.remit.testing.RemitAssertions.assertThat;
import static dev.remit.testing.RemitAssertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Decision;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.model.Treatment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionAssertTest {
    private static final PolicyBundle BUNDLE = Remit.load(Path.of("policy/tutorial"));

    private static final Question RUN = Question.may("analyst")
            .perform("run")
            .onLevel("records")
            .in("study")
            .via("batch")
            .forProject(ProjectAttributes.of("kind", "study")
                    .and("status", "active")
                    .permission("withdrawn", false))
            .given("named-on-project", "trained")
            .at(Instant.EPOCH);

    private static Decision decide(Question question) {
        return BUNDLE.decisionPoint().decide(question);
    }

    private static Decision permitted() {
        return decide(RUN);
    }

    private static Decision forbidden() {
        return decide(Question.may("guest")
                .perform("share")
                .onLevel("records")
                .forProject(ProjectAttributes.of("kind", "study").and("status", "active"))
                .at(Instant.EPOCH));
    }

    private static Decision notGranted() {
        return decide(Question.may("guest")
                .perform("share")
                .onLevel("published")
                .withoutProject()
                .closed()
                .at(Instant.EPOCH));
    }

    private static Decision inconsistent() {
        return decide(RUN.forProject(
                ProjectAttributes.of("kind", "study").and("status", "active").permission("withdrawn", true)));
    }

    private static Decision undetermined() {
        return decide(RUN.forProject(ProjectAttributes.of("kind", "study").permission("withdrawn", false)));
    }

    @Test
    void holdsOfWhatIsSo() {
        assertThat(permitted())
                .isPermitted()
                .byRule("study-run")
                .withObligations("log")
                .withObligationsIncluding("log")
                .withObligationsIncluding()
                .withPopulation("withdrawn", "excluded-by-filter")
                .withPopulation("withdrawn", Treatment.EXCLUDED_BY_FILTER)
                .citing("C-2");
        assertThat(forbidden()).isDenied().isForbidden().byRule("records-stay").withObligations();
        assertThat(notGranted()).isDenied().isNotGranted().byRule();
        assertThat(inconsistent()).isDenied().isInconsistent().violating("only-upkeep-includes-the-withdrawn");
        assertThat(undetermined()).isUndetermined().missing("project.status");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("denied", "permitted", permitted(), DecisionAssert::isDenied),
                wrong("undetermined", "permitted", permitted(), DecisionAssert::isUndetermined),
                wrong("denied as forbidden", "permitted", permitted(), DecisionAssert::isForbidden),
                wrong("permitted", "denied as forbidden", forbidden(), DecisionAssert::isPermitted),
                wrong("denied as not-granted", "denied as forbidden", forbidden(), DecisionAssert::isNotGranted),
                wrong("denied as inconsistent", "denied as not-granted", notGranted(), DecisionAssert::isInconsistent),
                wrong("permitted", "undetermined", undetermined(), DecisionAssert::isPermitted),
                wrong("decided by study-view", "study-run", permitted(), it -> it.byRule("study-view")),
                wrong("decided by none", "study-run", permitted(), DecisionAssert::byRule),
                wrong("decided by a, study-run", "study-run", permitted(), it -> it.byRule("study-run", "a")),
                wrong("with the obligations none", "log", permitted(), DecisionAssert::withObligations),
                wrong(
                        "with the obligations x among others",
                        "log",
                        permitted(),
                        it -> it.withObligationsIncluding("x")),
                wrong(
                        "with withdrawn included",
                        "withdrawn excluded-by-filter",
                        permitted(),
                        it -> it.withPopulation("withdrawn", Treatment.INCLUDED)),
                wrong(
                        "with others included",
                        "no word on others",
                        permitted(),
                        it -> it.withPopulation("others", "included")),
                wrong("missing trained", "project.status", undetermined(), it -> it.missing("trained")),
                wrong("missing none", "project.status", undetermined(), DecisionAssert::missing),
                wrong(
                        "violating none",
                        "only-upkeep-includes-the-withdrawn",
                        inconsistent(),
                        DecisionAssert::violating),
                wrong("citing C-1 among others", "C-6", forbidden(), it -> it.citing("C-1")));
    }

    private static Arguments wrong(
            String expected, String found, Decision decision, Consumer<DecisionAssert> assertion) {
        return Arguments.of(expected, found, decision, assertion);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void tellsTheWholeReasonWhenItFails(
            String expected, String found, Decision decision, Consumer<DecisionAssert> assertion) {
        assertThatThrownBy(() -> assertion.accept(assertThat(decision)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("\nexpected  " + expected + "\nbut was   " + found + "\n\n"
                        + decision.explain().forAdministrator().stripTrailing());
    }

    @Test
    void namesRulesWithTheirPlacesWhenItFails() {
        assertThatThrownBy(() -> assertThat(forbidden()).isPermitted())
                .hasMessageContaining("rule records-stay (policy/tutorial/policy.yaml:135)")
                .hasMessageContaining("DENIED: a guest may not share level records");
    }

    @Test
    void keepsTheDescriptionOfTheTest() {
        assertThatThrownBy(
                        () -> assertThat(forbidden()).as("guests and records").isPermitted())
                .hasMessageStartingWith("[guests and records] ");
    }

    @Test
    void refusesATreatmentThatDoesNotExist() {
        assertThatThrownBy(() -> assertThat(permitted()).withPopulation("withdrawn", "exclude-by-filter"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outcome `exclude-by-filter` does not exist; did you mean `excluded-by-filter`?");
    }
}
