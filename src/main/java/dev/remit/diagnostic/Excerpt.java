package dev.remit.diagnostic;

import dev.remit.writing.Visible;

/**
 * A line of a file in a form for terminals, with the carets below it.
 *
 * @param text the line, with tabs as spaces, hidden characters as {@code �}, and cut around the carets if it is long
 * @param underline spaces and carets, at least one caret
 */
record Excerpt(String text, String underline) {

    private static final int LONGEST = 160;
    private static final int BEFORE = 60;
    private static final int TAB = 4;

    /**
     * Shows a line.
     *
     * @param line the whole line
     * @param column the first column to underline, from 1, in code points
     * @param endColumn the column after the last one to underline; may lie beyond the line
     */
    static Excerpt of(String line, int column, int endColumn) {
        int from = 0;
        int skipped = 0;
        if (line.length() > LONGEST && column > BEFORE) {
            skipped = Math.min(column - BEFORE, line.codePointCount(0, line.length()));
            from = line.offsetByCodePoints(0, skipped);
        }
        StringBuilder text = new StringBuilder(from > 0 ? "…" : "");
        int width = text.length();
        int start = -1;
        int end = -1;
        int at = from;
        for (int number = skipped + 1; at < line.length() && width < LONGEST; number++) {
            start = number == column ? width : start;
            end = number == endColumn ? width : end;
            int point = line.codePointAt(at);
            if (point == '\t') {
                int spaces = TAB - width % TAB;
                text.append(" ".repeat(spaces));
                width += spaces;
            } else {
                text.appendCodePoint(Visible.isHidden(point) ? '�' : point);
                width += width(point);
            }
            at += Character.charCount(point);
        }
        start = start < 0 ? width : start;
        end = end < 0 ? width : end;
        if (at < line.length()) {
            text.append('…');
        }
        return new Excerpt(text.toString(), " ".repeat(start) + "^".repeat(Math.max(1, end - start)));
    }

    /**
     * The number of terminal cells that a character takes: two for East Asian wide forms and emoji, none for combining
     * marks.
     */
    private static int width(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1F64F)
                || (point >= 0x1F680 && point <= 0x1F6FF)
                || (point >= 0x1F900 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
