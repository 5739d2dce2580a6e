package dev.remit.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/**
 * The folder of a log, with exactly what the log asks of a file system. Tests put one in its place that forgets what was not
 * forced.
 */
interface LogFolder {
    /** The names of the files in it. */
    SortedSet<String> names() throws IOException;

    /** The bytes of a file. */
    InputStream read(String name) throws IOException;

    /** How many bytes a file has. */
    long size(String name) throws IOException;

    /** Makes a new file; its name may be lost until {@link #forceNames}. */
    LogFile create(String name) throws IOException;

    /** Opens a file to go on at its end. */
    LogFile extend(String name) throws IOException;

    /** Shortens a file, and forces that. */
    void cut(String name, long size) throws IOException;

    /** Writes a small file that is there whole, under its name and forced, or as it was before. */
    void put(String name, byte[] bytes) throws IOException;

    /** Takes a file away, and forces that. */
    void remove(String name) throws IOException;

    /** Returns once all files made or taken away are so for good. */
    void forceNames() throws IOException;

    /**
     * Keeps all other writers out until the result is closed.
     *
     * @throws LogException if there is one
     */
    Closeable lock() throws IOException;
}
