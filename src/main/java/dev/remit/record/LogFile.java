package dev.remit.record;

import java.io.Closeable;
import java.io.IOException;

/** A file for appending. Bytes that were written may be lost, in whole or in part, until they are forced. */
interface LogFile extends Closeable {
    /** Appends bytes; if it throws, any part of them may have been written. */
    void write(byte[] bytes) throws IOException;

    /** Returns once all written bytes are safe from a loss of power. */
    void force() throws IOException;
}
