package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String SENTENCE = "Readers can't take \"open\" boxes (levels 1 or 2) home - ever.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Readers can't take \"open\" boxes (levels 1 or 2) home - ever",
                "  Readers can't\n  take \"open\"\tboxes (levels 1 or 2) home - ever.  ",
                "Readers can’t take “open” boxes (levels 1 or 2) home – ever.",
                "Readers can’t take «open» boxes (levels 1 or 2) home—ever.",
                "Readers can`t take 'open' boxes ( levels 1 or 2 ) home - ever .",
                "Readers canโ€™t take โ€œopenโ€ boxes (levels 1 or 2) home โ€“ ever.",
                "Readers canâ€™t take â€œopenâ€ boxes (levels 1 or 2) home â€“ ever.",
                "Readers can\uFFFDt take \uFFFDopen\uFFFD boxes (levels 1 or 2) home - ever.",
                "• Readers can't take \"open\" boxes (levels 1 or 2) home - ever;",
                "Readers can't take \"open\" boxes¹ (levels 1 or 2) home - ever.[12]",
                "Readers can't take \"open\" bo\u00ADxes (levels 1 or 2) home - ever. ↩\uFE0E",
                "Readers can't take \"open\" boxes (levels \uFF11 or 2) home - ever.",
                "Readers can't take \"open\" boxes (levels\u00A01 or\u20092) home - ever.",
            })
    void ignoresTypography(String other) {
        assertThat(Fingerprint.of(other)).isEqualTo(Fingerprint.of(SENTENCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Readers can take \"open\" boxes (levels 1 or 2) home - ever.",
                "Readers can't take \"open\" boxes (levels 1 or 3) home - ever.",
                "Readers can't take \"open\" boxes (levels 1, 2) home - ever.",
                "Readers can't take \"open\" boxes (level's 1 or 2) home - ever.",
                "Readers can't home \"open\" boxes (levels 1 or 2) take - ever.",
                "readers can't take \"open\" boxes (levels 1 or 2) home - ever.",
                "Readers can't take \"open\" boxes levels 1 or 2 home - ever.",
                "Readers can't take \"open\" boxes (levels 1 or 2) home ever."
            })
    void tellsWordsOrderCapitalsAndPunctuationApart(String other) {
        assertThat(Fingerprint.of(other).isSame(Fingerprint.of(SENTENCE))).isFalse();
    }

    /** Registers hold fingerprints, so how they are made can never change. */
    @Test
    void isMadeAsItAlwaysWas() {
        assertThat(Fingerprint.of("Every visit is logged."))
                .hasToString("sha256:cfca3872eec4b9b4 words:4903de0a6568a45dbeba81b639f9c2b1");
        assertThat(Fingerprint.of("")).hasToString("sha256:e3b0c44298fc1c14 words:ffffffffffffffffffffffffffffffff");
    }

    @Test
    void isReadAsItIsWritten() {
        Fingerprint fingerprint = Fingerprint.of(SENTENCE);

        assertThat(Fingerprint.parse(fingerprint.toString())).contains(fingerprint);
        assertThat(Fingerprint.parse("sha256:" + fingerprint.digest())
                        .orElseThrow()
                        .isSame(fingerprint))
                .isTrue();
        for (String other : List.of("", "sha256:", "md5:0123456789abcdef", "sha256:0123456789ABCDEF", "sha256:0123")) {
            assertThat(Fingerprint.parse(other)).as(other).isEmpty();
        }
    }

    @Test
    void estimatesHowManyWordsTwoSentencesShare() {
        String half = "The porter keeps a book of visitors at the yard door";
        String words = half + " and shows nobody else what stands in it";

        assertThat(Fingerprint.of(SENTENCE).likeness(Fingerprint.of(SENTENCE))).isEqualTo(1);
        assertThat(Fingerprint.of(words).likeness(Fingerprint.of(words.replace("nobody", "no one"))))
                .isGreaterThan(0.7)
                .isLessThan(1);
        assertThat(Fingerprint.of(words).likeness(Fingerprint.of(half))).isCloseTo(0.53, within(0.2));
        assertThat(Fingerprint.of(words).likeness(Fingerprint.of(SENTENCE))).isLessThan(0.2);
    }

    @Test
    void seesNoLikenessWithoutASketch() {
        Fingerprint bare = new Fingerprint(Fingerprint.of("a b c").digest(), "");

        assertThat(bare.likeness(Fingerprint.of("a b c"))).isEqualTo(1);
        assertThat(bare.likeness(Fingerprint.of("a b d"))).isZero();
    }
}
