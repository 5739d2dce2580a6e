package dev.remit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void printsItsStart() {
        assertThat(Span.within("rules/a.yaml", 3, 7, 4)).hasToString("rules/a.yaml:3:7");
    }

    @Test
    void excludesItsEnd() {
        assertThat(Span.within("a", 3, 7, 4)).isEqualTo(new Span("a", 3, 7, 3, 11));
        assertThat(Span.startOf("a")).isEqualTo(new Span("a", 1, 1, 1, 1));
    }

    @Test
    void knowsWhetherItStaysInOneLine() {
        assertThat(new Span("a", 1, 5, 1, 9).isWithinOneLine()).isTrue();
        assertThat(new Span("a", 1, 5, 2, 1).isWithinOneLine()).isFalse();
    }

    @Test
    void ordersByFileThenPlace() {
        List<Span> ordered = List.of(
                new Span("a", 1, 2, 1, 3),
                new Span("a", 1, 2, 2, 1),
                new Span("a", 1, 10, 1, 11),
                new Span("a", 9, 1, 9, 1),
                new Span("a", 10, 1, 10, 1),
                new Span("b", 1, 1, 1, 1));

        assertThat(ordered).isSorted();
    }

    @Test
    void refusesToEndBeforeItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span("a", 2, 1, 1, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span("a", 2, 5, 2, 4));
    }

    @Test
    void refusesToCountFromZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span("a", 0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span("a", 1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span("a", 1, 1, 2, 0));
    }
}
