package dev.remit.load;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * What tells one state of files on a disk from another: their places and sizes, and when each was last changed.
 *
 * <p>The time is that of the system's own note of the last change, with the number of the file, neither of which a program
 * can set. Where the system keeps none, the contents are hashed.
 *
 * @param text two states with equal texts are the same
 * @param newest the latest time at which a file was changed or written
 */
public record Fingerprint(String text, Instant newest) {
    private static final boolean HAS_NOTES =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");

    /** Checks that both are there. */
    public Fingerprint {
        requireNonNull(text, "text");
        requireNonNull(newest, "newest");
    }

    /**
     * The fingerprint of one file, read without following a link.
     *
     * @param file a file
     * @return its state
     */
    public static Fingerprint of(Path file) throws IOException {
        if (HAS_NOTES && file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Map<String, Object> noted =
                    Files.readAttributes(file, "unix:ctime,ino,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
            FileTime changed = (FileTime) requireNonNull(noted.get("ctime"), "ctime");
            FileTime written = (FileTime) requireNonNull(noted.get("lastModifiedTime"), "lastModifiedTime");
            return new Fingerprint(
                    changed + " " + written + " " + noted.get("ino") + " " + noted.get("size"), changed.toInstant());
        }
        byte[] content = Files.readAllBytes(file);
        return new Fingerprint(
                hash(content),
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
