package dev.remit.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Breaks lines that are too long between words; what follows is indented like the text of the line it continues. */
public final class Wrapped {
    /** The least room for words, however narrow the width. */
    private static final int LEAST = 20;

    private Wrapped() {}

    /**
     * Wraps a text.
     *
     * @param width how many characters there may be in a line; a longer word stands alone
     * @param text lines, with line ends between them
     * @return the same words in lines of that width
     */
    public static String at(int width, String text) {
        return text.lines().map(line -> wrapped(width, line)).collect(Collectors.joining("\n"));
    }

    private static String wrapped(int width, String line) {
        if (line.length() <= width) {
            return line;
        }
        int indent = line.length() - line.stripLeading().length();
        boolean isItem = line.startsWith("- ", indent);
        String further = " ".repeat(indent + (isItem ? 2 : indent == 0 ? 2 : 0));
        int room = Math.max(width, further.length() + LEAST);
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder(line.substring(0, indent));
        boolean isEmpty = true;
        for (String word : words(line.substring(indent))) {
            if (!isEmpty && current.length() + 1 + word.length() > room) {
                lines.add(current.toString());
                current = new StringBuilder(further);
                isEmpty = true;
            }
            current.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(current.toString());
        return String.join("\n", lines);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', from)) {
            words.add(text.substring(from, blank));
            from = blank + 1;
        }
        words.add(text.substring(from));
        return words;
    }
}
