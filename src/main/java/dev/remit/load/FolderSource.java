package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A bundle in a folder. */
final class FolderSource extends BundleSource {
    private static final List<String> READ_WHOLE = List.of(Part.RULES.place(), SuiteFiles.FOLDER);

    private final Path folder;

    FolderSource(Path folder) {
        this.folder = folder;
    }

    @Override
    String nameOf(String file) {
        return folder.resolve(file).toString();
    }

    @Override
    List<String> list(Diagnostics diagnostics) {
        if (!Files.isDirectory(folder)) {
            reportMissing(diagnostics);
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try (Stream<Path> beside = Files.list(folder)) {
            // A folder in the place of a file is found out when it is opened.
            beside.forEach(each -> found.add(
                    name(each) + (Files.isDirectory(each) && !name(each).endsWith(".yaml") ? "/" : "")));
        } catch (IOException | UncheckedIOException unreadable) {
            reportUnreadable(folder, diagnostics);
        }
        for (String name : READ_WHOLE) {
            if (found.remove(name)) {
                listBelow(folder.resolve(name), found, diagnostics);
            }
        }
        return found;
    }

    private void listBelow(Path inside, List<String> found, Diagnostics diagnostics) {
        try (Stream<Path> below = Files.walk(inside)) {
            below.filter(Files::isRegularFile).map(this::relative).forEach(found::add);
        } catch (IOException | UncheckedIOException unreadable) {
            reportUnreadable(inside, diagnostics);
        }
    }

    @Override
    Optional<SourceFile> open(String file, Diagnostics diagnostics) {
        return FileText.read(folder.resolve(file), nameOf(file), diagnostics);
    }

    private String relative(Path file) {
        StringBuilder relative = new StringBuilder();
        folder.relativize(file)
                .forEach(part -> relative.append(relative.isEmpty() ? "" : "/").append(part));
        return relative.toString();
    }

    private void reportMissing(Diagnostics diagnostics) {
        boolean isFile = Files.exists(folder);
        diagnostics.report(
                Code.MISSING_FILE,
                Span.startOf(folder.toString()),
                isFile ? "expected a folder or a `.yaml` file" : "there is no such file or folder",
                isFile ? Optional.empty() : nearby());
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

    private static void reportUnreadable(Path folder, Diagnostics diagnostics) {
        diagnostics.report(
                Code.UNREADABLE_FILE, Span.startOf(folder.toString()), "the system does not let us list this folder");
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
