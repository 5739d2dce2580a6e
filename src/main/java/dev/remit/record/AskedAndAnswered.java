package dev.remit.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.remit.signing.Hash;
import dev.remit.signing.TreeHasher;

/**
 * The part of a record's line that holds the question and the answer, without the instant that was asked about. Found without reading
 * the JSON, which takes several times as long.
 */
final class AskedAndAnswered {
    private static final byte[] QUESTION = ",\"question\":{".getBytes(US_ASCII);
    private static final byte[] AT = "\"at\":\"".getBytes(US_ASCII);

    private final byte[] buffer;

    /** Where the question begins. */
    private final int from;

    /** Where the instant begins; the end if there is none. */
    private final int at;

    /** Where the line goes on behind the instant. */
    private final int on;

    private final int end;

    private AskedAndAnswered(byte[] buffer, int from, int at, int on, int end) {
        this.buffer = buffer;
        this.from = from;
        this.at = at;
        this.on = on;
        this.end = end;
    }

    static AskedAndAnswered in(byte[] buffer, int from, int length) {
        int end = from + length;
        int question = find(QUESTION, buffer, from, end);
        if (question < 0) {
            return new AskedAndAnswered(buffer, from, end, end, end);
        }
        int depth = 0;
        for (int i = question + QUESTION.length - 1; i < end; i++) {
            byte c = buffer[i];
            if (c == '"') {
                if (depth == 1 && isAt(AT, buffer, i, end)) {
                    int close = endOfText(buffer, i + AT.length, end);
                    return new AskedAndAnswered(buffer, question, i, close, end);
                }
                i = endOfText(buffer, i + 1, end) - 1;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    break;
                }
            }
        }
        return new AskedAndAnswered(buffer, question, end, end, end);
    }

    /** The place behind the quote that ends a text. */
    private static int endOfText(byte[] buffer, int from, int end) {
        int i = from;
        while (i < end && buffer[i] != '"') {
            i += buffer[i] == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, end);
    }

    private static int find(byte[] what, byte[] buffer, int from, int end) {
        for (int i = from; i + what.length <= end; i++) {
            if (buffer[i] == what[0] && isAt(what, buffer, i, end)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] what, byte[] buffer, int place, int end) {
        if (place + what.length > end) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (buffer[place + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** A hash that others with the same question and answer have, and nobody else. */
    Hash hash(TreeHasher hasher) {
        byte[] part = new byte[at - from + end - on];
        System.arraycopy(buffer, from, part, 0, at - from);
        System.arraycopy(buffer, on, part, at - from, end - on);
        return hasher.leaf(part);
    }
}
