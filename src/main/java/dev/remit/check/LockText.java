package dev.remit.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the text of a lock apart. Within double quotes, commas, blanks and the word {@code and} are part of an id, and a
 * backslash goes before a quote or a backslash.
 */
final class LockText {
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private String sort = "";
    private List<String> items = new ArrayList<>();
    private StringBuilder item = new StringBuilder();
    private boolean isQuoted;

    /**
     * What one kind of word is about.
     *
     * @param sort the kind, as it was written
     * @param items the words; none if there is nothing but the kind
     */
    record Part(String sort, List<String> items) {
        Part {
            items = List.copyOf(items);
        }
    }

    private LockText(String text) {
        this.text = text;
    }

    /** The parts of a lock, which stand between the words {@code and}; at least one. */
    static List<Part> parts(String text) {
        return new LockText(text.strip()).read();
    }

    private List<Part> read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = quoted(at + 1);
            } else if (c == ',') {
                endItem();
                at++;
            } else if (Character.isWhitespace(c)) {
                at = blank(at);
            } else {
                item.append(c);
                at++;
            }
        }
        endPart();
        return parts;
    }

    /** Reads an id in quotes, and gives the place behind it. */
    private int quoted(int from) {
        isQuoted = true;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
            }
            item.append(text.charAt(at));
        }
        throw new InvalidLockException(
                "expected the id in `--locked` to end with a double quote",
                "write it like `--locked 'projects \"A, B\"'`");
    }

    /** Reads blanks: the first end the kind of word, others may end the part. */
    private int blank(int from) {
        int next = from;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean isAnd = text.startsWith("and", next)
                && next + 3 < text.length()
                && Character.isWhitespace(text.charAt(next + 3));
        if (isAnd) {
            endPart();
            return next + 4;
        }
        if (sort.isEmpty() && item.length() > 0) {
            sort = item.toString();
            item = new StringBuilder();
        } else if (item.length() > 0) {
            item.append(text, from, next);
        }
        return next;
    }

    private void endItem() {
        items.add(isQuoted ? item.toString() : item.toString().strip());
        item = new StringBuilder();
        isQuoted = false;
    }

    private void endPart() {
        if (sort.isEmpty()) {
            sort = item.toString();
        } else {
            endItem();
        }
        parts.add(new Part(sort, items));
        sort = "";
        items = new ArrayList<>();
        item = new StringBuilder();
        isQuoted = false;
    }
}
