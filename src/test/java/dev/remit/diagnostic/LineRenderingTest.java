package dev.remit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineRenderingTest {

    @Test
    void putsPlaceSeverityCodeAndMessageOnOneLine() {
        assertThat(line(Code.UNKNOWN_ROLE, "role `approvr` is not declared", Optional.empty()))
                .isEqualTo("policy.yaml:14:13: error[unknown-role]: role `approvr` is not declared");
    }

    @Test
    void putsHelpInBrackets() {
        assertThat(line(Code.UNUSED_DECLARATION, "m", Optional.of("delete it")))
                .isEqualTo("policy.yaml:14:13: warning[unused-declaration]: m (delete it)");
    }

    @Test
    void cannotBeForged() {
        assertThat(line(Code.ANCHOR, "m\npolicy.yaml:1:1: error[tag]: \u001B[31mno", Optional.of("a\rb")))
                .isEqualTo(
                        "policy.yaml:14:13: error[anchor]: m\\npolicy.yaml:1:1: error[tag]: \\u001b[31mno (a\\u000db)");
    }

    @Test
    void putsSeveralOnALineEach() {
        Diagnostic diagnostic = new Diagnostic(Code.ANCHOR, Span.startOf("a"), "m", Optional.empty());

        assertThat(LineRendering.of(List.of(diagnostic, diagnostic)))
                .isEqualTo("a:1:1: error[anchor]: m\na:1:1: error[anchor]: m");
    }

    private static String line(Code code, String message, Optional<String> help) {
        return LineRendering.of(new Diagnostic(code, Span.within("policy.yaml", 14, 13, 7), message, help));
    }
}
