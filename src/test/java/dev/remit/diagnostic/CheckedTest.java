package dev.remit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.remit.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedTest {

    private static final Diagnostic WARNING = diagnostic(Code.UNUSED_DECLARATION, 7);
    private static final Diagnostic ERROR = diagnostic(Code.UNKNOWN_ROLE, 3);

    @Test
    void holdsAValueWithItsWarnings() {
        Checked<String> checked = Checked.of("policy", List.of(WARNING));

        assertThat(checked.value()).contains("policy");
        assertThat(checked.orThrow()).isEqualTo("policy");
        assertThat(checked.hasErrors()).isFalse();
        assertThat(checked.diagnostics()).containsExactly(WARNING);
    }

    @Test
    void holdsNoValueIfThereIsAnError() {
        Checked<String> checked = Checked.failed(List.of(WARNING, ERROR));

        assertThat(checked.value()).isEmpty();
        assertThat(checked.hasErrors()).isTrue();
        assertThat(checked.diagnostics()).containsExactly(ERROR, WARNING);
    }

    @Test
    void throwsWithAllDiagnostics() {
        Checked<String> checked = Checked.failed(List.of(WARNING, ERROR));

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(checked::orThrow)
                .withMessage("a:3:1: error[unknown-role]: m\na:7:1: warning[unused-declaration]: m")
                .satisfies(thrown -> assertThat(thrown.diagnostics()).containsExactly(ERROR, WARNING));
    }

    @Test
    void refusesAValueBesideAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checked.of("policy", List.of(ERROR)));
    }

    @Test
    void refusesToFailWithoutAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checked.failed(List.of(WARNING)));
    }

    private static Diagnostic diagnostic(Code code, int line) {
        return new Diagnostic(code, Span.within("a", line, 1, 1), "m", Optional.empty());
    }
}
