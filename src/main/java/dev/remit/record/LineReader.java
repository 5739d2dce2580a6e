package dev.remit.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads the lines of a file, each into a range of a buffer that the next one may overwrite. */
final class LineReader implements Closeable {
    private static final int LARGE_BUFFER = 1 << 17;

    private final InputStream in;
    private byte[] buffer;
    private int filled;
    private int from;
    private int to = -1;
    private long passed;
    private boolean isAtEnd;

    LineReader(InputStream in) {
        this(in, LARGE_BUFFER);
    }

    /** Reads a file of known size: a small one gets a small buffer. */
    LineReader(InputStream in, long size) {
        this.in = in;
        buffer = new byte[(int) Math.max(1, Math.min(size + 1, LARGE_BUFFER))];
    }

    /** Moves to the next complete line; false if there is none. */
    boolean next() throws IOException {
        from = to + 1;
        int at = from;
        while (true) {
            while (at < filled) {
                if (buffer[at] == '\n') {
                    to = at;
                    return true;
                }
                at++;
            }
            if (isAtEnd) {
                to = from - 1;
                return false;
            }
            at -= makeRoom();
            int read = in.read(buffer, filled, buffer.length - filled);
            isAtEnd = read < 0;
            filled += Math.max(0, read);
        }
    }

    /** Moves the unread bytes to the front; returns the distance. */
    private int makeRoom() throws IOException {
        int shift = from;
        if (filled == buffer.length && shift == 0) {
            if (filled > RecordLine.LONGEST) {
                throw new LogException("a line has more than " + RecordLine.LONGEST + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * filled);
        } else if (shift > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= shift;
            passed += shift;
            from = 0;
        }
        return shift;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    /** The offset of the line in the file; after the last line, the offset of its end. */
    long offset() {
        return passed + from;
    }

    /** After the last line: the bytes behind it. */
    byte[] rest() {
        return Arrays.copyOfRange(buffer, from, filled);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
