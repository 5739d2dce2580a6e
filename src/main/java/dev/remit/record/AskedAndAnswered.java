package dev.remit.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.json.JsonTree;
import dev.remit.signing.Hash;
import dev.remit.signing.TreeHasher;
import java.util.Optional;

/**
 * The part of a record's line that holds the question and the answer, in which the instant that was asked about and the project's id
 * are left empty; the project stands apart. Found without reading the JSON, which takes several times as long.
 */
final class AskedAndAnswered {
    private static final byte[] QUESTION = ",\"question\":{".getBytes(US_ASCII);
    private static final byte[] AT = "\"at\":\"".getBytes(US_ASCII);
    private static final byte[] PROJECT = "\"project\":\"".getBytes(US_ASCII);

    private final byte[] line;

    /** Up to where the line was copied or passed over. */
    private int next;

    private final byte[] rest;
    private int size;
    private Optional<String> project = Optional.empty();

    private AskedAndAnswered(byte[] line, int from, int end) {
        this.line = line;
        rest = new byte[end - from];
        int question = find(QUESTION, from, end);
        next = question < 0 ? from : question;
        if (question >= 0) {
            takeApart(question + QUESTION.length - 1, end);
        }
        copyTo(end);
        rest[0] = '{';
    }

    static AskedAndAnswered in(byte[] buffer, int from, int length) {
        return new AskedAndAnswered(buffer, from, from + length);
    }

    /** Passes over the question, and empties its own members for the instant and the project. */
    private void takeApart(int from, int end) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            byte c = line[i];
            if (c == '"') {
                int text = i;
                i = endOfText(i + 1, end) - 1;
                if (depth == 1 && isAt(AT, text, end)) {
                    i = leaveOut(text + AT.length, end);
                } else if (depth == 1 && isAt(PROJECT, text, end)) {
                    int value = text + PROJECT.length;
                    i = leaveOut(value, end);
                    project = text(value - 1, i + 1);
                }
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    return;
                }
            }
        }
    }

    /** Leaves out the rest of a text; returns the place of the quote behind it. */
    private int leaveOut(int from, int end) {
        copyTo(from);
        next = Math.max(from, endOfText(from, end) - 1);
        return next;
    }

    private void copyTo(int to) {
        System.arraycopy(line, next, rest, size, to - next);
        size += to - next;
        next = to;
    }

    /** What a text with its quotes says; empty if it is none. */
    private Optional<String> text(int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] == '\\') {
                return JsonTree.parse("{\"text\":" + new String(line, from, to - from, UTF_8) + "}")
                        .flatMap(tree -> tree.text("text"));
            }
        }
        return Optional.of(new String(line, from + 1, Math.max(0, to - from - 2), UTF_8));
    }

    /** The place behind the quote that ends a text. */
    private int endOfText(int from, int end) {
        int i = from;
        while (i < end && line[i] != '"') {
            i += line[i] == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, end);
    }

    private int find(byte[] what, int from, int end) {
        for (int i = from; i + what.length <= end; i++) {
            if (line[i] == what[0] && isAt(what, i, end)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] what, int place, int end) {
        if (place + what.length > end) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (line[place + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** The id of the project, if the question has one. */
    Optional<String> project() {
        return project;
    }

    /** The question and the answer as JSON, as far as they are left; empty if the line is none. */
    Optional<JsonTree> json() {
        return JsonTree.parse(new String(rest, 0, size, UTF_8));
    }

    /** A hash that others have which ask and answer the same, about whichever project and instant, and nobody else. */
    Hash hash(TreeHasher hasher) {
        return hasher.leaf(rest, 0, size);
    }
}
