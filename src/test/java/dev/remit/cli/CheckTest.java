package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOUND = """
            remit: 1
            policy: {id: p, version: "1", title: P}
            vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}}
            rules: [{id: x, permit: r, to: a, levels: l}]
            """;
    private static final String ODD = SOUND.replace("{r: R}", "{r: R, s: S}");
    private static final String WRONG = SOUND.replace("permit: r", "permit: q");

    @TempDir
    private Path folder;

    @Test
    void tellsWhatASoundBundleHolds() throws IOException {
        Result result = check(SOUND);

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .matches(
                        "0 errors, 0 warnings in p version 1: 1 rule, 1 role, 1 activity, 1 level, 0 work categories, "
                                + "0 routes, 0 facts, 0 projects, 0 people; [0-9]+ of 1,000,000 nodes; "
                                + "meaning sha256:[0-9a-f]{64}, registers sha256:[0-9a-f]{64}, assurance sha256:[0-9a-f]{64}\n");
    }

    @Test
    void findsThePackagedPolicySound() {
        Result result = InProcess.run(List.of("check", "--strict"), "");

        assertThat(result.out()).startsWith("0 errors, 0 warnings in opensafely-data-access version ");
        assertThat(result.code()).isZero();
    }

    @Test
    void showsErrorsWithTheirLines() throws IOException {
        Result result = check(WRONG);

        assertThat(result.code()).isOne();
        assertThat(result.out())
                .startsWith("error[unknown-role]: ")
                .contains("policy.yaml:4:25\n", "4 | rules: [{id: x, permit: q, to: a, levels: l}]\n", "^")
                .endsWith("\n\n1 error, 0 warnings\n");
    }

    @Test
    void letsWarningsPassUnlessItIsStrict() throws IOException {
        assertThat(check(ODD).out()).contains("warning[unused-declaration]").contains("0 errors, 1 warning in p");
        assertThat(check(ODD).code()).isZero();
        assertThat(check(ODD, "--strict").code()).isOne();
    }

    @Test
    void tellsNotesToThoseWhoAskAndCountsThemForNothing() throws IOException {
        String guarded = SOUND.replace("levels: l}]", "levels: l}, {id: yy, forbid: r, to: b}]")
                .replace("{a: A}", "{a: A, b: B}");

        Result silent = check(guarded, "--strict");
        Result told = check(guarded, "--strict", "--notes");

        assertThat(silent.code()).isZero();
        assertThat(silent.out()).startsWith("0 errors, 0 warnings in p");
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains(
                        "note[rule-never-decides]",
                        "note[activity-without-access]",
                        "0 errors, 0 warnings, 2 notes in");
        assertThat(json(check(guarded, "--format", "json"))).isEmpty();
        assertThat(json(check(guarded, "--format", "json", "--notes"))).hasSize(2);
    }

    @Test
    void showsFindingsWithQuestionsThatDecideReads() throws IOException {
        String twice = SOUND.replace("levels: l}]", "levels: l}, {id: yy, permit: any, to: a}]");

        Result found = check(twice);
        JsonNode question = json(check(twice, "--format", "json")).at("/0/questions/0");
        Result decided =
                InProcess.run(List.of("decide", folder.resolve("policy.yaml").toString()), question.toString());

        assertThat(found.code()).isZero();
        assertThat(found.out()).contains("warning[rule-implied]", "4 | rules: [{id: x,", "= shown by: {\"role\":\"r\"");
        assertThat(check(twice, "--strict").code()).isOne();
        assertThat(decided.code()).isZero();
        assertThat(decided.out()).contains("\"answer\":\"PERMITTED\"");
    }

    @Test
    void runsInvariantsAndSuitesAsErrors() throws IOException {
        Files.createDirectory(folder.resolve("tests"));
        Files.writeString(folder.resolve("invariants.yaml"), "remit: 1\ninvariants: [{id: i, never: {to: a}}]\n");
        Files.writeString(folder.resolve("tests/t.yaml"), """
                remit: 1
                suite: T
                cases: [{name: n, ask: {role: r, activity: a, level: l}, expect: denied}]
                """);

        Result result = check(SOUND);

        assertThat(result.code()).isOne();
        assertThat(result.out())
                .contains("error[invariant-violated]", "error[failed-case]", "2 errors, 0 warnings in p");
    }

    @Test
    void warnsOfSentencesWithoutRulesAndRulesWithoutSentences() throws IOException {
        String sources = SOUND.replace("title: P}", "title: P, sources: {S: Source}}");
        Files.writeString(folder.resolve("clauses.yaml"), """
                remit: 1
                clauses:
                  C-1: {document: S, section: One, kind: permit, says: It may be done.}
                  C-2: {document: S, section: One, kind: obligation, says: It is told., unanswered-because: It is not.}
                """);

        Result loose = check(sources);
        Result held = check(sources.replace("levels: l}]", "levels: l, cites: C-1}]"));
        Result both = check(sources.replace("levels: l}]", "levels: l, cites: [C-1, C-2]}]"), "--strict");

        assertThat(loose.code()).isZero();
        assertThat(loose.out())
                .contains("warning[unanswered-clause]", "warning[uncited-rule]", "0 errors, 2 warnings in p");
        assertThat(held.out()).contains("0 errors, 0 warnings in p");
        assertThat(both.out()).contains("warning[answered-clause]");
        assertThat(both.code()).isOne();
    }

    @Test
    void cannotReadWhatIsNotThere() {
        Result result = InProcess.run(List.of("check", folder.resolve("none").toString()), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).startsWith("error[missing-file]: ").endsWith("1 error, 0 warnings\n");
    }

    @Test
    void tellsProgramsAllPartsOfEachFault() throws IOException {
        JsonNode found = json(check(WRONG, "--format", "json"));

        assertThat(found).hasSize(1);
        assertThat(found.at("/0/code").textValue()).isEqualTo("unknown-role");
        assertThat(found.at("/0/severity").textValue()).isEqualTo("error");
        assertThat(found.at("/0/file").textValue()).endsWith("policy.yaml");
        assertThat(found.at("/0/line").intValue()).isEqualTo(4);
        assertThat(found.at("/0/endColumn").intValue() - found.at("/0/column").intValue())
                .isOne();
        assertThat(json(check(SOUND, "--format", "json"))).isEmpty();
    }

    private static JsonNode json(Result result) throws JsonProcessingException {
        assertThat(result.err()).isEmpty();
        return JSON.readTree(result.out());
    }

    private Result check(String policy, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("check"));
        arguments.add(Files.writeString(folder.resolve("policy.yaml"), policy).toString());
        InProcess.run(List.of("files", folder.toString(), "--write"), "");
        arguments.addAll(List.of(options));
        return InProcess.run(arguments, "");
    }
}
