package dev.remit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.DecisionPoint;
import dev.remit.fixture.suite.Tutorial;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportsTest {
    private static final DecisionPoint DECISIONS = Tutorial.BUNDLE.decisionPoint();

    private static final String WRONG = """
            projects: {p: {kind: study, status: active}}
            cases:
              - name: An analyst who is not trained
                ask: {role: analyst, activity: run, level: records, category: study, route: batch, project: p, facts: named-on-project}
                expect: {answer: permitted, granted-by: study-run}
                cites: C-3
                because: The board said so.
              - name: Records <by> "post" & by hand
                ask: {role: guest, activity: share, level: records, project: none, opt-outs: {withdrawn: exclude}}
                expect: not-granted
              - name: A person
                ask: {person: ada, activity: run, level: records, category: study, project: sleep, at: 2026-03-01T00:00:00Z}
                expect-each: {steward: denied, analyst: {answer: permitted, obligations: none}}
              - name: Not told
                ask: {role: steward, activity: run, level: records, category: upkeep, route: batch, project: p, closed: false}
                expect: denied
              - name: Not possible
                ask: {role: steward, activity: view, level: published}
                expect: forbidden
              - name: Two things are wanting
                ask: {role: analyst, activity: run, level: records, category: study, project: p}
                expect: permitted
              - name: As expected
                ask: {role: steward, activity: share, level: published}
                expect: denied
            """;

    private static String results(String suite) {
        return TextReport.results(Tutorial.run(suite), DECISIONS, Tutorial.BUNDLE.positions());
    }

    @Test
    void tellsEverythingAboutAFailure() {
        assertThat(results(WRONG)).isEqualTo("""
                        FAILED  An analyst who is not trained  (tests/one.yaml:6)
                          asked     analyst run level records; in study; via batch; project of kind study, status active; facts named-on-project, and no others
                          expected  permitted; granted-by study-run
                          but was   not-granted
                          because   study-run (policy/tutorial/policy.yaml:89) lacks trained
                          nearest   as expected with trained
                          meant     The board said so.
                          cites     C-3

                        FAILED  Records <by> "post" & by hand  (tests/one.yaml:11)
                          asked     guest share level records; no project; no facts; exclude withdrawn
                          expected  not-granted
                          but was   forbidden
                          because   forbidden by records-stay (policy/tutorial/policy.yaml:135)
                          nearest   as expected with level: published

                        FAILED  A person  (tests/one.yaml:14)
                          asked     person ada run level records; in study; project sleep; no facts; at 2026-03-01T00:00:00Z
                          expected  the roles analyst, steward
                          but was   the roles analyst
                          as        analyst
                          expected  permitted; obligations none
                          but was   permitted; obligations log
                          because   granted by study-run (policy/tutorial/policy.yaml:89)
                          nearest   no near question is decided as expected

                        FAILED  Not told  (tests/one.yaml:17)
                          asked     steward run level records; in upkeep; via batch; project of kind study, status active
                          expected  denied
                          but was   undetermined
                          because   it hangs on repair-under-way
                          nearest   as expected with not repair-under-way

                        FAILED  Not possible  (tests/one.yaml:20)
                          asked     steward view level published; no facts
                          expected  forbidden
                          but was   undetermined
                          because   it hangs on project.kind, project.permissions.withdrawn
                          nearest   no near question is decided as expected

                        FAILED  Two things are wanting  (tests/one.yaml:23)
                          asked     analyst run level records; in study; project of kind study, status active; no facts
                          expected  permitted
                          but was   not-granted
                          because   study-run (policy/tutorial/policy.yaml:89) lacks named-on-project, trained
                          nearest   as expected with named-on-project, trained

                        7 cases in 1 suite: 1 passed, 6 failed
                        """);
    }

    @Test
    void writesWhatBuildServersRead() throws Exception {
        String written = JUnitReport.write(Tutorial.run(WRONG), DECISIONS, Tutorial.BUNDLE.positions());

        Element all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written)))
                .getDocumentElement();
        assertThat(all.getTagName()).isEqualTo("testsuites");
        assertThat(all.getAttribute("tests")).isEqualTo("7");
        assertThat(all.getAttribute("failures")).isEqualTo("6");
        Element suite = (Element) all.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("S");
        assertThat(suite.getAttribute("file")).isEqualTo("tests/one.yaml");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(7);
        Element second = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(second.getAttribute("name")).isEqualTo("Records <by> \"post\" & by hand");
        assertThat(second.getAttribute("line")).isEqualTo("11");
        Element failure = (Element) second.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("answer: expected not-granted, but was forbidden");
        assertThat(failure.getTextContent()).contains("because   forbidden by records-stay");
        assertThat(((Element) suite.getElementsByTagName("testcase").item(6))
                        .getElementsByTagName("failure")
                        .getLength())
                .isZero();
        assertThat(suite.getAttribute("failures")).isEqualTo("6");
    }

    @Test
    void writesTheSameTextEachTime() {
        assertThat(JUnitReport.write(Tutorial.run(WRONG), DECISIONS, Tutorial.BUNDLE.positions()))
                .isEqualTo(JUnitReport.write(Tutorial.run(WRONG), DECISIONS, Tutorial.BUNDLE.positions()));
        assertThat(results(WRONG)).isEqualTo(results(WRONG));
    }

    @Test
    void tellsOfManyFailuresInShort() {
        String text = results("""
                projects: {p: {kind: study, status: active}}
                tables:
                  - name: t
                    ask: {role: guest, activity: share, level: records}
                    over: {opt-outs: {withdrawn: any}, facts: [none, trained, named-on-project, repair-under-way],
                      project: [unknown, none, p], category: any, route: any}
                    expect: {for: rest, answer: permitted}
                """);

        assertThat(text.lines().filter(line -> line.startsWith("FAILED"))).hasSize(3 * 4 * 3 * 2 * 4);
        assertThat(text.lines().filter(line -> line.startsWith("  asked"))).hasSize(100);
        assertThat(text).endsWith("288 cases in 1 suite: 0 passed, 288 failed\n");
    }
}
