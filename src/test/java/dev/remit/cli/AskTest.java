package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHO = "ask --role researcher --at 2026-11-22T10:00:00Z --project 156 ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --activity view --level 4 --fact named-on-project,secure-environment-access | 0 | PERMITTED: a researcher may view level 4 (unreleased outputs and logs) for project 156.
                    --activity view --level 3                                                   | 1 | DENIED: a researcher may not view level 3 (study dataset) for project 156.
                    --activity view --level 4 --fact named-on-project                           | 1 | UNDETERMINED: whether a researcher may view level 4 (unreleased outputs and logs) for project
                    --activity run-pipeline --level 1 --fact named-on-project --closed --include type-1 | 1 | DENIED: a researcher may not run a project pipeline on level 1 (pseudonymised patient data) for
                    """)
    void answersInItsFirstLineAndItsExitCode(String question, int code, String sentence) {
        Result result = run(WHO + question);

        assertThat(result.out()).startsWith(sentence);
        assertThat(result.code()).isEqualTo(code);
    }

    @Test
    void tellsThePersonAskingNeitherRulesNorFiles() {
        Result result = run(WHO + "--activity view --level 3");

        assertThat(result.out())
                .contains("Researchers conducting projects have no access", "And 3 further clauses: --all")
                .doesNotContain("RP-WHAT-8", "stay-at-arms-length", ".yaml", "sha256:");
        assertThat(result.out().lines()).hasSizeLessThanOrEqualTo(12).allMatch(line -> line.length() <= 100);
    }

    @Test
    void tellsIdsAndEveryClauseToThePersonWhoWantsThem() {
        assertThat(run(WHO + "--activity view --level 3 --ids").out())
                .startsWith("DENIED: a researcher may not view level 3 for project 156.")
                .contains("RP-WHAT-8 \"Researchers conducting projects");
        assertThat(run(WHO + "--activity view --level 3 --all").out())
                .contains("Further clauses\n", "Researchers have no direct access to the data.")
                .doesNotContain("NDO-ENF-1", "--all");
    }

    @Test
    void namesMomentsThatWouldHaveToComeToBe() {
        Result result =
                run("ask --role platform-developer --activity view --level 1 --category backend-systems --no-project "
                        + "--fact appropriate-permissions,info-unavailable-outside --not-fact problem-under-investigation "
                        + "--not-fact direct-query-approval");

        assertThat(result.out().replaceAll("\\s+", " "))
                .contains("- an approver changes: approval to query patient data directly; it comes to be so that: "
                        + "an outage or other problem of the platform is being investigated");
    }

    @Test
    void namesAForbiddingRuleThatSaysNothing(@TempDir Path folder) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), """
                remit: 1
                policy: {id: p, version: "1", title: P}
                vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L, m: M}}
                rules:
                  - {id: reading, permit: r, to: a, levels: l}
                  - {id: mute, forbid: r, to: a, levels: m}
                """);

        Result result = run("ask " + policy + " --role r --activity a --level m");

        assertThat(result.out())
                .contains("Forbidden in this role by a rule of the policy, which gives no reason.\n")
                .doesNotContain("mute");
    }

    @Test
    void tellsThoseWhoKeepThePolicyMore() {
        Result result = run(WHO + "--activity view --level 3 --admin policy/opensafely");

        assertThat(result.out())
                .contains(
                        "researchers-and-co-pilots-stay-at-arms-length",
                        "policy/opensafely/rules/prohibitions.yaml:",
                        "sha256:");
    }

    @Test
    void keepsTheNoticeOfThePolicyApartFromTheAnswer() {
        Result result = run(WHO + "--activity view --level 3");

        assertThat(result.err()).startsWith("note: An unofficial reading.").hasLineCount(1);
        assertThat(result.out()).doesNotContain("unofficial");
    }

    @Test
    void saysNothingBesideTheAnswerOfAPolicyWithoutNotice() {
        Result result = run("ask policy/minimal --role reader --activity read --level final");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void asksAPolicyInAFile() {
        assertThat(run("ask policy/minimal/policy.yaml --role reader --activity read --level draft")
                        .code())
                .isOne();
    }

    @Test
    void asksAboutAPersonInEachRoleHeld() {
        Result result = run("ask --person dmitri --activity view --level 4 --project 156 --at 2026-11-22T10:00:00Z");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("DENIED: a researcher may not view level 4", "\n\nPERMITTED: a co-pilot may view level 4");
    }

    @Test
    void asksAboutAPersonWhoHoldsNoRole() {
        Result result = run("ask --person mabel --activity view --level 4 --project 156 --at 2020-11-22T10:00:00Z");

        assertThat(result.code()).isOne();
        assertThat(result.out()).isEqualTo("DENIED: mabel holds no role at that time.\n");
    }

    @Test
    void asksAboutSeveralRoles() {
        Result result = run("ask --role co-pilot --role researcher --activity view --level 3");

        assertThat(result.code()).isOne();
        assertThat(result.out().lines().filter(line -> line.startsWith("DENIED: ")))
                .hasSize(2);
    }

    @Test
    void answersProgramsWithOneObjectAndNothingElse() throws JsonProcessingException {
        Result result = run(WHO + "--activity view --level 3 --format json");

        JsonNode answer = JSON.readTree(result.out());
        assertThat(result.out()).hasLineCount(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isOne();
        assertThat(answer.get("answer").textValue()).isEqualTo("DENIED");
        assertThat(answer.at("/explanation/rules/0/line").intValue()).isPositive();
        assertThat(answer.at("/explanation/clauses/0/section").textValue()).isNotEmpty();
    }

    @Test
    void refusesForProgramsWithAnErrorObject() throws JsonProcessingException {
        Result result = run("ask --role reseacher --activity view --level 3 --format json");

        JsonNode answer = JSON.readTree(result.out());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEmpty();
        assertThat(answer.at("/error/code").textValue()).isEqualTo("unknown-role");
        assertThat(answer.at("/error/help").textValue()).isEqualTo("did you mean `researcher`?");
    }

    @ParameterizedTest
    @CsvSource({"text, true", "json, false"})
    void hasColoursForPeopleOnly(String format, boolean painted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams = Streams.of(InputStream.nullInputStream(), out, OutputTest.NOWHERE, true);

        Main.run(List.of((WHO + "--activity view --level 3 --format " + format).split(" ")), streams);

        assertThat(out.toString(StandardCharsets.UTF_8).contains("\033[")).isEqualTo(painted);
    }

    private static Result run(String arguments) {
        return InProcess.run(List.of(arguments.split(" ")), "");
    }
}
