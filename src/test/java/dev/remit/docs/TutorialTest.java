package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the tutorial from an empty folder: writes its files, makes its edits, runs its commands and compares what they
 * print. What comes out is the policy it is about, file by file, and the sign-off of its last step.
 */
class TutorialTest {
    private static final Path GOAL = Path.of("policy/tutorial");

    @TempDir
    private Path folder;

    @Test
    void endsWithThePolicyItIsAbout() {
        Page page = Page.of("docs/policy/tutorial.md");
        Workshop workshop = new Workshop(folder);

        Keeping.keep(page, page.rewritten(workshop::follow));

        List<String> written = files(folder.resolve("archive"));
        assertThat(written).contains("sign-off.yaml");
        assertThat(written.stream().filter(file -> !file.equals("sign-off.yaml")))
                .containsExactlyElementsOf(files(GOAL))
                .allSatisfy(file -> assertThat(folder.resolve("archive").resolve(file))
                        .hasSameTextualContentAs(GOAL.resolve(file)));
    }

    private static List<String> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
