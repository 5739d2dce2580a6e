package service;

import static dev.remit.testing.RemitAssertions.assertThat;

import dev.remit.Remit;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.load.BundleSource;
import dev.remit.testing.PolicyBuilder;
import dev.remit.testing.PolicyTests;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each door of the room for tests of services, used once. */
class AccessTest {

    @Test
    void assertsWhatThePolicyInTheJarDecides() {
        Decision decision = Remit.embedded("opensafely")
                .decisionPoint()
                .decide(Question.may("researcher")
                        .perform("view")
                        .onLevel("4")
                        .forProject("156")
                        .in("research-project")
                        .via("secure-environment")
                        .given("named-on-project", "secure-environment-access")
                        .closed());

        assertThat(decision).isPermitted().withObligations("log-operation");
    }

    @Test
    void makesASmallPolicy() {
        DecisionPoint decisions = PolicyBuilder.policy()
                .roles("reader")
                .activities("read")
                .levels("reports")
                .permit("reading", rule -> rule)
                .decisionPoint();

        assertThat(decisions.decide(Question.may("reader").perform("read").onLevel("reports")))
                .isPermitted()
                .byRule("reading");
    }

    @TestFactory
    Stream<DynamicNode> runsTheSuitesOfABundle() {
        return PolicyTests.of(BundleSource.of(Map.of(
                        "policy.yaml",
                        """
                        remit: 1
                        policy: {id: p, version: "1", title: P}
                        vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}}
                        rules: [{id: x, permit: r, to: a, levels: l}]
                        """,
                        "tests/all.yaml",
                        """
                        remit: 1
                        suite: All
                        cases:
                          - {name: r may, ask: {role: r, activity: a, level: l}, expect: permitted}
                        """)))
                .requiringCoverage(50)
                .stream();
    }
}
