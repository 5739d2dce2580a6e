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

/** Files that hold keys: there whole or not at all, never written over, secret ones for their owner alone. */
final class KeyFile {
    /** A key takes some hundred bytes; more than this is another file. */
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

    /** The permissions are set as the file is made, so that at no time others can open it. */
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

    /** A finished file gets its name by a link, which fails, as a move would not, if something has that name. */
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
