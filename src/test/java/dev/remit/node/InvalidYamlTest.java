package dev.remit.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads every file under {@code invalid}. The comments at its beginning are the faults that must be found, in order:
 * the code, and the text that must be underlined.
 */
class InvalidYamlTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/remit/node/invalid");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile)
                    .map(FOLDER::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void reportsExactlyWhatTheFileSays(Path path) throws IOException {
        String text = Files.readString(FOLDER.resolve(path));
        SourceFile file = new SourceFile(path.toString(), text);
        Diagnostics diagnostics = new Diagnostics();

        YamlReader.read(file, Limits.USUAL, diagnostics);

        List<String> expected = text.lines()
                .takeWhile(line -> line.startsWith("# error["))
                .map(line -> line.substring(2))
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(diagnostics.sorted())
                .extracting(diagnostic -> found(file, diagnostic))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void hasManyFiles() throws IOException {
        assertThat(files()).hasSizeGreaterThan(50);
    }

    private static String found(SourceFile file, Diagnostic diagnostic) {
        Span span = diagnostic.span();
        String line = file.line(span.line());
        int start = line.offsetByCodePoints(0, span.column() - 1);
        int end = line.offsetByCodePoints(0, span.endColumn() - 1);
        assertThat(span.isWithinOneLine()).isTrue();
        return "error[" + diagnostic.code().id() + "] " + Words.quoted(line.substring(start, end));
    }
}
