package dev.remit.record;

import java.io.Closeable;
import java.io.IOException;

/** A file that grows at its end. What was written may be lost, in whole or in part, until it is forced. */
interface LogFile extends Closeable {
    /** Adds bytes; if it throws, any part of them may be there. */
    void write(byte[] bytes) throws IOException;

    /** Returns once all that was written is where a loss of power does not reach it. */
    void force() throws IOException;
}
