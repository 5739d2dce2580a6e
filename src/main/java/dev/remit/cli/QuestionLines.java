package dev.remit.cli;

import dev.remit.json.JsonQuestions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads the lines of a stream that are not blank. Of a line that is too long, only as much is kept as shows that; the
 * rest is skipped.
 */
final class QuestionLines {
    private static final int MOST_HELD = JsonQuestions.LINE_LIMIT + 1;

    private final InputStream in;
    private final BooleanSupplier beforeWaiting;
    private final byte[] buffer = new byte[1 << 16];
    private long ended;
    private long number;
    private int next;
    private int end;

    /**
     * Reads a stream.
     *
     * @param beforeWaiting called before a read that could block, so that answers can be flushed to a caller that waits
     *     for them before it sends the next line; returns whether to go on, and if not, the lines end
     */
    QuestionLines(InputStream in, BooleanSupplier beforeWaiting) {
        this.in = in;
        this.beforeWaiting = beforeWaiting;
    }

    /** The next line that is not blank, cut if it is too long; empty at the end of the stream. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(0);
        boolean blank = true;
        while (next < end || fill()) {
            int from = next;
            while (next < end && buffer[next] != '\n') {
                blank &= isBlank(buffer[next]);
                next++;
            }
            if (next < end && !blank && line.size() == 0) {
                endLine();
                return Optional.of(Arrays.copyOfRange(buffer, from, next - 1));
            }
            line.write(buffer, from, Math.min(next - from, MOST_HELD - line.size()));
            if (next < end) {
                endLine();
                if (!blank) {
                    return Optional.of(line.toByteArray());
                }
                line.reset();
            }
        }
        number = ended + 1;
        return blank ? Optional.empty() : Optional.of(line.toByteArray());
    }

    /** The number of the last line in the stream, counted from 1; blank lines count. */
    long number() {
        return number;
    }

    private void endLine() {
        next++;
        ended++;
        number = ended;
    }

    private boolean fill() throws IOException {
        if (in.available() == 0 && !beforeWaiting.getAsBoolean()) {
            return false;
        }
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }
}
