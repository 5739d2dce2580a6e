package dev.remit.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/**
 * The folder of a log, with exactly the operations that the log needs of a file system. Tests replace it by one that
 * forgets everything that was not forced.
 */
interface LogFolder {
    /** Whether it holds a log with its checkpoints, and not a part of one. */
    default boolean isWholeLog() {
        return true;
    }

    /** The names of the files in it. */
    SortedSet<String> names() throws IOException;

    /** The bytes of a file. */
    InputStream read(String name) throws IOException;

    /** The number of bytes of a file. */
    long size(String name) throws IOException;

    /** Creates a file; its name may be lost until {@link #forceNames}. */
    LogFile create(String name) throws IOException;

    /** Opens a file for appending. */
    LogFile extend(String name) throws IOException;

    /** Shortens a file, and forces that. */
    void cut(String name, long size) throws IOException;

    /** Writes and forces a small file atomically: afterwards it is either complete or as it was before. */
    void put(String name, byte[] bytes) throws IOException;

    /** Removes a file, and forces that. */
    void remove(String name) throws IOException;

    /** Returns once all creations and removals of files are durable. */
    void forceNames() throws IOException;

    /**
     * Keeps all other writers out until the result is closed.
     *
     * @throws LogException if there is one
     */
    Closeable lock() throws IOException;
}
