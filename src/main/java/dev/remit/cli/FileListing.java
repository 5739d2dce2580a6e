package dev.remit.cli;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Words;
import dev.remit.load.BundleSource;
import dev.remit.load.FileList;
import dev.remit.load.PathIndex;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit files}: the files of a bundle, for the list in its header and for the index of a class path. */
final class FileListing implements Verb {
    private static final String WRITE = "--write";
    private static final String INDEX = "--index";
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String summary() {
        return "Lists the files of a bundle, and writes the lists by which one that is gone is noticed.";
    }

    @Override
    public String synopsis() {
        return "files [BUNDLE] [--write] [--index]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.flag(
                        WRITE,
                        "Writes the list into the header of the bundle's policy.yaml, under `files`; the rest of the"
                                + " file stays as it is."),
                Option.flag(
                        INDEX,
                        "Writes the file `index` beside the bundle's folder, by which a class path knows this bundle"
                                + " and those beside it."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Prints one path a line, without policy.yaml, in which the list stands, and without sign-off.yaml.",
                "For a class path, a bundle lies in a folder META-INF/remit/policy/NAME.",
                "Exit code: 0 listed or written, 2 the files are not those of a bundle, or cannot be written.",
                "",
                "Example:",
                "  remit files policy/opensafely");
    }

    @Override
    public int run(Given given, Streams streams) {
        BundleSource source = Bundle.source(given);
        List<String> files = sound(FileList.of(source));
        if (given.flag(WRITE)) {
            write(folder(source, WRITE).resolve("policy.yaml"), files, streams);
        }
        if (given.flag(INDEX)) {
            index(folder(source, INDEX).toAbsolutePath().normalize().resolveSibling(PathIndex.NAME), streams);
        }
        if (!given.flag(WRITE) && !given.flag(INDEX) && !files.isEmpty()) {
            streams.out().line(String.join("\n", files));
        }
        return OK;
    }

    private static Path folder(BundleSource source, String option) {
        return source.folder()
                .orElseThrow(() -> new UsageError(
                        "`" + option + "` needs a bundle in a folder",
                        "name the folder, not a revision or a single file"));
    }

    private static void write(Path policy, List<String> files, Streams streams) {
        try {
            byte[] bytes = Files.readAllBytes(policy);
            boolean hasMark = bytes.length >= BYTE_ORDER_MARK.length
                    && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
            SourceFile file = new SourceFile(policy.toString(), new String(bytes, StandardCharsets.UTF_8));
            Checked<String> written = FileList.write(file, files);
            if (written.hasErrors()) {
                throw new UnusableBundle(new Bundle(Checked.failed(written.diagnostics()), List.of(file)));
            }
            String text = (hasMark ? "\uFEFF" : "") + written.orThrow();
            if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
                Files.writeString(policy, text);
            }
            streams.out().line(policy + " lists " + Words.count(files.size(), "file", "files"));
        } catch (IOException unwritable) {
            throw new UsageError(Words.quoted(policy.toString()) + " cannot be written", Optional.empty());
        }
    }

    private static void index(Path place, Streams streams) {
        try {
            String index = sound(PathIndex.beside(place));
            Files.writeString(place, index);
            streams.out().line(place + " names " + Words.count(index.lines().count(), "file", "files"));
        } catch (IOException unwritable) {
            throw new UsageError(Words.quoted(place.toString()) + " cannot be written", Optional.empty());
        }
    }

    private static <T> T sound(Checked<T> checked) {
        if (checked.hasErrors()) {
            throw new UnusableBundle(new Bundle(Checked.failed(checked.diagnostics()), new ArrayList<>()));
        }
        return checked.orThrow();
    }
}
