package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayNoticeTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: p, version: "1", title: P, effective-from: 2099-01-01, review-by: 2021-01-01}
            vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}}
            rules: [{id: x, permit: r, to: a, levels: l}]
            """;
    private static final List<String> SAID = List.of(
            "note: this policy applies from `2099-01-01` on, and today is `2026-11-26`",
            "note: this policy was to be looked at again by `2021-01-01`, and today is `2026-11-26`");

    @TempDir
    private Path folder;

    @BeforeEach
    void writePolicy() throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
    }

    @Test
    void saysBesideAnAnswerThatAPolicyDoesNotApplyYet() {
        List<String> ask = List.of("ask", folder.toString(), "--role", "r", "--activity", "a", "--level", "l");

        Result result = InProcess.run(ask, "");

        assertThat(result.out()).startsWith("PERMITTED");
        assertThat(result.err().lines()).containsExactlyElementsOf(SAID);
    }

    @Test
    void saysItOnceBesideManyAnswers() {
        String question = "{\"role\":\"r\",\"activity\":\"a\",\"level\":\"l\"}\n";

        Result result = InProcess.run(List.of("decide", folder.toString()), question + question);

        assertThat(result.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
        assertThat(result.err().lines()).containsExactlyElementsOf(SAID);
    }
}
