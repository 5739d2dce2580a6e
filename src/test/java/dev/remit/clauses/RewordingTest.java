package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which words of a sentence went and came, and whether one of them turns it round. */
class RewordingTest {
    @Test
    void namesWhatWentAndCameRunByRun() {
        Rewording words = Rewording.between(
                "Readers read drafts without being named.", "Readers never read any drafts without being named.");

        assertThat(words.gone()).isEmpty();
        assertThat(words.come()).containsExactly("never", "any");
        assertThat(words.isTurned()).isTrue();
    }

    @Test
    void joinsNeighbours() {
        Rewording words = Rewording.between("They see level one and two.", "They see level three.");

        assertThat(words.gone()).containsExactly("one and two.");
        assertThat(words.come()).containsExactly("three.");
        assertThat(words.isTurned()).isFalse();
    }

    @Test
    void seesATurningWordThatWentWhateverStandsAtItsEdges() {
        assertThat(Rewording.between("Readers (only) read.", "Readers read.").isTurned())
                .isTrue();
        assertThat(Rewording.between("Same words.", "Same words.").come()).isEmpty();
    }
}
