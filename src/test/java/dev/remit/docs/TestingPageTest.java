package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.decide.Decision;
import dev.remit.decide.Question;
import dev.remit.testing.RemitAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page on testing to what is so: files shown whole or in part, commands run, code compiled, a failure provoked. */
class TestingPageTest {
    private static final Path EXAMPLE = Path.of("src/test/java/dev/remit/example");

    private final Page page = Page.of("docs/use/testing.md");

    @Test
    void showsWhatIsPrinted() {
        Keeping.keep(page, page.rewritten(TestingPageTest::real));
    }

    private static List<String> real(Page.Block block) {
        if (block.language().equals("console")) {
            List<String> real = new ArrayList<>();
            block.lines().stream().filter(line -> line.startsWith("$ ")).forEach(line -> {
                real.add(line);
                real.addAll(new Shell(false).run(line.substring(2)));
            });
            return real;
        }
        if (block.info().equals("text failure")) {
            return failure();
        }
        boolean isWhole = block.language().equals("yaml") && Files.isRegularFile(Path.of(block.use()));
        return isWhole ? Page.read(Path.of(block.use())).lines() : block.lines();
    }

    /** What the assertion prints that the page speaks of. */
    private static List<String> failure() {
        Decision decision = Remit.load(Path.of("policy/tutorial"))
                .decisionPoint()
                .decide(Question.may("analyst")
                        .perform("run")
                        .onLevel("records")
                        .in("study")
                        .via("batch")
                        .forProject("sleep")
                        .given("named-on-project")
                        .closed()
                        .at(Instant.parse("2026-06-15T10:00:00Z")));
        try {
            RemitAssertions.assertThat(decision).isPermitted();
        } catch (AssertionError failed) {
            return Arrays.asList(String.valueOf(failed.getMessage())
                    .strip()
                    .replaceAll("sha256:[0-9a-f]{64}", "sha256:…")
                    .split("\n", -1));
        }
        throw new AssertionError("an assertion that should fail does not");
    }

    @Test
    void showsPiecesOfFiles() throws IOException {
        for (Page.Block block : page.blocks("yaml")) {
            if (block.use().startsWith("from ")) {
                assertThat(Files.readString(Path.of(block.use().substring("from ".length()))))
                        .as("line %s", block.first() + 1)
                        .contains(block.text());
            }
        }
    }

    @Test
    void showsCodeThatIsCompiled() throws IOException {
        List<String> sources = sources();
        for (Page.Block block : page.blocks("java")) {
            assertThat(sources.stream().filter(source -> source.contains(block.text())))
                    .as("code of the example, line %s", block.first() + 1)
                    .isNotEmpty();
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            return files.map(TestingPageTest::text).collect(Collectors.toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
