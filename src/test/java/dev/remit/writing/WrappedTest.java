package dev.remit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
    @Test
    void keepsShortLines() {
        assertThat(Wrapped.at(20, "one two\n\n  three")).isEqualTo("one two\n\n  three");
    }

    @Test
    void breaksBetweenWordsAndIndentsWhatFollows() {
        assertThat(Wrapped.at(22, "one two three four five six seven\n  one two three four five six"))
                .isEqualTo("one two three four\n  five six seven\n  one two three four\n  five six");
    }

    @Test
    void putsTheTextOfAnItemBelowItself() {
        assertThat(Wrapped.at(24, "  - one two three four five six")).isEqualTo("  - one two three four\n    five six");
    }

    @Test
    void keepsAWordThatIsTooLong() {
        assertThat(Wrapped.at(10, "a bcdefghijklmnopqrstuvwxyz0123 c"))
                .isEqualTo("a\n  bcdefghijklmnopqrstuvwxyz0123\n  c");
    }
}
