package dev.remit.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.live.pack.PackedBundle;
import dev.remit.record.folder.FolderInUseException;
import dev.remit.record.folder.FolderLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which a live policy keeps, over restarts, what is in force, what was before, and when the source was last
 * sound. One process has it at a time. Files are replaced whole.
 */
final class StateFolder implements Closeable {
    private static final String IN_FORCE = "in-force" + PackedBundle.ENDING;
    private static final String HISTORY = "history.txt";
    private static final String SOUND = "sound.txt";

    private final Path folder;
    private final FolderLock lock;

    private StateFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens a folder, and makes it if there is none. */
    static StateFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            return new StateFolder(folder, FolderLock.take(folder));
        } catch (FolderInUseException taken) {
            throw new IOException("the state in `" + folder + "` is that of another live policy that runs", taken);
        }
    }

    /** What is in force, packed; empty if nothing ever was. */
    Optional<PackedBundle> inForce() throws IOException {
        try {
            return Optional.of(PackedBundle.read(folder.resolve(IN_FORCE)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** The name of the file with what is in force. */
    String name() {
        return folder.resolve(IN_FORCE).toString();
    }

    /** Keeps what comes into force; what was there stays if this fails. */
    void replace(byte[] pack) throws IOException {
        write(IN_FORCE, pack);
    }

    /** The lines of what was in force before. */
    List<String> history() throws IOException {
        Path file = folder.resolve(HISTORY);
        return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
    }

    /** Keeps a line of what was in force. A line that a crash cut short matches nothing. */
    void addToHistory(String line) throws IOException {
        Files.writeString(
                folder.resolve(HISTORY),
                line + "\n",
                UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    /** Keeps that the source was sound. */
    void sound(Instant when) throws IOException {
        write(SOUND, (when + "\n").getBytes(UTF_8));
    }

    /** How long ago the source was last sound; none if the clock was set back, as far as the state shows. */
    Duration soundBefore(Instant now) throws IOException {
        try {
            Duration ago = Duration.between(
                    Instant.parse(Files.readString(folder.resolve(SOUND), UTF_8).strip()), now);
            return ago.isNegative() ? Duration.ZERO : ago;
        } catch (NoSuchFileException never) {
            return Duration.ZERO;
        } catch (DateTimeException damaged) {
            throw new IOException("`" + folder.resolve(SOUND) + "` holds no instant", damaged);
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path draft = folder.resolve(name + ".new");
        try {
            try (FileChannel out = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(
                    draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
