package dev.remit.record.folder;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock that lets only one process, and within it one holder, write to a folder.
 *
 * <p>The system holds the lock for the whole process, and releases it when any part of the process closes the file. A
 * second attempt in the same process is therefore refused before it opens the file.
 */
public final class FolderLock implements Closeable {
    private static final String NAME = "lock";
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder.
     *
     * @throws FolderInUseException if somebody else has it
     */
    public static FolderLock take(Path path) throws IOException {
        Path folder = path.toRealPath();
        if (!HELD_HERE.add(folder)) {
            throw new FolderInUseException(path, true);
        }
        boolean isTaken = false;
        try {
            FolderLock lock = new FolderLock(folder, FileChannel.open(folder.resolve(NAME), CREATE, WRITE));
            isTaken = lock.channel.tryLock() != null;
            if (!isTaken) {
                lock.channel.close();
                throw new FolderInUseException(path, false);
            }
            return lock;
        } finally {
            if (!isTaken) {
                HELD_HERE.remove(folder);
            }
        }
    }

    /** Releases the lock. The file stays: if it were removed, two others could each lock one of their own. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
