package dev.remit.snapshot;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import dev.remit.load.LoadedBundle;
import dev.remit.load.OpenedBundle;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Reads and writes the snapshots in this library's own jar.
 *
 * <p>A snapshot holds the texts of the files it was made from. It is used only for files with exactly these texts, and
 * only if it is intact; else the files are loaded. It therefore affects only the speed of loading, never the result.
 * Each build makes the snapshots anew, with the classes that will read them. Safe to use from several threads.
 */
public final class Snapshots {
    private static final String FOLDER = "META-INF/remit/snapshot/";
    private static final int SUM = Long.BYTES;

    /** A place that gives files names which no text of a policy is equal to. */
    private static final String NOWHERE = "\u0001";

    private Snapshots() {}

    /**
     * Restores an opened bundle, if this library has a snapshot of it.
     *
     * @param clock gives the instant of questions that state none
     */
    public static Optional<Restored> find(OpenedBundle opened, InstantSource clock) {
        if (!opened.isWhole()) {
            return Optional.empty();
        }
        try (InputStream in = Snapshots.class.getResourceAsStream("/" + FOLDER + name(opened))) {
            return in == null ? Optional.empty() : read(in.readAllBytes(), opened, clock);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Restores a bundle from the bytes of its snapshot; empty if they are not exactly what was written.
     *
     * @param clock gives the instant of questions that state none
     */
    static Optional<Restored> read(byte[] bytes, OpenedBundle opened, InstantSource clock) {
        return read(bytes, opened, texts(opened), clock);
    }

    private static Optional<Restored> read(
            byte[] bytes, OpenedBundle opened, Map<String, String> texts, InstantSource clock) {
        if (bytes.length < SUM || ByteBuffer.wrap(bytes).getLong() != sum(bytes)) {
            return Optional.empty();
        }
        Snapshot snapshot = (Snapshot) new TreeReader(bytes, SUM, names(opened)).read();
        return snapshot.isOf(opened, texts) ? Optional.of(snapshot.restored(opened, clock)) : Optional.empty();
    }

    /** The bytes of a bundle's snapshot: a checksum of all that follows, then the content. */
    static byte[] write(OpenedBundle opened, LoadedBundle bundle, DecisionPoint decisions, List<Diagnostic> warnings) {
        return write(texts(opened), opened, bundle, decisions, warnings);
    }

    private static Map<String, String> texts(OpenedBundle opened) {
        Map<String, String> texts = new HashMap<>();
        opened.files().forEach((path, file) -> texts.put(path, file.text()));
        opened.suites().forEach((path, file) -> file.ifPresent(suite -> texts.put(path, suite.text())));
        return texts;
    }

    /** Of each text that was read, its hash in place of itself. */
    private static Map<String, String> hashes(OpenedBundle opened, UnaryOperator<String> hash) {
        Map<String, String> hashes = texts(opened);
        hashes.replaceAll((path, text) -> hash.apply(path));
        return hashes;
    }

    /**
     * The compiled part of a packed bundle: its snapshot, with the hash of each text in place of the text.
     *
     * @param texts the text of each file, by its path in the bundle
     * @return the bytes; none if these are not the files of a bundle, or have errors
     */
    public static Optional<byte[]> compiled(Map<String, String> texts) {
        OpenedBundle opened = OpenedBundle.of(BundleSource.of(NOWHERE, texts));
        if (!opened.isWhole()) {
            return Optional.empty();
        }
        Checked<LoadedBundle> loaded = opened.load();
        return loaded.value().map(bundle -> {
            DecisionPoint decisions =
                    DecisionPoint.of(bundle.policy(), bundle.registers(), bundle.positions(), InstantSource.system());
            Map<String, String> hashes = hashes(opened, path -> hash(requireNonNull(texts.get(path), path)));
            return write(hashes, opened, bundle, decisions, loaded.diagnostics());
        });
    }

    /**
     * Restores a bundle from the compiled part of a packed one. Only for bytes signed by somebody who is trusted: it makes
     * values of whatever classes of this library they name.
     *
     * @param compiled the bytes
     * @param hashes the hash of each file's bytes by its path: {@code sha256:} and 64 hexadecimal digits
     * @param clock gives the instant of questions that state none
     * @return the bundle; empty if the bytes were not made from these very files
     * @throws IllegalArgumentException if the bytes are no snapshot that this version of Remit reads
     */
    public static Optional<Restored> restored(
            byte[] compiled, OpenedBundle opened, Map<String, String> hashes, InstantSource clock) {
        try {
            return read(compiled, opened, hashes(opened, path -> hashes.getOrDefault(path, "")), clock);
        } catch (RuntimeException | LinkageError other) {
            throw new IllegalArgumentException("no snapshot that this version of Remit reads", other);
        }
    }

    private static String hash(String text) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] write(
            Map<String, String> texts,
            OpenedBundle opened,
            LoadedBundle bundle,
            DecisionPoint decisions,
            List<Diagnostic> warnings) {
        TreeWriter writer = new TreeWriter(names(opened));
        writer.write(Snapshot.of(texts, opened, bundle, decisions.compiled(), warnings));
        byte[] content = writer.bytes();
        ByteBuffer bytes = ByteBuffer.allocate(SUM + content.length).putLong(0).put(content);
        return bytes.putLong(0, sum(bytes.array())).array();
    }

    /**
     * A checksum against accidents. It need not withstand attacks: whoever can change a snapshot can change the classes
     * beside it too.
     */
    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes, SUM, bytes.length - SUM);
        return sum.getValue();
    }

    private static List<String> names(OpenedBundle opened) {
        return opened.files().values().stream().map(SourceFile::name).toList();
    }

    /**
     * The file name of a snapshot, which other files hardly have; the snapshot itself shows whether its files are
     * exactly these.
     */
    static String name(OpenedBundle opened) {
        CRC32 sum = new CRC32();
        opened.files().forEach((path, file) -> {
            sum.update(path.getBytes(StandardCharsets.UTF_8));
            sum.update(0);
            sum.update(file.text().getBytes(StandardCharsets.UTF_8));
            sum.update(0);
        });
        return Long.toHexString(sum.getValue());
    }

    /**
     * Writes the snapshots of bundles; the build calls it.
     *
     * @param args the folder of classes to write below, then the folders of the bundles
     */
    public static void main(String... args) {
        for (String bundle : List.of(args).subList(1, args.length)) {
            OpenedBundle opened = OpenedBundle.of(BundleSource.at(Path.of(bundle)));
            Checked<LoadedBundle> loaded = opened.load();
            LoadedBundle sound = loaded.orThrow();
            DecisionPoint decisions =
                    DecisionPoint.of(sound.policy(), sound.registers(), sound.positions(), InstantSource.system());
            try {
                Path folder = Files.createDirectories(Path.of(args[0], FOLDER));
                Files.write(folder.resolve(name(opened)), write(opened, sound, decisions, loaded.diagnostics()));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
