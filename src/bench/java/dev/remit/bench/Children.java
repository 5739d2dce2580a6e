package dev.remit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Java processes that do one thing each and are gone. */
final class Children {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Children() {}

    /** What a process said first, and after how many milliseconds from its start. */
    record FirstLine(String line, double millis) {}

    /** Runs a main class of this class path. */
    static Optional<FirstLine> run(Class<?> main, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx8g",
                "-Dbench.folder=" + Trial.FOLDER,
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return run(command);
    }

    /** Runs Java with arguments; empty if the process failed, which it says on its standard error. */
    static Optional<FirstLine> run(List<String> args) throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process process = start(args, ProcessBuilder.Redirect.PIPE);
        String line;
        double millis;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            line = out.readLine();
            millis = (System.nanoTime() - before) / 1e6;
            out.lines().forEach(rest -> {});
        } catch (UncheckedIOException closed) {
            return Optional.empty();
        }
        process.waitFor();
        return Optional.ofNullable(line).map(first -> new FirstLine(first, millis));
    }

    /** Runs Java with arguments and its output in a file; how many milliseconds it took, if it ended well. */
    static Optional<Double> run(List<String> args, Path out) throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process process = start(args, ProcessBuilder.Redirect.to(out.toFile()));
        boolean well = process.waitFor() == 0;
        double millis = (System.nanoTime() - before) / 1e6;
        return well ? Optional.of(millis) : Optional.empty();
    }

    private static Process start(List<String> args, ProcessBuilder.Redirect out) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(args);
        Path errors = Trial.FOLDER.resolveSibling("errors.log");
        return new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
    }
}
