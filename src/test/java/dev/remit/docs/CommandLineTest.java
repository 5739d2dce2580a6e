package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the page about the command line to the verbs there are. */
class CommandLineTest {

    @Test
    void tellsEveryVerb() {
        List<String> help = InProcess.run(List.of("--help"), "").out().lines().toList();
        List<String> verbs = help.subList(help.indexOf("Verbs:") + 1, help.size()).stream()
                .dropWhile(String::isBlank)
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches(" {2}\\S.*"))
                .map(line -> line.strip().replaceFirst(" .*", ""))
                .toList();

        assertThat(verbs).isNotEmpty();
        assertThat(Page.of("docs/use/command-line.md").anchors())
                .as("headings of the page about the command line")
                .containsAll(verbs);
    }
}
