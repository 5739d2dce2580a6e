package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedBundlesTest {

    static List<Path> bundles() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("policy"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void loadsWithoutErrorOrWarning(Path bundle) {
        Checked<LoadedBundle> loaded = OpenedBundle.of(BundleSource.at(bundle)).load();

        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.value()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isOnTheClassPathAsItIsInTheFolder(Path bundle) {
        LoadedBundle inFolder = OpenedBundle.of(BundleSource.at(bundle)).load().orThrow();
        LoadedBundle onClassPath = OpenedBundle.of(
                        BundleSource.onClassPath(bundle.getFileName().toString()))
                .load()
                .orThrow();

        assertThat(onClassPath.policy()).isEqualTo(inFolder.policy());
        assertThat(onClassPath.registers()).isEqualTo(inFolder.registers());
    }

    @Test
    void includesThePolicyThatQuestionsAreAskedOfFirst() throws IOException {
        assertThat(bundles()).contains(Path.of("policy", "opensafely"), Path.of("policy", "minimal"));
    }
}
