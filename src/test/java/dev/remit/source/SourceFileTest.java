package dev.remit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo\n\nfour", "one\r\ntwo\r\n\r\nfour", "one\rtwo\r\rfour"})
    void countsLinesByAnyLineEnd(String text) {
        SourceFile file = new SourceFile("policy.yaml", text);

        assertThat(file.lineCount()).isEqualTo(4);
        assertThat(file.line(1)).isEqualTo("one");
        assertThat(file.line(2)).isEqualTo("two");
        assertThat(file.line(3)).isEmpty();
        assertThat(file.line(4)).isEqualTo("four");
    }

    @Test
    void endsWithAnEmptyLineAfterTheLastLineEnd() {
        SourceFile file = new SourceFile("policy.yaml", "one\n");

        assertThat(file.lineCount()).isEqualTo(2);
        assertThat(file.line(2)).isEmpty();
    }

    @Test
    void countsAnEmptyTextAsOneLine() {
        assertThat(new SourceFile("policy.yaml", "").lineCount()).isEqualTo(1);
    }

    @Test
    void hasNoLinesOutsideTheFile() {
        SourceFile file = new SourceFile("policy.yaml", "one\ntwo");

        assertThat(file.line(0)).isEmpty();
        assertThat(file.line(-1)).isEmpty();
        assertThat(file.line(3)).isEmpty();
    }

    @Test
    void dropsAByteOrderMarkAtTheStartOnly() {
        assertThat(new SourceFile("policy.yaml", "\uFEFFa\uFEFF").text()).isEqualTo("a\uFEFF");
    }

    @Test
    void refusesABlankName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceFile(" ", ""))
                .withMessageContaining("name");
    }
}
