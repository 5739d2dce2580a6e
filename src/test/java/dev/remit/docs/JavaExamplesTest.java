package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java example is a piece of {@code EmbeddingTest} or a class beside it, so that it compiles and is run. */
class JavaExamplesTest {
    private static final Path SOURCES = Path.of("src/test/java/dev/remit/docs");

    static List<Page> pages() {
        return Page.tested().stream()
                .filter(page -> !page.blocks("java").isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isCompiled(Page page) throws IOException {
        List<String> sources = sources();
        for (Page.Block block : page.blocks("java")) {
            assertThat(sources.stream().filter(source -> source.contains(flat(block.lines()))))
                    .as("compiled source of %s, line %s", page, block.first() + 1)
                    .isNotEmpty();
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            return all.stream().map(file -> flat(Page.read(file).lines())).toList();
        }
    }

    /** The lines without indentation and blank lines. */
    private static String flat(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .reduce("\n", String::concat)
                .substring(1);
    }
}
