package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the page of diagnostics to the codes there are. */
class DiagnosticsPageTest {
    @Test
    void hasAParagraphForEveryCodeAndForNoOther() throws IOException {
        List<String> told = Files.readAllLines(Path.of("docs/diagnostics.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring("### ".length()))
                .toList();

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Code.values()).map(Code::id).toList());
    }
}
