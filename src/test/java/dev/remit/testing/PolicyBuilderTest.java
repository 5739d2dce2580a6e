package dev.remit.testing;

import static dev.remit.testing.RemitAssertions.assertThat;
import static dev.remit.testing.RemitAssertions.assertThatThrownBy;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.diagnostic.InvalidPolicyException;
import org.junit.jupiter.api.Test;

class PolicyBuilderTest {

    @Test
    void buildsAPolicyThatAnswers() {
        DecisionPoint decisions = PolicyBuilder.policy()
                .roles("author", "reader")
                .activities("read", "publish")
                .levels("draft", "final")
                .facts("read-by-another")
                .permit(
                        "authors-publish",
                        rule -> rule.roles("author").to("publish").when("read-by-another"))
                .forbid("drafts-stay", rule -> rule.to("publish").levels("draft"))
                .decisionPoint();

        Question publish = Question.may("author").perform("publish").given("read-by-another");
        assertThat(decisions.decide(publish.onLevel("final"))).isPermitted().byRule("authors-publish");
        assertThat(decisions.decide(publish.onLevel("draft"))).isForbidden().byRule("drafts-stay");
    }

    @Test
    void buildsEverythingAPolicyCanHave() {
        PolicyBuilder policy = PolicyBuilder.policy()
                .roles("researcher")
                .activities("run")
                .levels("records")
                .levelsWithoutPatients("code")
                .categories("study", "upkeep")
                .optOuts("type-1")
                .route("pipeline", "{type-1: filtered}")
                .route("desk", "{type-1: unenforceable}")
                .attribute("kind", "study", "test", "none")
                .attribute("legacy")
                .facts("named")
                .obligations("log")
                .permit(
                        "run",
                        rule -> rule.in("study")
                                .via("pipeline")
                                .levels("records")
                                .when("{all: [named, {project.kind: study}]}")
                                .optOuts("{type-1: if-project-permitted}")
                                .obligations("log"))
                .constraint("permission-needs-legacy", "project.permissions.type-1", "project.legacy");

        assertThat(policy.yaml()).isEqualTo("""
                        remit: 1
                        policy: {id: policy-of-a-test, version: "1", title: A policy of a test}
                        vocabulary:
                          roles:
                            researcher: researcher
                          activities:
                            run: run
                          levels:
                            records: records
                            code: {title: code, patient-data: false}
                          opt-outs:
                            type-1: {title: type-1, list: type-1, keep: absent}
                          routes:
                            pipeline: {title: pipeline, opt-outs: {type-1: filtered}}
                            desk: {title: desk, opt-outs: {type-1: unenforceable}}
                          project:
                            kind: [study, test, none]
                            legacy: boolean
                          facts:
                            named: {title: named, known-from: caller, changed-by: requester}
                          obligations:
                            log: log
                        work-categories:
                          study: {title: study}
                          upkeep: {title: upkeep}
                        rules:
                          - {id: run, permit: any, in: [study], via: [pipeline], levels: [records], when: {all: [named, {project.kind: study}]}, opt-outs: {type-1: if-project-permitted}, obligations: [log]}
                        constraints:
                          - {id: permission-needs-legacy, if: project.permissions.type-1, then: project.legacy}
                        """);
        ProjectAttributes legacy =
                ProjectAttributes.of("kind", "study").and("legacy", true).permission("type-1", true);
        assertThat(policy.decisionPoint()
                        .decide(Question.may("researcher")
                                .perform("run")
                                .onLevel("records")
                                .forProject(legacy)
                                .given("named")
                                .including("type-1")))
                .isPermitted()
                .withObligations("log")
                .withPopulation("type-1", "included");
    }

    @Test
    void keepsEarlierPoliciesAsTheyWere() {
        PolicyBuilder before = PolicyBuilder.policy().roles("a").activities("b").levels("c");
        String yaml = before.yaml();

        PolicyBuilder after = before.roles("d").permit("e", rule -> rule).file("projects.yaml", "");

        assertThat(before.yaml()).isEqualTo(yaml);
        assertThat(before.texts()).containsOnlyKeys("policy.yaml");
        assertThat(after.yaml()).isNotEqualTo(yaml);
    }

    @Test
    void tellsWhatIsWrongAndWhere() {
        PolicyBuilder policy = PolicyBuilder.policy()
                .roles("author")
                .activities("publish")
                .levels("final")
                .facts("read-by-another")
                .permit("authors-publish", rule -> rule.when("read-by-anoter"));

        assertThatThrownBy(policy::bundle)
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("policy.yaml:13:")
                .hasMessageContaining("did you mean `read-by-another`?");
    }
}
