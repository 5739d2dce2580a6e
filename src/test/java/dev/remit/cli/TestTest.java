package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: p, version: "1", title: P, sources: {S: A source}}
            vocabulary: {roles: {r: R, s: {title: S, unused-because: It is spare.}}, activities: {a: A}, levels: {l: L}}
            rulings: {ruling-1: So it is}
            rules:
              - {id: x, permit: r, to: any, cites: [C-1, ruling-1]}
            """;
    private static final String CLAUSES = """
            remit: 1
            clauses: {C-1: {document: S, section: One, says: So it is, kind: permit}}
            """;
    private static final String SUITE = """
            remit: 1
            suite: Both
            cases:
              - {name: r may, ask: {role: r, activity: a, level: l}, expect: %s, cites: C-1}
              - {name: s may not, ask: {role: s, activity: a, level: l}, expect: not-granted}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writePolicy() throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
        Files.writeString(folder.resolve("clauses.yaml"), CLAUSES);
    }

    private Result test(String suite, String... options) throws IOException {
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/one.yaml"), suite);
        return run(options);
    }

    private Result run(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "test";
        arguments[1] = folder.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return InProcess.run(Arrays.asList(arguments), "");
    }

    @Test
    void passesWithWhatTheCasesShow() throws IOException {
        Result result = test(SUITE.formatted("permitted"));

        assertThat(result).isEqualTo(new Result(0, """
                2 cases in 1 suite: 2 passed, 0 failed

                100 %  rules that decide (1 of 1)
                100 %  words that let a rule apply (1 of 1)
                100 %  words that keep a rule from applying (1 of 1)
                """, ""));
    }

    @Test
    void failsWithTheFacts() throws IOException {
        Result result = test(SUITE.formatted("denied"));

        assertThat(result.code()).isOne();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("FAILED  r may  (" + folder.resolve("tests/one.yaml") + ":4)\n")
                .contains("  because   granted by x (" + folder.resolve("policy.yaml") + ":6)\n")
                .contains("\n2 cases in 1 suite: 1 passed, 1 failed\n");
    }

    @Test
    void failsWhereLessIsShownThanRequired() throws IOException {
        String one = SUITE.formatted("permitted").replaceAll("(?m)^ .*s may not.*\\n", "");

        assertThat(test(one, "--require", "0").code()).isZero();
        Result result = run("--require", "1");
        assertThat(result.code()).isOne();
        assertThat(result.out())
                .contains("Not shown by any case:\n  x\n    does not apply, only because of the role")
                .contains("      ask: {role: s, activity: a, level: l}\n      # now not-granted\n");
        Result json = run("--require", "1", "--format", "json");
        assertThat(json.code()).isOne();
        assertThat(json.err()).isEqualTo("error: the cases show 0 % of the rules, and 1 % is required\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--filter, S MAY, 1",
        "--filter, both, 2",
        "--clause, C-1, 1",
        "--clause, ruling-1, 1",
        "--rule, x, 1",
    })
    void runsSomeOfTheCasesAndThenSaysNothingOfTheRules(String option, String value, int cases) throws IOException {
        Result result = test(SUITE.formatted("permitted"), option, value);

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(cases + (cases == 1 ? " case" : " cases") + " in 1 suite: " + cases + " passed, 0 failed\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--filter nobody | no case is left to run",
                "--clause C-2 | clause or ruling `C-2` is not declared",
                "--rule xx | rule `xx` is not declared",
                "--require 101 | expected `--require` to be a whole number from 0 to 100, found `101`",
                "--require all | expected `--require` to be a whole number from 0 to 100, found `all`",
                "--require 100 --rule x | `--require` is about all cases, so it does not go with a restriction",
                "--adequacy --clause C-1 | `--adequacy` is about all cases, so it does not go with a restriction",
                "--suggest --filter r | `--suggest` is about all cases, so it does not go with a restriction",
                "--suggest --generate | `--suggest` writes a suite, so it does not go with `--generate`",
                "--generate --format json | `--generate` writes a suite, so it does not go with `--format`",
                "--strict | `--strict` says something only with `--adequacy`",
                "--format xml | expected `--format` to be `text`, `json` or `junit`, found `xml`",
            })
    void refusesMisuse(String options, String message) throws IOException {
        Result result = test(SUITE.formatted("permitted"), options.split(" "));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("error: " + message);
    }

    @Test
    void showsWhatIsWrongWithSuites() throws IOException {
        Result result = test(SUITE.formatted("permited"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("error[wrong-value]: ", "tests/one.yaml:4:", "did you mean `permitted`?", "^^^^^^^^");
    }

    @Test
    void failsWithoutSuites() {
        Result result = run();

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("error[empty-suite]: this bundle has no suites of tests");
    }

    @Test
    void tellsProgramsEverything() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(test(SUITE.formatted("denied"), "--format", "json").out());

        assertThat(report.get("passed").asBoolean()).isFalse();
        assertThat(report.get("cases").asInt()).isEqualTo(2);
        assertThat(report.get("failed").asInt()).isOne();
        JsonNode failed = report.at("/suites/0/cases/0");
        assertThat(failed.get("name").asText()).isEqualTo("r may");
        assertThat(failed.get("line").asInt()).isEqualTo(4);
        assertThat(failed.at("/cites/0").asText()).isEqualTo("C-1");
        assertThat(failed.get("passed").asBoolean()).isFalse();
        assertThat(failed.at("/question/role").asText()).isEqualTo("r");
        assertThat(failed.at("/answers/0/mismatches/0/aspect").asText()).isEqualTo("answer");
        assertThat(failed.at("/answers/0/mismatches/0/expected").asText()).isEqualTo("denied");
        assertThat(failed.at("/answers/0/mismatches/0/found").asText()).isEqualTo("permitted");
        assertThat(failed.at("/answers/0/decision/grants/0/rule").asText()).isEqualTo("x");
        assertThat(failed.at("/facts/0/key").asText()).isEqualTo("asked");
        assertThat(report.at("/suites/0/cases/1/passed").asBoolean()).isTrue();
        assertThat(report.at("/coverage/stops/percent").asInt()).isEqualTo(100);
        assertThat(report.at("/coverage/percent").asInt()).isZero();
        assertThat(report.at("/coverage/missing/0/what").asText()).isEqualTo("decides");
        assertThat(report.at("/coverage/missing/0/line").asInt()).isEqualTo(6);
        assertThat(report.at("/coverage/missing/0/question/role").asText()).isEqualTo("r");
        assertThat(report.at("/coverage/impossible")).isEmpty();
    }

    @Test
    void tellsWhichEditsNoCaseWouldNotice() throws IOException {
        String one = SUITE.formatted("permitted").replaceAll("(?m)^ .*s may not.*\\n", "");

        Result result = test(one, "--adequacy");

        assertThat(result).isEqualTo(new Result(1, """
                1 case in 1 suite: 1 passed, 0 failed

                Not noticed by any case:
                  rules.x
                    widen role by s
                      ask: {role: s, activity: a, level: l}
                      # now not-granted, then permitted

                100 %  rules that decide (1 of 1)
                100 %  words that let a rule apply (1 of 1)
                  0 %  words that keep a rule from applying (0 of 1)
                 66 %  edits that are noticed (2 of 3)
                """, ""));
    }

    @Test
    void passesOnceEveryEditIsNoticedOrAcceptedForAReason() throws IOException {
        String one = SUITE.formatted("permitted").replaceAll("(?m)^ .*s may not.*\\n", "");
        String accepting = one + "survivors: [{of: rules.x, edit: widen role by s, because: There is no s yet}]\n";

        assertThat(test(SUITE.formatted("permitted"), "--adequacy", "--strict").code())
                .isZero();
        Result accepted = test(accepting, "--adequacy");
        assertThat(accepted.code()).isZero();
        assertThat(accepted.out()).endsWith("100 %  edits that are noticed (2 of 3; 1 accepted)\n");
    }

    @Test
    void failsForASurvivorThatIsAcceptedInVain() throws IOException {
        String accepting = SUITE.formatted("permitted")
                + "survivors: [{of: rules.x, edit: widen role by s, because: There is no s yet}]\n";

        Result result = test(accepting, "--adequacy");

        assertThat(result.code()).isOne();
        assertThat(result.err())
                .contains("""
                error[stale-survivor]: expected this edit to survive, but case `s may not` notices it
                """, "^^^^^^^^^^^^^^^")
                .contains("6 | survivors: [{of: rules.x, edit: widen role by s,");
    }

    @Test
    void failsForCasesThatAddNothingOnlyWhereThatIsAskedFor() throws IOException {
        String more = SUITE.formatted("permitted").replace("cites: C-1", "because: So")
                + "  - {name: both, ask: {roles: [r, s], activity: a, level: l}, expect-each: {r: permitted, s: denied}}\n";

        assertThat(test(more, "--adequacy").code()).isZero();
        Result strict = run("--adequacy", "--strict");
        assertThat(strict.code()).isOne();
        assertThat(strict.out())
                .contains("Without these as much is shown and noticed, and they cite no clause:\n  both  (");
    }

    @Test
    void tellsNothingOfEditsBeforeEveryCasePasses() throws IOException {
        Result result = test(SUITE.formatted("denied"), "--adequacy");

        assertThat(result.code()).isOne();
        assertThat(result.out()).contains("FAILED  r may").doesNotContain("edits");
        assertThat(result.err()).isEqualTo("error: what would be noticed can be found once every case passes\n");
        assertThat(run("--suggest").code()).isOne();
    }

    @Test
    void tellsProgramsAboutEveryEdit() throws IOException {
        String one = SUITE.formatted("permitted").replaceAll("(?m)^ .*s may not.*\\n", "");

        Result result = test(one, "--adequacy", "--format", "json");

        JsonNode told = new ObjectMapper().readTree(result.out()).get("adequacy");
        assertThat(result.code()).isOne();
        assertThat(told.get("percent").asInt()).isEqualTo(66);
        assertThat(told.get("complete").asBoolean()).isFalse();
        assertThat(told.at("/killed/0/of").asText()).isEqualTo("rules.x");
        assertThat(told.at("/killed/0/edit").asText()).isEqualTo("drop the rule");
        assertThat(told.at("/killed/0/by").asText()).isEqualTo("r may");
        assertThat(told.at("/survived/0/edit").asText()).isEqualTo("widen role by s");
        assertThat(told.at("/survived/0/question/role").asText()).isEqualTo("s");
        assertThat(told.at("/survived/0/then").asText()).isEqualTo("permitted");
        assertThat(told.get("equivalent")).isEmpty();
        assertThat(told.get("idle")).isEmpty();
    }

    @Test
    void tellsBuildServersAboutWhatWasEdited() throws IOException {
        String one = SUITE.formatted("permitted").replaceAll("(?m)^ .*s may not.*\\n", "");

        Result result = test(one, "--adequacy", "--format", "junit");

        assertThat(result.code()).isOne();
        assertThat(result.out())
                .contains("<testsuites name=\"remit\" tests=\"2\" failures=\"1\"")
                .contains("<testcase classname=\"Edits of the policy are noticed\" name=\"rules.x\">")
                .contains("widen role by s");
    }

    @Test
    void writesTheCasesThatAreMissing() throws IOException {
        String one = SUITE.formatted("permitted").replaceAll("(?m)^ .*s may not.*\\n", "");

        Result result = test(one, "--suggest");

        assertThat(result).isEqualTo(new Result(1, """
                remit: 1
                suite: What was missing

                cases:
                  # notices rules.x: widen role by s
                  # shows that x does not apply, only because of the role
                  - name: s a l is not-granted
                    ask: {role: s, activity: a, level: l}
                    expect: not-granted
                """, "cases: 1\n"));
        Files.writeString(folder.resolve("tests/two.yaml"), result.out());
        assertThat(run("--suggest"))
                .isEqualTo(new Result(
                        0, "", "nothing is missing: the cases show and notice all that can be shown and noticed\n"));
    }

    @Test
    void writesAWholeSuiteWhereThereIsNone() throws IOException {
        Result result = run("--generate");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEqualTo("cases: 2\n");
        assertThat(test(result.out(), "--require", "100", "--adequacy", "--strict")
                        .code())
                .isZero();
    }

    @Test
    void tellsBuildServers() throws IOException {
        Result result = test(SUITE.formatted("permitted"), "--format", "junit");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"remit\" tests=\"2\"")
                .endsWith("</testsuites>\n");
    }

    @Test
    void runsTheSuitesOfThePackagedPolicy() {
        Result result = InProcess.run(List.of("test", "--require", "100"), "");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains(" passed, 0 failed\n");
    }
}
