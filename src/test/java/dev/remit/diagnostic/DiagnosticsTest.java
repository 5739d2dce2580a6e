package dev.remit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void sortsByFileLineColumnAndCode() {
        report("b", 1, 1, Code.ANCHOR);
        report("a", 10, 1, Code.ANCHOR);
        report("a", 2, 9, Code.ANCHOR);
        report("a", 2, 10, Code.TAG);
        report("a", 2, 10, Code.ALIAS);

        assertThat(lines())
                .containsExactly(
                        "a:2:9: error[anchor]: m",
                        "a:2:10: error[alias]: m",
                        "a:2:10: error[tag]: m",
                        "a:10:1: error[anchor]: m",
                        "b:1:1: error[anchor]: m");
    }

    @Test
    void tellsTheSameThingOnce() {
        report("a", 1, 1, Code.ANCHOR);
        report("a", 1, 1, Code.ANCHOR);

        assertThat(lines()).hasSize(1);
    }

    @Test
    void hasErrorsOnceAnErrorIsReported() {
        assertThat(diagnostics.hasErrors()).isFalse();

        report("a", 1, 1, Code.UNUSED_DECLARATION);
        assertThat(diagnostics.hasErrors()).isFalse();

        report("a", 1, 1, Code.ANCHOR);
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void countsWhatIsBeyondTheLimit() {
        for (int i = 0; i < Diagnostics.LIMIT + 5; i++) {
            report("a", i + 1, 1, Code.ANCHOR);
        }

        List<Diagnostic> all = diagnostics.sorted();

        assertThat(all).hasSize(Diagnostics.LIMIT + 1).isSorted();
        assertThat(all.get(all.size() - 1).code()).isEqualTo(Code.TOO_MANY_FAULTS);
        assertThat(all.get(all.size() - 1).message()).contains("5 ");
    }

    @Test
    void doesNotLetWarningsCrowdOutErrors() {
        for (int i = 0; i < Diagnostics.LIMIT + 5; i++) {
            report("a", i + 1, 1, Code.UNUSED_DECLARATION);
        }
        report("a", 1, 1, Code.ANCHOR);

        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).contains(Code.ANCHOR, Code.MORE_WARNINGS);
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).doesNotContain(Code.TOO_MANY_FAULTS);
    }

    private void report(String file, int line, int column, Code code) {
        diagnostics.report(code, Span.within(file, line, column, 1), "m");
    }

    private List<String> lines() {
        return diagnostics.sorted().stream().map(LineRendering::of).toList();
    }
}
