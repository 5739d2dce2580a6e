package dev.remit.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.load.BundleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PolicyTestsTest {
    private static final PolicyBuilder POLICY = PolicyBuilder.policy()
            .roles("author", "reader")
            .activities("read", "publish")
            .levels("report")
            .facts("read-by-another")
            .permit(
                    "authors-publish",
                    rule -> rule.roles("author").to("publish").when("read-by-another"));

    private static final String SUITE = """
            remit: 1
            suite: Publishing
            closed: true
            cases:
              - name: somebody has read it
                ask: {role: author, activity: publish, level: report, facts: read-by-another}
                expect: permitted
              - name: nobody has read it
                ask: {role: author, activity: publish, level: report}
                expect: %s
            """;

    @TestFactory
    Stream<DynamicNode> theTutorialsSuites() {
        return PolicyTests.of(Path.of("policy/tutorial"))
                .requiringCoverage(100)
                .requiringAdequacy(100)
                .provingInvariants()
                .stream();
    }

    @TestFactory
    Stream<DynamicNode> theMinimalSuites() {
        return PolicyTests.of(Path.of("policy/minimal"))
                .requiringCoverage(100)
                .requiringAdequacy(100)
                .and(
                        "it has a version",
                        bundle -> assertThat(bundle.policy().header().version()).isNotBlank())
                .stream();
    }

    private static PolicyTests of(PolicyBuilder policy) {
        return PolicyTests.of(BundleSource.of(policy.texts()));
    }

    /** Every test by its name, containers before it. */
    private static Map<String, DynamicTest> tests(PolicyTests tests) {
        Map<String, DynamicTest> found = new LinkedHashMap<>();
        tests.stream().forEach(node -> collect("", node, found));
        return found;
    }

    private static void collect(String before, DynamicNode node, Map<String, DynamicTest> found) {
        String name = before + node.getDisplayName();
        if (node instanceof DynamicContainer container) {
            container.getChildren().forEach(child -> collect(name + " / ", child, found));
        } else {
            found.put(name, (DynamicTest) node);
        }
    }

    private static DynamicTest test(Map<String, DynamicTest> tests, String name) {
        return requireNonNull(tests.get(name), name);
    }

    private static void run(Map<String, DynamicTest> tests, String name) throws Throwable {
        test(tests, name).getExecutable().execute();
    }

    private static List<String> failing(Map<String, DynamicTest> tests) {
        List<String> failing = new ArrayList<>();
        tests.forEach((name, test) -> {
            try {
                test.getExecutable().execute();
            } catch (Throwable failed) {
                failing.add(name);
            }
        });
        return failing;
    }

    @Test
    void makesATestOfEachCaseUnderItsName() {
        Map<String, DynamicTest> tests = tests(of(POLICY.file("tests/one.yaml", SUITE.formatted("not-granted")))
                .requiringCoverage(20));

        assertThat(tests)
                .containsOnlyKeys(
                        "Publishing / somebody has read it",
                        "Publishing / nobody has read it",
                        "the suites show 20 % of the rules");
        assertThat(failing(tests)).isEmpty();
    }

    @Test
    void failsTheCaseThatIsNotAsExpectedAndTellsWhy() {
        Map<String, DynamicTest> tests = tests(of(POLICY.file("tests/one.yaml", SUITE.formatted("permitted"))));

        assertThat(failing(tests)).containsExactly("Publishing / nobody has read it");
        assertThatThrownBy(() -> run(tests, "Publishing / nobody has read it")).hasMessage("""
                        tests/one.yaml:8
                          asked     author publish level report; no facts
                          expected  permitted
                          but was   not-granted
                          because   authors-publish (policy.yaml:15) lacks read-by-another
                          nearest   as expected with read-by-another
                        """);
    }

    @Test
    void failsWhereLessIsShownThanRequired() {
        Map<String, DynamicTest> tests = tests(
                of(POLICY.file("tests/one.yaml", SUITE.formatted("denied"))).requiringCoverage(100));

        assertThat(failing(tests)).containsExactly("the suites show 100 % of the rules");
        assertThatThrownBy(() -> run(tests, "the suites show 100 % of the rules"))
                .hasMessageContaining(" 33 %  words that keep a rule from applying (1 of 3)")
                .hasMessageContaining("does not apply, only because of the role");
    }

    @Test
    void failsWhereAnEditWouldGoUnnoticed() {
        Map<String, DynamicTest> tests = tests(
                of(POLICY.file("tests/one.yaml", SUITE.formatted("denied"))).requiringAdequacy(100));

        assertThat(failing(tests)).containsExactly("the suites notice 100 % of all edits");
        assertThatThrownBy(() -> run(tests, "the suites notice 100 % of all edits"))
                .hasMessageContaining("""
                          rules.authors-publish
                            widen activity by read
                              ask: {role: author, activity: read, level: report, facts: read-by-another, closed: true}
                              # now not-granted, then permitted
                            widen role by reader
                              ask: {role: reader, activity: publish, level: report, facts: read-by-another, closed: true}
                              # now not-granted, then permitted
                        """);
    }

    @Test
    void letsSurvivorsPassThatASuiteAcceptsForAReason() {
        String accepting = SUITE.formatted("denied") + """
                survivors:
                  - of: rules.authors-publish
                    edit: widen role by reader
                    because: Who reads is looked at elsewhere
                """;
        Map<String, DynamicTest> tests =
                tests(of(POLICY.file("tests/one.yaml", accepting)).requiringAdequacy(100));

        assertThatThrownBy(() -> run(tests, "the suites notice 100 % of all edits"))
                .hasMessageContaining("1 accepted")
                .hasMessageNotContaining("widen role by reader");
    }

    @Test
    void failsWhereASurvivorIsAcceptedInVain() {
        String accepting = SUITE.formatted("denied") + """
                survivors: {of: rules.authors-publish, edit: drop the rule, because: It seemed hard to notice}
                """;
        Map<String, DynamicTest> tests =
                tests(of(POLICY.file("tests/one.yaml", accepting)).requiringAdequacy(0));

        assertThatThrownBy(() -> run(tests, "the suites notice 0 % of all edits"))
                .hasMessageContaining(
                        "tests/one.yaml:11:46: error[stale-survivor]: expected this edit to survive, but case"
                                + " `somebody has read it` notices it");
    }

    @Test
    void failsWhereACaseAddsNothing() {
        String more = SUITE.formatted("denied") + """
                  - {name: once more, ask: {role: author, activity: publish, level: report, closed: false}, expect: undetermined}
                """;
        Map<String, DynamicTest> tests =
                tests(of(POLICY.file("tests/one.yaml", more)).requiringNeededCases());

        assertThat(failing(tests)).containsExactly("no case of the suites adds nothing");
        assertThatThrownBy(() -> run(tests, "no case of the suites adds nothing"))
                .hasMessageContaining("  once more  (tests/one.yaml:11)");
    }

    @Test
    void requiresEverythingInOneCall() {
        List<String> names = PolicyTests.everythingOf(Path.of("policy/minimal"))
                .map(DynamicNode::getDisplayName)
                .toList();

        assertThat(names)
                .containsExactly(
                        "Reports",
                        "the suites show 100 % of the rules",
                        "the suites notice 100 % of all edits",
                        "no case of the suites adds nothing",
                        "invariants");
    }

    @Test
    void provesEachInvariantByItself() {
        String invariants = """
                remit: 1
                invariants:
                  - {id: readers-never-publish, title: Readers never publish, never: {roles: reader, to: publish}}
                  - {id: nobody-publishes, title: Nobody does, never: {to: publish}}
                """;
        Map<String, DynamicTest> tests = tests(
                of(POLICY.file("tests/one.yaml", SUITE.formatted("denied")).file("invariants.yaml", invariants))
                        .provingInvariants());

        assertThat(tests).containsKeys("invariants / readers-never-publish", "invariants / nobody-publishes");
        assertThat(failing(tests)).containsExactly("invariants / nobody-publishes");
        assertThatThrownBy(() -> run(tests, "invariants / nobody-publishes"))
                .hasMessageContaining("nobody-publishes Nobody does")
                .hasMessageContaining("such as: role=author activity=publish level=report read-by-another=true");
    }

    @Test
    void failsWhereAnotherCheckDoes() {
        Map<String, DynamicTest> tests = tests(of(POLICY.file("tests/one.yaml", SUITE.formatted("denied")))
                .and("holds", bundle -> {})
                .and("does not", bundle -> {
                    throw new AssertionError(bundle.policy().header().id());
                }));

        assertThat(failing(tests)).containsExactly("does not");
    }

    @Test
    void turnsAFaultOfThePolicyIntoOneFailingTest() {
        Map<String, DynamicTest> tests =
                tests(of(POLICY.forbid("x", rule -> rule.roles("raeder")).file("tests/one.yaml", SUITE)));

        assertThat(failing(tests)).containsExactly("the bundle can be loaded");
        assertThatThrownBy(() -> run(tests, "the bundle can be loaded"))
                .hasMessageContaining("error[unknown-role]: role `raeder` is not declared")
                .hasMessageContaining("  - {id: x, forbid: [raeder]}")
                .hasMessageContaining("did you mean `reader`?");
    }

    @Test
    void turnsAFaultOfASuiteIntoOneFailingTest() {
        Map<String, DynamicTest> tests = tests(of(POLICY.file("tests/one.yaml", SUITE.formatted("permited"))));

        assertThat(failing(tests)).containsExactly("the suites can be loaded");
        assertThatThrownBy(() -> run(tests, "the suites can be loaded"))
                .hasMessageContaining("did you mean `permitted`?");
    }

    @Test
    void failsWithoutSuites() {
        Map<String, DynamicTest> tests = tests(of(POLICY));

        assertThat(failing(tests)).containsExactly("the suites can be read");
    }

    @Test
    void failsForASuiteThatWouldNotBeRun() {
        assertThat(failing(tests(of(POLICY.file("tests/one.yml", SUITE))))).containsExactly("the bundle can be loaded");
        assertThat(failing(tests(of(POLICY.file("tests/more/one.yaml", SUITE)))))
                .containsExactly("the bundle can be loaded");
    }

    @Test
    void writesTheIndexOfAClassPathAndFailsOnce(@TempDir Path policies) throws Exception {
        Files.writeString(Files.createDirectory(policies.resolve("small")).resolve("policy.yaml"), POLICY.yaml());
        DynamicTest test =
                (DynamicTest) PolicyTests.indexOf(policies).findFirst().orElseThrow();

        assertThatThrownBy(() -> test.getExecutable().execute()).hasMessageContaining("written anew");
        assertThat(policies.resolve("index")).hasContent("small/policy.yaml\n");
        assertThatNoException().isThrownBy(test.getExecutable()::execute);
    }

    @Test
    void leadsEditorsToTheCase(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), POLICY.yaml());
        Path suite = Files.createDirectory(folder.resolve("tests")).resolve("one.yaml");
        Files.writeString(suite, SUITE.formatted("denied"));

        Map<String, DynamicTest> tests = tests(PolicyTests.of(folder));

        assertThat(test(tests, "Publishing / nobody has read it")
                        .getTestSourceUri()
                        .orElseThrow())
                .hasToString(suite.toUri() + "?line=8");
    }

    @Test
    void refusesAPercentageThatIsNone() {
        assertThatThrownBy(() -> of(POLICY).requiringCoverage(101)).hasMessage("percent: expected 0 to 100, found 101");
    }
}
