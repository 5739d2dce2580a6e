package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days in place of instants, wherever a verb takes one. */
class AskedDayTest {
    private static final List<String> ALICE =
            List.of("--person", "alice", "--activity", "view", "--level", "4", "--project", "156");

    private static Result run(String verb, List<String> question, String at, String... more) {
        List<String> all = new ArrayList<>(List.of(verb.split(" ", -1)));
        all.add("policy/opensafely");
        all.addAll(question);
        all.addAll(List.of("--at", at));
        all.addAll(List.of(more));
        return InProcess.run(all, "");
    }

    @Test
    void isTheFirstSecondInTheTimeZoneOfThePolicy() {
        assertThat(run("ask", ALICE, "2026-11-22", "--format", "json").out())
                .contains("\"at\":\"2026-11-22T00:00:00Z\"");
        assertThat(run("ask", ALICE, "2026-07-01", "--format", "json").out())
                .as("summer in London")
                .contains("\"at\":\"2026-06-30T23:00:00Z\"");
    }

    @Test
    void isNamedAsTheInstantItBecame() {
        assertThat(run("ask", ALICE, "2026-07-01").err()).contains("asked about `2026-07-01` at 2026-06-30T23:00:00Z");
        assertThat(run("ask", ALICE, "2026-07-01T10:00:00Z").err()).doesNotContain("asked about");
        assertThat(run("who", List.of("--people", "--level", "1"), "2026-07-01").out())
                .contains(" on 2026-07-01 (2026-06-30T23:00:00Z)");
        assertThat(run("register permissions", List.of(), "2026-07-01", "--format", "json")
                        .out())
                .startsWith("{\"at\":\"2026-06-30T23:00:00Z\",\"day\":\"2026-07-01\"");
    }

    @Test
    void isTakenForQuestionsThatDoNotSay() {
        Result decided = InProcess.run(
                List.of("decide", "policy/opensafely", "--at", "2026-07-01"),
                "{\"role\":\"researcher\",\"activity\":\"view\",\"level\":4}\n");

        assertThat(decided.out()).contains("\"at\":\"2026-06-30T23:00:00Z\"");
    }

    /** An instant of the evening before is of the day before, in summer not of the one that UTC says. */
    @Test
    void isTheDayOfAnInstantInTheTimeZoneOfThePolicy() {
        assertThat(run("register permissions", List.of(), "2026-06-30T23:30:00Z")
                        .out())
                .contains(" on 2026-07-01 (2026-06-30T23:30:00Z)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-1-1",
                "22.11.2026",
                "tomorrow",
                "2026-11-22T10:00",
                "",
                "+2026-11-22",
                "9999-99-99"
            })
    void isRefusedIfItIsNone(String word) {
        for (String verb : List.of("who", "register permissions", "decide")) {
            Result result = run(verb, List.of(), word);

            assertThat(result.code()).as(verb).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("error: expected `--at` to be a day or an instant, found `" + word + "`")
                    .contains("write it like `2026-11-22` or `2026-11-22T10:00:00Z`");
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void isAloneWhereDaysAreAskedAbout() {
        Result result = InProcess.run(
                List.of("register", "changes", "policy/opensafely", "--since", "2026-11-22T10:00:00Z"), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: expected `--since` to be a day, found `2026-11-22T10:00:00Z`");
    }
}
