package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records on the command line: written while answering, checked, shown, handed on and decided again. */
class RecordsTest {
    private static final String VIEW =
            "--activity view --level 4 --category research-project --route secure-environment --project 156 --closed";
    private static final String FILE = "records-00000000000000000000.jsonl";

    @TempDir
    Path folder;

    private String log;
    private String key;
    private String subjects;

    @BeforeEach
    void makesKeys() {
        log = folder.resolve("log").toString();
        key = folder.resolve("log.key").toString();
        subjects = folder.resolve("subjects.key").toString();
        assertThat(run("keys new --name example.org/log --out " + key).code()).isZero();
        assertThat(run("keys new --subject --name k1 --from 2020-01-01 --out " + subjects)
                        .code())
                .isZero();
    }

    private static Result run(String line) {
        return run(line, "");
    }

    private static Result run(String line, String input) {
        return InProcess.run(Arrays.asList(line.split(" ")), input);
    }

    private String recording() {
        return " --records " + log + " --checkpoint-key " + key + " --subject-key " + subjects + " --caller airlock";
    }

    /** A log of four answers and a mistake. */
    private void record() {
        assertThat(run("ask --person alice " + VIEW + recording()).code()).isZero();
        Result decided = run("decide" + recording(), """
                        {"id":"a","role":"researcher","activity":"view","level":4,"project":"12","at":"2026-11-22T10:00:00Z"}
                        {"id":"b","role":"resercher","activity":"view","level":4}
                        {"id":"c","person":"bilal","activity":"run-pipeline","level":1,"category":"research-project","route":"ehrql-pipeline","project":"156","closed":true}
                        {"id":"d","role":"researcher","activity":"run-pipeline","level":1,"category":"research-project","route":"ehrql-pipeline","project":"156","facts":{"named-on-project":true},"closed":true}
                        """);
        assertThat(decided.code()).isEqualTo(2);
        assertThat(decided.out().lines()).hasSize(4);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void areWrittenBeforeAnAnswerThatNamesThem() throws IOException {
        Result asked = run("ask --role researcher " + VIEW + recording() + " --format json");

        assertThat(json(asked.out()).get("record").longValue()).isEqualTo(1);
        assertThat(Files.readString(Path.of(log, FILE)))
                .contains("\"kind\":\"started\"", "\"caller\":\"airlock\"", "\"kind\":\"stopped\"");
        assertThat(run("records verify " + log + " --key " + key + ".pub").out())
                .isEqualTo("intact: 3 records, the first 3 of the log covered by checkpoints\n");
        assertThat(run("ask --role researcher " + VIEW + " --format json").out())
                .doesNotContain("\"record\"");
    }

    @Test
    void areNotAskedForWithoutAFolder() {
        for (String option :
                List.of("--caller a", "--subject-key a", "--checkpoint-key a", "--origin a", "--written")) {
            Result misuse = run("ask --role researcher " + VIEW + " " + option);

            assertThat(misuse.code()).isEqualTo(2);
            assertThat(misuse.err()).contains("does not go without `--records`");
        }
    }

    /** A key that has ended stops nobody but those who ask about people. */
    @Test
    void areOfNobodyOnceTheSubjectKeyHasEnded() throws IOException {
        String ended = folder.resolve("ended.key").toString();
        assertThat(run("keys new --subject --name k0 --from 2020-01-01 --until 2020-12-31 --out " + ended)
                        .code())
                .isZero();
        String recording = " --records " + log + " --subject-key " + ended;
        Result asked = run("ask --person alice " + VIEW + recording);
        Result decided = run("decide" + recording, """
                {"id":"a","role":"researcher","activity":"view","level":4}
                {"id":"b","person":"alice","activity":"view","level":4}
                {"id":"c","role":"researcher","activity":"view","level":4}
                """);

        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.err())
                .contains("without a subject key that is for today")
                .doesNotContain("Exception");
        List<String> answers = decided.out().lines().toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(1)).contains("\"no-subject-key\"");
        assertThat(json(answers.get(2)).get("answer").textValue()).isEqualTo("UNDETERMINED");
    }

    @Test
    void showSaysThatNothingIsThere() {
        record();
        String other = folder.resolve("other.key").toString();
        run("keys new --subject --name k9 --from 2020-01-01 --out " + other);

        assertThat(run("records show " + log + " --role nobody").err())
                .isEqualTo("note: none of the records is of what was asked for\n");
        assertThat(run("records show " + log + " --person alice --subject-key " + other)
                        .err())
                .contains("its people are under other keys than those given: k1");
        assertThat(run("records show " + log + " --person nobody --subject-key " + subjects)
                        .err())
                .isEqualTo("note: none of the records is of what was asked for\n");
        assertThat(run("records show " + log + " --since 2026-11-30 --until 2026-11-29")
                        .code())
                .isEqualTo(2);
    }

    /** A day that ends a time belongs to it. */
    @Test
    void showIncludesTheLastDay() throws IOException {
        record();
        String day = json(run("records show " + log + " --format json")
                        .out()
                        .lines()
                        .toList()
                        .get(0))
                .get("at")
                .textValue()
                .substring(0, 10);

        assertThat(run("records show " + log + " --since " + day + " --until " + day)
                        .out())
                .isEqualTo(run("records show " + log).out())
                .isNotEmpty();
        assertThat(run("records show " + log + " --until " + day + "T00:00:00Z").out())
                .isEmpty();
    }

    @Test
    void areOfNobodyWithoutASubjectKey() throws IOException {
        Result asked = run("ask --person alice " + VIEW + " --records " + log);
        Result decided = run("decide --records " + log, """
                {"id":"a","person":"alice","activity":"view","level":4}
                {"id":"b","role":"researcher","activity":"view","level":4}
                """);

        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.err()).contains("cannot be recorded without `--subject-key`");
        assertThat(decided.code()).isEqualTo(2);
        List<String> answers = decided.out().lines().toList();
        assertThat(json(answers.get(0)).at("/error/code").textValue()).isEqualTo("no-subject-key");
        assertThat(json(answers.get(1)).get("answer").textValue()).isEqualTo("UNDETERMINED");
        assertThat(Files.readString(Path.of(log, FILE))).doesNotContain("subject\":\"");
    }

    @Test
    void showWhereTheyWereChanged() throws IOException {
        record();
        Path file = Path.of(log, FILE);
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"answer\":\"UNDETERMINED\"", "\"answer\":\"PERMITTED\""));

        Result damaged = run("records verify " + log);
        Result asJson = run("records verify " + log + " --format json --key " + key + ".pub");

        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.out())
                .startsWith("error: record 4 in " + FILE + ": the line was changed; records before it are intact\n");
        assertThat(asJson.code()).isEqualTo(1);
        assertThat(json(asJson.out()).get("intact").booleanValue()).isFalse();
        assertThat(json(asJson.out()).at("/damage/0/seq").longValue()).isEqualTo(4);
        assertThat(json(asJson.out()).at("/damage/0/file").textValue()).isEqualTo(FILE);
    }

    @Test
    void showThatTheirEndIsGoneByACheckpointKeptElsewhere() throws IOException {
        record();
        Path checkpoints = Path.of(log, "checkpoints.txt");
        Path elsewhere = Files.copy(checkpoints, folder.resolve("elsewhere.txt"));
        String notes = Files.readString(checkpoints);
        // As if nothing had been written since the first checkpoint.
        Files.writeString(checkpoints, notes.substring(0, notes.indexOf("\n\nexample.org") + 2));
        List<String> lines = Files.readAllLines(Path.of(log, FILE));
        Files.writeString(Path.of(log, FILE), String.join("\n", lines.subList(0, 3)) + "\n");

        assertThat(run("records verify " + log + " --key " + key + ".pub").code())
                .isZero();
        Result found = run("records verify --checkpoint " + elsewhere + " " + log + " --key " + key + ".pub");
        assertThat(found.code()).as(found.out() + found.err()).isEqualTo(1);
        assertThat(found.out()).contains("records 3 to 8 are missing", "a checkpoint covers 9 records");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "records verify",
                "records verify nowhere",
                "records verify docs/examples",
                "records verify docs/examples/records --key docs/README.md",
                "records verify docs/examples/records --checkpoint docs/README.md",
                "records show nowhere",
                "records show docs/examples/records --answer maybe",
                "records show docs/examples/records --since yesterday",
                "records show docs/examples/records --person alice",
                "records show docs/examples/records --person alice --subject-key docs/README.md",
                "records prove docs/examples/records",
                "records prove docs/examples/records x",
                "records prove docs/examples/records 400",
                "records export docs/examples/records",
                "records export docs/examples/records --format xml",
                "records unused nowhere",
                "records unused docs/examples/records nowhere",
                "replay docs/examples/records",
                "replay nowhere --under policy/opensafely",
                "replay docs/README.md --under policy/opensafely",
                "replay docs/examples/records --under nowhere",
                "keys new",
                "keys new --out nowhere/key",
                "keys new --out docs/README.md",
                "keys new --out target/x --name two+plus",
                "keys new --out target/x --subject --token",
                "keys new --out target/x --from 2026-01-01",
                "keys new --out target/x --subject --from today",
                "keys new --out target/x --subject --name UPPER"
            })
    void areNotUsedWrongly(String line) {
        Result misuse = run(line);

        assertThat(misuse.code()).isEqualTo(2);
        assertThat(misuse.out()).isEmpty();
        assertThat(misuse.err()).startsWith("error").doesNotContain("Exception", "invariant");
    }

    @Test
    void areShownByWhatIsWanted() {
        record();
        assertThat(run("records show " + log).out().lines()).hasSize(9);
        assertThat(run("records show " + log + " --answer permitted").out().lines())
                .hasSize(3);
        assertThat(run("records show " + log + " --project 12").out())
                .contains("UNDETERMINED: researcher, view, level 4, project 12")
                .hasLineCount(1);
        assertThat(run("records show " + log + " --rule research-view-outputs").out())
                .hasLineCount(1);
        assertThat(run("records show " + log + " --role co-pilot").out()).isEmpty();
        assertThat(run("records show " + log + " --person bilal --subject-key " + subjects)
                        .out())
                .contains("run-pipeline")
                .hasLineCount(1);
        assertThat(run("records show " + log + " --since 2026-11-27").out()).isEmpty();
        assertThat(run("records show " + log + " --until 2026-11-26T09:00:00Z").out())
                .isEmpty();
        assertThat(run("records show " + log + " --since 2026-11-26").out()).hasLineCount(9);
        assertThat(run("records show " + log + " --format csv").out())
                .startsWith("seq,at,kind,")
                .hasLineCount(10);
        assertThat(run("records show " + log + " --format json").out().lines())
                .allSatisfy(line -> assertThat(json(line).isObject()).isTrue());
        assertThat(run("records show " + Path.of(log, FILE)).out()).hasLineCount(9);
    }

    @Test
    void showThoseWhoWereLetThroughWithTheirAnswers() {
        assertThat(run("records show docs/examples/records --project 156").out().lines())
                .anyMatch(line -> line.contains("  let through: researcher by research-run-pipeline, on record 1"))
                .anyMatch(line -> line.contains("  not let through: duties-not-handled (log-operation"));
    }

    @Test
    void areHandedOn() throws IOException {
        record();
        String published = run("records export " + log + " --format public").out();
        List<String> events =
                run("records export " + log + " --format balp").out().lines().toList();

        assertThat(published).hasLineCount(9).doesNotContain("hmac:", "\"prev\"", "\"caller\":\"");
        assertThat(events).hasSize(4).allSatisfy(event -> {
            JsonNode resource = json(event);
            assertThat(resource.get("resourceType").textValue()).isEqualTo("AuditEvent");
            assertThat(resource.at("/type/code").textValue()).isEqualTo("110113");
            assertThat(resource.at("/subtype/0/code").textValue()).isEqualTo("AuthZ-Role");
            assertThat(resource.at("/source/observer/identifier/value").textValue())
                    .isEqualTo("example.org/log");
        });
        assertThat(events).map(event -> json(event).get("outcome").textValue()).containsExactly("0", "8", "0", "0");
        assertThat(run("records prove " + log + " 4").out())
                .startsWith("c2sp.org/tlog-proof@v1\nindex 4\n")
                .contains("example.org/log\n9\n");
        assertThat(json(run("records prove " + log + " 4 --format json").out())
                        .get("seq")
                        .intValue())
                .isEqualTo(4);
    }

    @Test
    void sayWhatNobodyUsed() throws IOException {
        record();
        JsonNode unused = json(run("records unused " + log + " --format json").out());
        JsonNode later = json(run("records unused " + log + " --format json --since 2027-01-01")
                .out());

        List<String> rules = new ArrayList<>();
        unused.get("rules").forEach(rule -> rules.add(rule.textValue()));
        assertThat(unused.get("records").intValue()).isEqualTo(4);
        assertThat(rules).contains("co-pilot-write-code").doesNotContain("research-run-pipeline");
        assertThat(unused.at("/permissions")).isNotEmpty();
        assertThat(later.get("records").intValue()).isZero();
        assertThat(later.get("rules").size()).isGreaterThan(rules.size());
    }

    @Test
    void areDecidedAgainUnderAnotherPolicy() throws IOException {
        record();
        assertThat(run("replay " + log + " --under policy/opensafely").code()).isZero();
        Path next = folder.resolve("next");
        try (Stream<Path> files = Files.walk(Path.of("policy/opensafely"))) {
            for (Path file : files.toList()) {
                Path copy = next.resolve(
                        Path.of("policy/opensafely").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path rules = next.resolve("rules/research-project.yaml");
        String text = Files.readString(rules);
        assertThat(text).contains("to: run-pipeline");
        Files.writeString(rules, text.replace("to: run-pipeline", "to: write-code"));

        Result replayed = run("replay " + log + " --under " + next + " --format json");
        Result asText = run("replay " + Path.of(log, FILE) + " --under " + next);
        Result asMarkdown = run("replay " + log + " --under " + next + " --format markdown");

        assertThat(replayed.code()).as(replayed.err()).isEqualTo(1);
        JsonNode report = json(replayed.out());
        assertThat(report.get("records").intValue()).isEqualTo(4);
        JsonNode flip = report.at("/flips/0");
        assertThat(flip.get("seqs").toString()).isEqualTo("[6,7]");
        assertThat(flip.get("from").textValue()).isEqualTo("PERMITTED");
        assertThat(flip.get("to").textValue()).isEqualTo("DENIED");
        assertThat(flip.get("role").textValue()).isEqualTo("researcher");
        assertThat(flip.get("project").textValue()).isEqualTo("156");
        assertThat(flip.get("rules").toString()).isEqualTo("[\"research-run-pipeline\"]");
        assertThat(report.get("changed")).isEmpty();
        assertThat(report.get("unknownWords")).isEmpty();
        assertThat(asText.code()).isEqualTo(1);
        assertThat(asText.out())
                .contains("A researcher may no longer", "2 times: records 6, 7, for project 156", "before by");
        assertThat(asMarkdown.out()).contains("may no longer", "`research-run-pipeline`");
    }

    @Test
    void areRefusedInAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.write(folder.resolve("file"), "x".getBytes(StandardCharsets.UTF_8));
        Result misuse = run("ask --role researcher " + VIEW + " --records " + file);

        assertThat(misuse.code()).isEqualTo(2);
        assertThat(misuse.out()).isEmpty();
        assertThat(misuse.err()).startsWith("error").doesNotContain("invariant");
    }

    @Test
    void areSignedByKeysThatAreNeverOverwritten() throws IOException {
        Result again = run("keys new --out " + key);
        Result token = run("keys new --token --format json --out " + folder.resolve("token"));

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("never overwritten");
        assertThat(json(token.out()).get("digest").textValue()).matches("sha256:[0-9a-f]{64}");
        assertThat(token.out())
                .doesNotContain(Files.readString(folder.resolve("token")).strip());
        assertThat(run("keys new --out " + folder.resolve("nameless")).out()).contains("public: remit.invalid/");
        assertThat(run("keys new --subject --out " + folder.resolve("s")).out()).contains("id: k", "from: 2026-11-26");
    }
}
