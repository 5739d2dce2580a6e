package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the program ends, it says why in a sentence, and the exit code is 2. */
class EndingTest {

    @ParameterizedTest
    @ValueSource(strings = {"jackson", "picocli", "snakeyaml"})
    void namesTheLibraryThatIsMissing(String library) throws Exception {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.contains(library))
                .collect(Collectors.joining(File.pathSeparator));

        String said = ended(List.of("-cp", path, "dev.remit.cli.Main", "decide", "policy/minimal"));

        assertThat(said)
                .startsWith("error: a library this program needs is missing, or of another version: `")
                .contains(library.equals("snakeyaml") ? "yaml" : library)
                .doesNotContain("\tat ");
    }

    @Test
    void saysHowMuchMemoryWasTooLittle() {
        assertThat(said(new OutOfMemoryError("Java heap space")))
                .matches("error: the memory this program was given, [0-9]+ MB, does not do for this\n"
                        + "  = help: give it more, as with `java -Xmx2g -jar remit-cli.jar`\n");
    }

    @Test
    void saysHowMuchMemoryWasGivenWhereItDoesNotDo(@TempDir Path folder) throws IOException, InterruptedException {
        StringBuilder policy = new StringBuilder("""
                remit: 1
                policy: {id: p, version: "1", title: P, files: []}
                vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}, facts: {f: {title: F, known-from: caller, changed-by: nobody}}}
                rules:
                """);
        for (int i = 0; i < 40_000; i++) {
            policy.append("  - {id: rule-").append(i).append(", permit: r, to: a, levels: l, when: f}\n");
        }
        Files.writeString(folder.resolve("policy.yaml"), policy);

        String said = ended(List.of(
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.remit.cli.Main",
                "check",
                folder.toString()));

        assertThat(said)
                .startsWith("error: the memory this program was given, 24 MB, does not do for this")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatTheStackWasTooSmall() {
        assertThat(said(new StackOverflowError()))
                .startsWith("error: something is nested deeper")
                .doesNotContain("\tat ");
    }

    private static String said(Throwable broken) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Ending.of(broken, new Notes(err, () -> false))).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What another process says on standard error; it has to end with 2. */
    private static String ended(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().write("{}\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        return said;
    }
}
