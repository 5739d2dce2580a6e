package dev.remit.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.node.Limits;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pins the whole of what people see, for a few files with many faults; the first word of a file's name is its kind. Run
 * with {@code -Dremit.update=true} to write the expectations anew, and read what changed.
 */
class FrameCorpusTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/remit/grammar/frames");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void showsFaultsAsExpected(Path path) throws IOException {
        SourceFile file = new SourceFile(path.getFileName().toString(), Files.readString(path));
        FileShape shape = SoundFiles.kind(file.name().replaceAll("-.*", ""));
        Diagnostics diagnostics = new Diagnostics();

        YamlReader.read(file, Limits.USUAL, diagnostics)
                .ifPresent(root -> ShapeCheck.check(
                        root, shape, KnownWords.of(List.of(new KnownWords.Written(root, shape))), diagnostics));
        String frames = FrameRendering.of(List.of(file)).render(diagnostics.sorted()) + "\n";

        Path expected = FOLDER.resolve(file.name().replace(".yaml", ".expected"));
        if (Boolean.getBoolean("remit.update")) {
            Files.writeString(expected, frames);
        }
        assertThat(frames).isEqualTo(Files.readString(expected));
    }
}
