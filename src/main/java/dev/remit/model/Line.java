package dev.remit.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One line of a canonical text. Whatever is written in quotes, so no two things can run into one. */
final class Line {
    private final StringBuilder text;

    /** A line that begins with a word of ours. */
    Line(String word) {
        text = new StringBuilder(word);
    }

    /** Adds a word of ours. */
    Line word(String word) {
        text.append(' ').append(word);
        return this;
    }

    /** Adds an id or text. */
    Line quoted(Object value) {
        text.append(' ').append(quote(value));
        return this;
    }

    /** Adds a text that may be missing. */
    Line quoted(String word, Optional<?> value) {
        value.ifPresent(each -> word(word).quoted(each));
        return this;
    }

    /** Adds several, each once, in their order. */
    Line set(String word, Collection<?> values) {
        TreeSet<String> sorted = new TreeSet<>();
        values.forEach(each -> sorted.add(quote(each)));
        text.append(' ').append(word).append(' ').append(sorted);
        return this;
    }

    /** Adds pairs in the order of their keys. */
    <V> Line map(String word, Map<? extends Id, V> values, Function<V, String> form) {
        Map<String, String> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(quote(key), form.apply(value)));
        text.append(' ').append(word).append(' ').append(sorted);
        return this;
    }

    /** In quotes, on one line. */
    static String quote(Object value) {
        String raw = value.toString();
        StringBuilder quoted = new StringBuilder(raw.length() + 2).append('"');
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
