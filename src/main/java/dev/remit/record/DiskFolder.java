package dev.remit.record;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.remit.record.folder.FolderInUseException;
import dev.remit.record.folder.FolderLock;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder on a disk.
 *
 * <p>Files are written through streams rather than channels: an interrupt of the thread that writes for others would
 * close a channel, and with it the log.
 */
final class DiskFolder implements LogFolder {
    private static final String DRAFT = ".new";

    /** Whether folders can be opened. Windows opens none, and writes names at once, so they need no force. */
    private static final boolean FOLDERS_OPEN =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private final Path path;

    private DiskFolder(Path path) {
        this.path = path;
    }

    /** Opens a folder for reading. */
    static DiskFolder reading(Path path) {
        return new DiskFolder(path);
    }

    /** Opens a folder for writing, and creates it if necessary. */
    static DiskFolder writing(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                forceNames(parent);
            }
        }
        return new DiskFolder(path);
    }

    @Override
    public SortedSet<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            SortedSet<String> names = new TreeSet<>();
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            return names;
        }
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(path.resolve(name));
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(path.resolve(name));
    }

    @Override
    public LogFile create(String name) throws IOException {
        Files.createFile(path.resolve(name));
        return extend(name);
    }

    @Override
    public LogFile extend(String name) throws IOException {
        return new DiskFile(new FileOutputStream(path.resolve(name).toFile(), true));
    }

    @Override
    public void cut(String name, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(path.resolve(name), WRITE)) {
            channel.truncate(size);
            channel.force(true);
        }
    }

    @Override
    public void put(String name, byte[] bytes) throws IOException {
        Path draft = path.resolve(name + DRAFT);
        Files.newOutputStream(draft, CREATE, TRUNCATE_EXISTING, WRITE).close();
        try (LogFile file = extend(name + DRAFT)) {
            file.write(bytes);
            file.force();
        }
        Files.move(draft, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceNames();
    }

    @Override
    public void remove(String name) throws IOException {
        Files.delete(path.resolve(name));
        forceNames();
    }

    @Override
    public void forceNames() throws IOException {
        forceNames(path);
    }

    /** Forces the names of a folder. After an interrupt it tries again, and leaves the thread marked as interrupted. */
    private static void forceNames(Path folder) throws IOException {
        if (!FOLDERS_OPEN) {
            return;
        }
        boolean isInterrupted = false;
        try {
            while (true) {
                isInterrupted |= Thread.interrupted();
                try (FileChannel channel = FileChannel.open(folder, READ)) {
                    channel.force(true);
                    return;
                } catch (ClosedByInterruptException again) {
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public Closeable lock() throws IOException {
        try {
            return FolderLock.take(path);
        } catch (FolderInUseException taken) {
            throw new LogException(String.valueOf(taken.getMessage()), taken);
        } catch (AccessDeniedException denied) {
            throw new LogException("the system does not let this process write `" + denied.getFile() + "`", denied);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private record DiskFile(FileOutputStream out) implements LogFile {
        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        @Override
        public void force() throws IOException {
            out.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
