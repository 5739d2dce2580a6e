package dev.remit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticWriterTest {
    private static final Span HERE = new Span("policy.yaml", 3, 5, 4, 9);

    @Test
    void writesAllFivePartsInOrder() {
        String text = DiagnosticWriter.write(List.of(
                new Diagnostic(Code.UNKNOWN_ROLE, HERE, "role `x` is not declared", Optional.of("did you mean `y`?")),
                new Diagnostic(Code.UNUSED_DECLARATION, HERE, "nothing speaks of \"z\"", Optional.empty())));

        assertThat(text).isEqualTo("""
                        [{"code":"unknown-role","severity":"error","file":"policy.yaml","line":3,"column":5,"endLine":4,\
                        "endColumn":9,"message":"role `x` is not declared","help":"did you mean `y`?"},
                         {"code":"unused-declaration","severity":"warning","file":"policy.yaml","line":3,"column":5,"endLine":4,\
                        "endColumn":9,"message":"nothing speaks of \\"z\\"","help":null}]""");
    }

    @Test
    void writesAnEmptyListIfThereIsNothingToSay() {
        assertThat(DiagnosticWriter.write(List.of())).isEqualTo("[]");
    }
}
