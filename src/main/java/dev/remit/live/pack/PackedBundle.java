package dev.remit.live.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.load.BundleSource;
import dev.remit.signing.Hash;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SignedNote;
import dev.remit.signing.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A packed bundle whose files are exactly those its manifest names. That says nothing yet of who made it: see {@link
 * #signers}; nor that the manifest's digests are those of its files: see {@link PackLoading}. Immutable.
 */
public final class PackedBundle {
    /** The ending of the names of packed bundles. */
    public static final String ENDING = ".remit";

    static final String MANIFEST = "manifest.txt";
    static final String SIGNATURE = "signature.txt";
    static final String COMPILED = "compiled.bin";
    static final String FILES = "bundle/";
    private static final int PIECE = 1 << 13;
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final Manifest manifest;
    private final SortedMap<String, String> texts;
    private final Optional<byte[]> compiled;
    private final Optional<SignedNote> note;

    private PackedBundle(
            byte[] bytes,
            Manifest manifest,
            SortedMap<String, String> texts,
            Optional<byte[]> compiled,
            Optional<SignedNote> note) {
        this.bytes = bytes;
        this.manifest = manifest;
        this.texts = Collections.unmodifiableSortedMap(texts);
        this.compiled = compiled;
        this.note = note;
    }

    /**
     * Reads a packed bundle from a file.
     *
     * @throws RefusedPackException if it is no whole packed bundle
     */
    public static PackedBundle read(Path file) throws IOException {
        int room = (int) Math.min(Files.size(file), PackForm.LARGEST) + 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[room];
            int length = in.readNBytes(bytes, 0, room);
            // A file that grows meanwhile is not read to its end, and is refused like one that was cut off.
            return ofOwn(length > PackForm.LARGEST ? bytes : Arrays.copyOf(bytes, length));
        }
    }

    /**
     * Reads a packed bundle.
     *
     * @throws RefusedPackException if it is no whole packed bundle
     */
    public static PackedBundle of(byte[] pack) throws RefusedPackException {
        return ofOwn(pack.clone());
    }

    /** Reads a packed bundle from bytes that nobody else has. */
    private static PackedBundle ofOwn(byte[] pack) throws RefusedPackException {
        PackForm.Found found = PackForm.find(pack);
        SortedMap<String, byte[]> entries = found.contents();
        EntryHashes hashes = EntryHashes.of(entries);
        found.check();
        byte[] manifest = entries.get(MANIFEST);
        if (manifest == null) {
            throw new RefusedPackException("it has no `" + MANIFEST + "`");
        }
        String text = text(MANIFEST, manifest);
        Manifest read = Manifest.parse(text);
        checkHashes(read, entries, hashes);
        SortedMap<String, String> texts = new TreeMap<>();
        for (String path : read.files().keySet()) {
            byte[] content = entries.get(FILES + path);
            if (content != null) {
                texts.put(path, text(path, content));
            }
        }
        return new PackedBundle(
                pack,
                read,
                texts,
                Optional.ofNullable(entries.get(COMPILED)),
                note(text, Optional.ofNullable(entries.get(SIGNATURE))));
    }

    /** Every entry is named by the manifest, and every file the manifest names is there and has its hash. */
    private static void checkHashes(Manifest manifest, SortedMap<String, byte[]> entries, EntryHashes hashes)
            throws RefusedPackException {
        SortedMap<String, String> named = new TreeMap<>();
        for (var each : manifest.files().entrySet()) {
            if (!BundleSource.isMember(each.getKey())) {
                throw new RefusedPackException(
                        "its manifest names `" + each.getKey() + "`, which is no file of a bundle");
            }
            named.put(FILES + each.getKey(), each.getValue());
        }
        manifest.compiled().ifPresent(part -> named.put(COMPILED, part.hash()));
        SortedSet<String> unnamed = new TreeSet<>(entries.keySet());
        unnamed.removeAll(named.keySet());
        unnamed.removeAll(Set.of(MANIFEST, SIGNATURE));
        if (!unnamed.isEmpty()) {
            throw new RefusedPackException("it holds `" + unnamed.first() + "`, which its manifest does not name");
        }
        for (var each : named.entrySet()) {
            if (!entries.containsKey(each.getKey())) {
                throw new RefusedPackException("its manifest names `" + each.getKey() + "`, and it is not there");
            }
            if (!each.getValue().equals(hashes.of(each.getKey()))) {
                throw new RefusedPackException("its entry `" + each.getKey() + "` is not the one its manifest names");
            }
        }
    }

    private static Optional<SignedNote> note(String manifest, Optional<byte[]> signature) throws RefusedPackException {
        if (signature.isEmpty()) {
            return Optional.empty();
        }
        try {
            SignedNote note = SignedNote.parse(signature.get());
            if (!note.text().equals(manifest)) {
                throw new RefusedPackException("what is signed is not its manifest");
            }
            return Optional.of(note);
        } catch (RejectedException malformed) {
            throw new RefusedPackException("its signature cannot be read: " + malformed.getMessage());
        }
    }

    private static String text(String name, byte[] content) throws RefusedPackException {
        String text = new String(content, UTF_8);
        // What is no UTF-8 becomes this character; where it stands, its bytes may be there as well.
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(text.getBytes(UTF_8), content)) {
            throw new RefusedPackException("its entry `" + name + "` is no text in UTF-8");
        }
        return text;
    }

    static String hash(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // By pieces: in one piece a young process would hash all of it before the code for that is compiled.
            for (int from = 0; from < content.length; from += PIECE) {
                digest.update(content, from, Math.min(PIECE, content.length - from));
            }
            return "sha256:" + Hash.of(digest.digest()).hex();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** What it says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** The text of each file, by its path in the bundle. */
    public SortedMap<String, String> texts() {
        return texts;
    }

    /** The bytes of the compiled policy, not to be changed, if it is there. */
    Optional<byte[]> compiled() {
        return compiled;
    }

    /** The bytes it was read from. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether anybody signed it. */
    public boolean isSigned() {
        return note.isPresent();
    }

    /**
     * Which of some keys signed it; none if nobody did, or somebody else.
     *
     * @throws RefusedPackException if a signature by one of the keys is false
     */
    public Set<VerifierKey> signers(Collection<VerifierKey> keys) throws RefusedPackException {
        if (note.isEmpty()) {
            return Set.of();
        }
        try {
            return note.get().knownSigners(keys);
        } catch (RejectedException forged) {
            throw new RefusedPackException("it is forged: " + forged.getMessage());
        }
    }

    /**
     * Checks that one of some keys signed it.
     *
     * @throws RefusedPackException if none did
     */
    public void checkSignedBy(Collection<VerifierKey> keys) throws RefusedPackException {
        if (!signers(keys).isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        note.ifPresent(signed -> signed.signatures().forEach(each -> names.add("`" + each.name() + "`")));
        throw new RefusedPackException(
                names.isEmpty()
                        ? "it is not signed"
                        : "it is signed by " + String.join(", ", names) + ", and not by a key that counts here");
    }

    /**
     * Its files as a bundle.
     *
     * @param where what diagnostics write before the path of a file
     */
    public BundleSource source(String where) {
        return BundleSource.of(where, new PackedTree(texts));
    }
}
