package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page on speed shows what the benchmarks wrote; they themselves take too long for every build. */
class ScaleTest {
    private static final String BEGIN = "<!-- bench ";
    private static final String END = "<!-- end -->";

    @Test
    void showsATableWhereverOneBelongs() {
        List<String> lines = Page.of("docs/internals/scale.md").lines();
        List<String> empty = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(BEGIN))
                .filter(i -> lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !line.equals(END))
                        .allMatch(String::isBlank))
                .mapToObj(lines::get)
                .toList();

        assertThat(lines).anyMatch(line -> line.startsWith(BEGIN));
        assertThat(empty)
                .as("places whose tables `mvn -B -f src/bench -DskipTests verify` has to write")
                .isEmpty();
    }
}
