package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * Reads and writes files of keys. They are written whole or not at all, never overwritten, and secret ones are readable
 * by their owner alone.
 */
final class KeyFile {
    /** The largest file to read: a key takes some hundred bytes. */
    private static final int LARGEST = 64 * 1024;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeyFile() {}

    static String readText(Path file) throws IOException, RejectedException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new RejectedException("expected a file with a key, found one of more than " + LARGEST + " bytes");
        }
        return StrictText.utf8(bytes, "a file with a key");
    }

    static void refuseExisting(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    /**
     * Writes a file for its owner alone. Its permissions are set on creation, so that others can open it at no time.
     */
    static void writeForOwner(Path file, String text) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new FileSystemException(
                    file.toString(), null, "this file system cannot keep a file for its owner alone");
        }
        write(file, text, OWNER_ALONE);
    }

    static void writeForAll(Path file, String text) throws IOException {
        write(file, text);
    }

    /** Writes a new file. The finished file gets its name by a link, which, unlike a move, fails if the name exists. */
    private static void write(Path file, String text, FileAttribute<?>... attributes) throws IOException {
        refuseExisting(file);
        Path draft = file.resolveSibling(file.getFileName() + "." + random() + ".new");
        try {
            fill(draft, text, attributes);
            try {
                Files.createLink(file, draft);
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                refuseExisting(file);
                fill(file, text, attributes);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void fill(Path file, String text, FileAttribute<?>... attributes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static String random() {
        byte[] bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
