package dev.remit.node;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;

/** Checks the text of a file before it is read as YAML: its size, and that it has no forbidden characters. */
final class TextScan {

    private TextScan() {}

    /** Whether the text is within its limit; if it is not, or a character is forbidden, that is reported. */
    static boolean passes(SourceFile file, int maxBytes, Diagnostics diagnostics) {
        String text = file.text();
        int line = 1;
        int column = 1;
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            column++;
            bytes++;
            if (c >= 0x20 && c < 0x7F) {
                continue;
            }
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                line++;
                column = 1;
                continue;
            }
            int point = text.codePointAt(i);
            i += Character.charCount(point) - 1;
            bytes += point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
            if (Characters.isForbidden(point)) {
                Span span = Span.within(file.name(), line, column - 1, 1);
                diagnostics.report(Code.INVISIBLE_CHARACTER, span, message(point), "delete it");
            }
        }
        if (bytes > maxBytes) {
            diagnostics.report(Code.FILE_TOO_LARGE, Span.startOf(file.name()), tooLarge(maxBytes, bytes));
        }
        return bytes <= maxBytes;
    }

    static String tooLarge(int maxBytes, long bytes) {
        return "expected at most " + maxBytes + " bytes in one file, found " + bytes;
    }

    private static String message(int point) {
        int type = Character.getType(point);
        String kind = type == Character.FORMAT && point != 0xFEFF
                ? "changes the direction of the text around it"
                : "cannot be seen";
        return "the character " + Characters.named(point) + " " + kind;
    }
}
