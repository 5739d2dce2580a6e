package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A bundle in a folder. It is read in one state: what changed while it was read is read again, so that the files of one
 * reading always belong together, even while whoever keeps the folder exchanges all of them at once.
 */
final class FolderSource extends BundleSource {
    /** A folder that is exchanged changes once in a while; one that changes each time it is looked at cannot be read. */
    private static final int ATTEMPTS = 20;

    private final Path folder;
    private final UnaryOperator<String> naming;

    FolderSource(Path folder) {
        this(folder, file -> folder.resolve(file).toString());
    }

    FolderSource(Path folder, UnaryOperator<String> naming) {
        this.folder = folder;
        this.naming = naming;
    }

    /** The folder, for those who write into it. */
    Path place() {
        return folder;
    }

    @Override
    String nameOf(String file) {
        return naming.apply(file);
    }

    @Override
    Contents read(Function<String, Wanted> wanted, Diagnostics diagnostics) {
        if (!Files.isDirectory(folder)) {
            reportMissing(diagnostics);
            return Contents.none();
        }
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Diagnostics faults = new Diagnostics();
            Attempt read = attempt(wanted, faults);
            if (read.state().equals(state())) {
                faults.sorted().forEach(diagnostics::report);
                return read.contents();
            }
        }
        diagnostics.report(
                Code.UNREADABLE_FILE,
                Span.startOf(folder.toString()),
                "this folder changes while it is read, each time anew",
                "let whoever writes it put whole versions in place, by renaming a link or a folder");
        return Contents.none();
    }

    /** What was read, and the very state it was read in: another look could miss that the folder changed there and back. */
    private record Attempt(Contents contents, List<Object> state) {}

    private Attempt attempt(Function<String, Wanted> wanted, Diagnostics faults) {
        try {
            SystemFolder found = SystemFolder.look(folder);
            return new Attempt(Contents.read(found, naming, wanted, true, faults), found.state());
        } catch (IOException | UncheckedIOException unreadable) {
            faults.report(
                    Code.UNREADABLE_FILE,
                    Span.startOf(folder.toString()),
                    "the system does not let us list this folder, or one inside it");
            return new Attempt(Contents.none(), List.of());
        }
    }

    /** What differs between one state of the folder and another; a folder that cannot be listed is one, too. */
    private List<Object> state() {
        try {
            return SystemFolder.look(folder).state();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private void reportMissing(Diagnostics diagnostics) {
        if (Files.isRegularFile(folder)) {
            String name = name(folder);
            int dot = name.lastIndexOf('.');
            diagnostics.report(
                    Code.UNKNOWN_FILE,
                    Span.startOf(folder.toString()),
                    "expected a folder or a `.yaml` file, found a file of another ending",
                    "if it is a policy, rename it: "
                            + Words.whole((dot > 0 ? name.substring(0, dot) : name) + ".yaml"));
        } else if (Files.exists(folder)) {
            diagnostics.report(
                    Code.UNREADABLE_FILE,
                    Span.startOf(folder.toString()),
                    "expected a folder or a `.yaml` file, found a pipe, a device or a socket");
        } else {
            diagnostics.report(
                    Code.MISSING_FILE, Span.startOf(folder.toString()), "there is no such file or folder", nearby());
        }
    }

    /** The nearest name among what lies beside the missing folder. */
    private Optional<String> nearby() {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return Optional.empty();
        }
        try (Stream<Path> beside = Files.list(parent)) {
            return Words.didYouMean(name(folder), beside.map(FolderSource::name).toList());
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
