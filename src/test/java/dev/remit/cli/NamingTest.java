package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what things are named, by every verb that names words of a policy: {@code --titles} and {@code --ids}. */
class NamingTest {
    private static final String BUNDLE = "policy/tutorial";
    private static final String QUESTION =
            "{\"id\":\"q\",\"role\":\"steward\",\"activity\":\"view\",\"level\":\"records\",\"closed\":true}\n";

    private static InProcess.Result run(String line, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(line.replace("BUNDLE", BUNDLE).split(" ", -1)));
        arguments.addAll(List.of(more));
        return InProcess.run(arguments, QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask BUNDLE --role steward --activity view --level records",
                "decide BUNDLE --format text",
                "who BUNDLE --activity view --level records",
                "matrix BUNDLE",
                "diff policy/minimal BUNDLE",
                "register reach BUNDLE --project sleep --from 2026-01-01 --until 2026-12-31"
            })
    void namesThingsByTitlesOrByIds(String line) {
        String titles = run(line, "--titles").out();
        String ids = run(line, "--ids").out();

        assertThat(sentences(titles)).containsIgnoringCase("steward of the archive");
        assertThat(sentences(ids)).contains("steward").doesNotContainIgnoringCase("steward of the archive");
        assertThat(run(line).out()).isIn(titles, ids);
    }

    /** What is said of access: a difference also quotes what its files say, which are titles. */
    private static String sentences(String text) {
        return text.contains("Words and definitions") ? text.substring(0, text.indexOf("Words and definitions")) : text;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask BUNDLE --role steward --activity view --level records",
                "decide BUNDLE --format text",
                "who BUNDLE --activity view --level records",
                "matrix BUNDLE",
                "prove BUNDLE",
                "diff policy/minimal BUNDLE",
                "register reach BUNDLE --project sleep --from 2026-01-01 --until 2026-12-31",
                "register changes BUNDLE --since 2026-01-01"
            })
    void refusesToNameThingsByBoth(String line) {
        InProcess.Result both = run(line, "--titles", "--ids");

        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("`--titles` does not go with `--ids`");
    }

    @Test
    void namesThingsByIdsInConditionsOfADifference() {
        assertThat(sentences(run("diff policy/minimal BUNDLE", "--ids").out()))
                .contains(
                        "GAINED: A steward may now view, on levels records or tables, for upkeep, by way of desk",
                        "  - trained\n")
                .doesNotContain("Trained in the protection of data");
    }

    @Test
    void answersAsJsonNameIdsAlone() {
        InProcess.Result refused = run("decide BUNDLE", "--titles");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("`--titles` goes with `--format text` alone");
    }

    @Test
    void saysAnAnswerInTitlesOnOneLine() {
        assertThat(run("decide BUNDLE --format text", "--titles").out())
                .startsWith("q: DENIED: a steward of the archive may not look at it (the answers, person by person).")
                .hasLineCount(1);
    }
}
