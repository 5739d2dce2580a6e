package dev.remit.diagnostic;

import dev.remit.source.SourceFile;
import java.util.Arrays;

/** Finds lines of one file without walking through it each time. */
final class LineIndex {

    private final String text;
    private final int[] starts;

    private LineIndex(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static LineIndex of(SourceFile file) {
        String text = file.text();
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pair)) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return new LineIndex(text, Arrays.copyOf(starts, count));
    }

    int count() {
        return starts.length;
    }

    /** An existing line, counted from 1, without its end. */
    String line(int number) {
        int start = starts[number - 1];
        int end = number < starts.length ? starts[number] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }
}
