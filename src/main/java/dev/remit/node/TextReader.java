package dev.remit.node;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Passes a text in memory to SnakeYAML without copying it.
 *
 * <p>SnakeYAML's own reader copies its window with every kilobyte, which takes hours for one long line, and stops at
 * the first unusual character. This reader passes such characters as {@code �}, since {@link TextScan} has reported
 * them, so that nothing after a NUL is skipped, and only visible line ends end a line. An index counts chars, so a
 * mark's index is a place in the text; columns count code points.
 */
final class TextReader extends StreamReader {

    private static final int[] NO_SNIPPET = {};

    private final String text;
    private int index;
    private int line;
    private int column;

    TextReader(String text) {
        super("");
        this.text = text;
    }

    @Override
    public Mark getMark() {
        return new Mark("", index, line, column, NO_SNIPPET, 0);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        int end = Math.min(text.length(), index + length);
        while (index < end) {
            char c = text.charAt(index++);
            if (c == '\n' || (c == '\r' && !(index < text.length() && text.charAt(index) == '\n'))) {
                line++;
                column = 0;
            } else if (!isSecondHalf(c, index - 1)) {
                column++;
            }
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int ahead) {
        int at = index + ahead;
        if (at >= text.length()) {
            return '\0';
        }
        char c = text.charAt(at);
        boolean meansMoreToSnakeYaml = c == '\0' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\uFEFF';
        return meansMoreToSnakeYaml ? '�' : c;
    }

    @Override
    public String prefix(int length) {
        return text.substring(index, Math.min(text.length(), index + length));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        forward(prefix.length());
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getDocumentIndex() {
        return 0;
    }

    private boolean isSecondHalf(char c, int at) {
        return Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
