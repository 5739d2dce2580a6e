package dev.remit.cli;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.http.SettingsFiles;
import dev.remit.http.config.CallerWords;
import dev.remit.http.config.ServeFile;
import dev.remit.http.config.ServeSettings;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a server, with the file that they come from.
 *
 * @param path the file
 * @param file its text
 * @param settings what it says
 */
record ServeConfiguration(Path path, SourceFile file, ServeSettings settings) {

    /**
     * Reads a file.
     *
     * @throws UnusableBundle if it has faults
     */
    static ServeConfiguration open(Path path) {
        SourceFile file = text(path);
        Checked<ServeSettings> read = read(path, file);
        Diagnostics faults = new Diagnostics();
        read.diagnostics().forEach(faults::report);
        SettingsFiles.faults(file, folder(path)).forEach(faults::report);
        if (read.value().isEmpty() || faults.hasErrors()) {
            throw Serve.faulty(faults.sorted(), file);
        }
        return new ServeConfiguration(path, file, read.value().get());
    }

    private static Path folder(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    }

    private static Checked<ServeSettings> read(Path path, SourceFile file) {
        return ServeFile.read(file, folder(path));
    }

    /** Refuses what callers are said to take care of and a policy does not know. */
    void check(DecisionPoint decisions) {
        List<Diagnostic> unknown = CallerWords.unknownIn(file, decisions);
        if (!unknown.isEmpty()) {
            throw Serve.faulty(unknown, file);
        }
    }

    /** What the file says now; empty if it has faults, which are reported. */
    Optional<ServeSettings> again(Streams streams) {
        SourceFile now;
        try {
            now = text(path);
        } catch (UsageError unreadable) {
            streams.err().println("error: " + unreadable.message());
            return Optional.empty();
        }
        Checked<ServeSettings> read = read(path, now);
        if (read.hasErrors()) {
            streams.err().println(Serve.faulty(read.diagnostics(), now).bundle().frames());
        }
        return read.value();
    }

    /** The text of a file. */
    static SourceFile text(Path path) {
        try {
            return new SourceFile(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw UsageError.unreadable(path, unreadable);
        }
    }
}
