package dev.remit.decide;

import static dev.remit.decide.Sketch.all;
import static dev.remit.decide.Sketch.ask;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.forbid;
import static dev.remit.decide.Sketch.holdsPermission;
import static dev.remit.decide.Sketch.is;
import static dev.remit.decide.Sketch.not;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Treatment;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definition, tried on policies small enough to work out by hand; the compiled diagram is tried on them as well. */
class ReferenceInterpreterTest {

    @Test
    void grantsWithTheDutiesOfRuleCategoryAndRoute() {
        Policy policy = new Sketch()
                .category("study", "publish-code")
                .route("direct", Map.of(), "log")
                .rules(permit("run").obligations("check"))
                .policy();

        Outcome outcome = decide(policy, "category=study", "route=direct");

        assertThat(outcome.answer()).isEqualTo(Answer.PERMITTED);
        assertThat(outcome.basis()).isEqualTo(Basis.GRANTED);
        assertThat(outcome.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.rule()).isEqualTo(new Id.Rule("run"));
            assertThat(grant.always()).isTrue();
            assertThat(grant.category()).contains(new Id.Category("study"));
            assertThat(grant.route()).contains(new Id.Route("direct"));
            assertThat(words(grant.obligations())).containsExactly("check", "log", "publish-code");
        });
        assertThat(outcome.obligations()).isEqualTo(outcome.grants().get(0).obligations());
    }

    @Test
    void deniesByDefault() {
        Policy policy =
                new Sketch().roles("a", "b").rules(permit("one").by("a")).policy();

        assertThat(decide(policy, "role=b").basis()).isEqualTo(Basis.NOT_GRANTED);
    }

    @Test
    void forbidsOverAnyPermitAndNamesAllThatForbid() {
        Policy policy = new Sketch()
                .facts("f")
                .rules(permit("yes"), forbid("no").when(fact("f")), forbid("never"))
                .policy();

        Outcome outcome = decide(policy, "f=true");

        assertThat(outcome.basis()).isEqualTo(Basis.FORBIDDEN);
        assertThat(words(outcome.forbiddenBy())).containsExactly("never", "no");
        assertThat(outcome.grants()).isEmpty();
    }

    @Test
    void putsAViolatedConstraintBeforeAForbid() {
        Policy policy = new Sketch()
                .facts("f", "g")
                .rules(permit("yes"), forbid("no"))
                .constraint("b-is-possible", fact("f"), not(fact("g")))
                .constraint("a-is-possible", Condition.ALWAYS, not(fact("f")))
                .policy();

        Outcome outcome = decide(policy, "f=true", "g=true");

        assertThat(outcome.basis()).isEqualTo(Basis.INCONSISTENT);
        assertThat(words(outcome.violates())).containsExactly("a-is-possible", "b-is-possible");
        assertThat(outcome.forbiddenBy()).isEmpty();
    }

    @Test
    void countsAnImpossibleStateAsDenied() {
        Policy policy = new Sketch()
                .facts("f")
                .rules(permit("yes"))
                .constraint("no-f", Condition.ALWAYS, not(fact("f")))
                .policy();

        assertThat(decide(policy).answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(decide(policy, "f=false").answer()).isEqualTo(Answer.PERMITTED);
    }

    @Test
    void saysForbiddenWhereTheRestIsImpossible() {
        Policy policy = new Sketch()
                .facts("f")
                .rules(permit("yes"), forbid("no").when(not(fact("f"))))
                .constraint("no-f", Condition.ALWAYS, not(fact("f")))
                .policy();

        Outcome outcome = decide(policy);

        assertThat(outcome.basis()).isEqualTo(Basis.FORBIDDEN);
        assertThat(words(outcome.forbiddenBy())).containsExactly("no");
        assertThat(outcome.violates()).isEmpty();
    }

    @Test
    void namesConstraintsViolatedThroughoutBeforeThoseViolatedInPart() {
        Sketch sketch = new Sketch()
                .facts("f", "g")
                .constraint("f-never", Condition.ALWAYS, not(fact("f")))
                .constraint("f-or-g", not(fact("f")), fact("g"))
                .constraint("g-never", Condition.ALWAYS, not(fact("g")));
        Policy policy = sketch.policy();

        assertThat(words(decide(policy).violates())).containsExactly("f-never", "f-or-g", "g-never");
        assertThat(words(decide(policy, "f=true").violates())).containsExactly("f-never");
        assertThat(words(decide(policy, "g=true").violates())).containsExactly("g-never");
    }

    @Test
    void namesForbidRulesThatMatchThroughoutBeforeThoseThatMatchInPart() {
        Policy policy = new Sketch()
                .facts("f")
                .rules(
                        forbid("with").when(fact("f")),
                        forbid("without").when(not(fact("f"))),
                        forbid("any").by("none"))
                .roles("some", "none")
                .policy();

        assertThat(decide(policy).basis()).isEqualTo(Basis.FORBIDDEN);
        assertThat(words(decide(policy).forbiddenBy())).containsExactly("with", "without");
        assertThat(words(decide(policy, "f=true").forbiddenBy())).containsExactly("with");
        assertThat(words(decide(policy, "role=none").forbiddenBy())).containsExactly("any");
    }

    @Test
    void namesForbidRulesThatMatchInPartWhereNothingIsGranted() {
        Policy policy =
                new Sketch().facts("f").rules(forbid("with").when(fact("f"))).policy();

        Outcome outcome = decide(policy);

        assertThat(outcome.basis()).isEqualTo(Basis.NOT_GRANTED);
        assertThat(words(outcome.forbiddenBy())).containsExactly("with");
    }

    @Test
    void isUndeterminedWhileAPermitHangsOnAnUnknown() {
        Policy policy = new Sketch()
                .attribute("status", "open", "closed", "none")
                .rules(permit("open").when(is("status", "open")))
                .policy();

        assertThat(decide(policy)).isEqualTo(Outcome.UNDETERMINED);
        assertThat(decide(policy, "project.status=open").answer()).isEqualTo(Answer.PERMITTED);
        assertThat(decide(policy, "project.status=none").answer()).isEqualTo(Answer.DENIED);
    }

    @Test
    void marksGrantsThatHoldInSomeStatesOnly() {
        Policy policy = new Sketch()
                .facts("f", "g")
                .rules(
                        permit("always").obligations("duty"),
                        permit("with").when(all(fact("f"), fact("g"))).obligations("other-duty"))
                .policy();

        Outcome outcome = decide(policy, "f=true");

        assertThat(outcome.grants()).extracting(grant -> grant.rule().value()).containsExactly("always", "with");
        assertThat(outcome.grants()).extracting(Grant::always).containsExactly(true, false);
        assertThat(words(outcome.obligations())).containsExactly("duty", "other-duty");
    }

    @Test
    void reportsTheMoreRestrictiveEntryWhereItHangsOnAnUnknown() {
        Policy policy = new Sketch()
                .register("type-1")
                .route("pipeline", Map.of("type-1", Mode.FILTERED))
                .rules(permit("run").stance("type-1", Stance.IF_PROJECT_PERMITTED))
                .policy();

        assertThat(treatment(decide(policy))).isEqualTo(Treatment.EXCLUDED_BY_FILTER);
        assertThat(treatment(decide(policy, "project.permissions.type-1=true"))).isEqualTo(Treatment.INCLUDED);
        assertThat(decide(policy, "optOuts.type-1=include").answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(decide(policy, "optOuts.type-1=include", "project.permissions.type-1=false")
                        .basis())
                .isEqualTo(Basis.NOT_GRANTED);
    }

    @Test
    void addsUpGrantsOfAllChoicesTheMostRestrictiveEntryFirst() {
        Policy policy = new Sketch()
                .register("type-1")
                .route("pipeline", Map.of("type-1", Mode.FILTERED))
                .route("sql", Map.of("type-1", Mode.DECLARED))
                .route("direct", Map.of("type-1", Mode.UNENFORCEABLE))
                .route("none", Map.of())
                .rules(permit("run").stance("type-1", Stance.ALLOWED))
                .policy();

        Outcome outcome = decide(policy);

        assertThat(outcome.grants())
                .extracting(grant -> grant.route().orElseThrow().value())
                .containsExactly("direct", "none", "pipeline", "sql");
        assertThat(treatment(outcome)).isEqualTo(Treatment.EXCLUDED_BY_FILTER);
        assertThat(outcome.obligations()).containsExactly(Vocabulary.DECLARE_OPT_OUT_HANDLING);
        assertThat(outcome.grants().get(0).obligations()).isEmpty();
    }

    @Test
    void appliesNoOptOutsToALevelWithoutPatientData() {
        Policy policy = new Sketch()
                .levels("1")
                .levelWithoutPatientData("none")
                .register("type-1")
                .route("direct", Map.of("type-1", Mode.UNENFORCEABLE))
                .rules(permit("run").stance("type-1", Stance.ALLOWED))
                .policy();

        assertThat(treatment(decide(policy, "level=1"))).isEqualTo(Treatment.NOT_ENFORCEABLE);
        assertThat(treatment(decide(policy, "level=none", "optOuts.type-1=exclude")))
                .isEqualTo(Treatment.NOT_APPLICABLE);
    }

    /** The table of the definition, cell by cell; a dash where the rule is not admissible. */
    @ParameterizedTest(name = "{0}, {1}, permission {2}: {3}, {4}, {5}")
    @CsvSource({
        // mode, stance, project holds the permission, include, exclude, unstated
        "FILTERED, NEVER, false, -, EXCLUDED_BY_FILTER, EXCLUDED_BY_FILTER",
        "FILTERED, NEVER, true, -, EXCLUDED_BY_FILTER, EXCLUDED_BY_FILTER",
        "FILTERED, IF_PROJECT_PERMITTED, false, -, EXCLUDED_BY_FILTER, EXCLUDED_BY_FILTER",
        "FILTERED, IF_PROJECT_PERMITTED, true, INCLUDED, EXCLUDED_BY_FILTER, INCLUDED",
        "FILTERED, ALLOWED, false, INCLUDED, EXCLUDED_BY_FILTER, EXCLUDED_BY_FILTER",
        "FILTERED, ALLOWED, true, INCLUDED, EXCLUDED_BY_FILTER, EXCLUDED_BY_FILTER",
        "DECLARED, NEVER, false, -, EXCLUDED_BY_DECLARATION, DECLARATION_REQUIRED",
        "DECLARED, NEVER, true, -, EXCLUDED_BY_DECLARATION, DECLARATION_REQUIRED",
        "DECLARED, IF_PROJECT_PERMITTED, false, -, EXCLUDED_BY_DECLARATION, DECLARATION_REQUIRED",
        "DECLARED, IF_PROJECT_PERMITTED, true, INCLUDED_BY_DECLARATION, EXCLUDED_BY_DECLARATION, DECLARATION_REQUIRED",
        "DECLARED, ALLOWED, false, INCLUDED_BY_DECLARATION, EXCLUDED_BY_DECLARATION, DECLARATION_REQUIRED",
        "DECLARED, ALLOWED, true, INCLUDED_BY_DECLARATION, EXCLUDED_BY_DECLARATION, DECLARATION_REQUIRED",
        "UNFILTERED, ALLOWED, false, INCLUDED, -, INCLUDED",
        "UNFILTERED, ALLOWED, true, INCLUDED, -, INCLUDED",
        "UNENFORCEABLE, ALLOWED, false, NOT_ENFORCEABLE, -, NOT_ENFORCEABLE",
        "UNENFORCEABLE, ALLOWED, true, NOT_ENFORCEABLE, -, NOT_ENFORCEABLE",
        "DERIVED, NEVER, false, -, SETTLED_UPSTREAM, SETTLED_UPSTREAM",
        "DERIVED, NEVER, true, -, -, SETTLED_UPSTREAM",
        "DERIVED, IF_PROJECT_PERMITTED, false, -, SETTLED_UPSTREAM, SETTLED_UPSTREAM",
        "DERIVED, IF_PROJECT_PERMITTED, true, SETTLED_UPSTREAM, -, SETTLED_UPSTREAM",
        "DERIVED, ALLOWED, false, SETTLED_UPSTREAM, SETTLED_UPSTREAM, SETTLED_UPSTREAM",
        "DERIVED, ALLOWED, true, SETTLED_UPSTREAM, -, SETTLED_UPSTREAM",
        "NOT_APPLICABLE, NEVER, false, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE",
        "NOT_APPLICABLE, NEVER, true, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE"
    })
    void followsTheOptOutTable(
            Mode mode, Stance stance, boolean permission, String include, String exclude, String unstated) {
        Policy policy = new Sketch()
                .register("r")
                .route("pipeline", Map.of("r", Mode.FILTERED))
                .route("route", Map.of("r", mode))
                .derivedFrom("pipeline")
                .rules(permit("run").via("route").stance("r", stance))
                .policy();
        String held = "project.permissions.r=" + permission;
        String ever = "project.permissionsEver.r=" + permission;

        assertThat(told(decide(policy, "route=route", held, ever, "optOuts.r=include")))
                .isEqualTo(include);
        assertThat(told(decide(policy, "route=route", held, ever, "optOuts.r=exclude")))
                .isEqualTo(exclude);
        assertThat(told(decide(policy, "route=route", held, ever))).isEqualTo(unstated);
    }

    /** What the outputs on a route may be said to be without hangs on the ways they come from. */
    @Test
    void looksUpstreamForThosePatientsWhoMayBeInOutputs() {
        Sketch routes = new Sketch()
                .register("r")
                .attribute("listed", "false", "true")
                .route("pipeline", Map.of("r", Mode.FILTERED))
                .route("console", Map.of("r", Mode.DECLARED))
                .route("site", Map.of("r", Mode.NOT_APPLICABLE))
                .route("desk", Map.of("r", Mode.DERIVED))
                .derivedFrom("pipeline", "site")
                .derivedFrom(is("listed", "true"), "console");
        Policy closed = routes.rules(
                        permit("run").via("desk").stance("r", Stance.NEVER),
                        permit("run").via("pipeline").stance("r", Stance.IF_PROJECT_PERMITTED))
                .policy();
        String[] never = {"route=desk", "optOuts.r=exclude", "project.permissionsEver.r=false", "project.listed=false"};
        String[] once = {"route=desk", "optOuts.r=exclude", "project.permissionsEver.r=true", "project.listed=false"};
        String[] listed = {"route=desk", "optOuts.r=exclude", "project.permissionsEver.r=false", "project.listed=true"};

        assertThat(told(decide(closed, never))).isEqualTo("SETTLED_UPSTREAM");
        assertThat(told(decide(closed, once))).isEqualTo("-");
        assertThat(told(decide(closed, listed))).isEqualTo("-");

        Policy open = routes.rules(permit("run").via("pipeline").stance("r", Stance.ALLOWED))
                .policy();
        assertThat(told(decide(open, never))).isEqualTo("-");
    }

    private static String told(Outcome outcome) {
        return outcome.permitted() ? treatment(outcome).name() : "-";
    }

    private static Treatment treatment(Outcome outcome) {
        return outcome.population().values().iterator().next().treatment();
    }

    @Test
    void setsTheFlagOnlyWherePatientsAreIncluded() {
        Policy policy = new Sketch()
                .register("type-1")
                .route("pipeline", Map.of("type-1", Mode.FILTERED))
                .rules(permit("run").stance("type-1", Stance.ALLOWED))
                .policy();

        assertThat(decide(policy, "optOuts.type-1=include").population().values())
                .singleElement()
                .satisfies(entry -> assertThat(entry.flag()).contains("include_type-1"));
        assertThat(decide(policy).population().values())
                .singleElement()
                .satisfies(entry -> assertThat(entry.flag()).isEmpty());
    }

    @Test
    void evaluatesConditionsInsideConditions() {
        Policy policy = new Sketch()
                .facts("f")
                .register("r")
                .attribute("kind", "a", "b", "c")
                .rules(permit("run")
                        .when(all(
                                not(all(fact("f"), holdsPermission("r"))),
                                Sketch.anyOf(is("kind", "a", "b"), fact("f")))))
                .policy();
        String[] denied = {"f=true", "project.permissions.r=true", "project.kind=a"};
        String[] permitted = {"f=true", "project.permissions.r=false", "project.kind=c"};

        assertThat(decide(policy, denied).basis()).isEqualTo(Basis.NOT_GRANTED);
        assertThat(decide(policy, permitted).permitted()).isTrue();
        assertThat(decide(policy, "f=false", "project.kind=b").permitted()).isTrue();
        assertThat(decide(policy, "f=false", "project.kind=c").basis()).isEqualTo(Basis.NOT_GRANTED);
    }

    @Test
    void refusesAQuestionWithoutRoleActivityOrLevel() {
        Policy policy = new Sketch().rules(permit("all")).policy();
        ReferenceInterpreter reference = new ReferenceInterpreter(policy);
        Space space = Space.of(policy.vocabulary());

        for (var each : List.of(space.role(), space.activity(), space.level())) {
            assertThatThrownBy(() -> reference.decide(ask(policy).with(each, Assignment.OPEN)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(each.name());
        }
    }

    @Test
    void refusesAQuestionOfAnotherVocabulary() {
        ReferenceInterpreter reference = new ReferenceInterpreter(new Sketch().policy());
        Assignment foreign = ask(new Sketch().facts("f").policy());

        assertThatThrownBy(() -> reference.decide(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vocabulary");
    }

    /** What the reference says, having made sure that the diagram says the same. */
    private static Outcome decide(Policy policy, String... words) {
        Assignment question = ask(policy, words);
        Outcome outcome = new ReferenceInterpreter(policy).decide(question);
        assertThat(WalkedDiagram.of(policy).decide(question)).isEqualTo(outcome);
        return outcome;
    }

    private static List<String> words(Iterable<? extends Id> ids) {
        List<String> words = new ArrayList<>();
        ids.forEach(each -> words.add(each.value()));
        return words;
    }
}
