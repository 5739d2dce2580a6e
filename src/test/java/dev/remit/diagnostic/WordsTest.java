package dev.remit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void cutsTextButNoName() {
        String name = "n".repeat(200);

        assertThat(Words.quoted(name)).hasSize(83);
        assertThat(Words.whole(name)).isEqualTo("`" + name + "`");
        assertThat(Words.whole("a\nb")).isEqualTo("`a\\nb`");
    }

    @Test
    void quotesTextOfTheUser() {
        assertThat(Words.quoted("approver")).isEqualTo("`approver`");
    }

    @Test
    void keepsQuotedTextOnOneLine() {
        assertThat(Words.quoted("a\nb\tc")).isEqualTo("`a\\nb\\tc`");
    }

    @Test
    void makesHiddenCharactersVisible() {
        assertThat(Words.quoted("a\u202Eb\u200Bc\u0007\u2028")).isEqualTo("`a\\u202eb\\u200bc\\u0007\\u2028`");
        assertThat(Words.visible("tag \uDB40\uDC41")).isEqualTo("tag \\U000e0041");
        assertThat(Words.visible("half \uD83D")).isEqualTo("half \\ud83d");
    }

    @Test
    void leavesOtherScriptsAlone() {
        assertThat(Words.quoted("研究者 é 😀")).isEqualTo("`研究者 é 😀`");
    }

    @Test
    void cutsLongText() {
        assertThat(Words.quoted("😀".repeat(81))).isEqualTo("`" + "😀".repeat(80) + "…`");
        assertThat(Words.quoted("x".repeat(80))).isEqualTo("`" + "x".repeat(80) + "`");
    }

    @Test
    void listsWords() {
        assertThat(Words.or(List.of())).isEmpty();
        assertThat(Words.or(List.of("a"))).isEqualTo("`a`");
        assertThat(Words.or(List.of("a", "b"))).isEqualTo("`a` or `b`");
        assertThat(Words.and(List.of("a", "b", "c"))).isEqualTo("`a`, `b` and `c`");
    }

    @Test
    void advisesTheNearestWord() {
        assertThat(Words.didYouMean("approvr", List.of("approver"))).contains("did you mean `approver`?");
        assertThat(Words.didYouMean("xyz", List.of("approver"))).isEmpty();
    }
}
