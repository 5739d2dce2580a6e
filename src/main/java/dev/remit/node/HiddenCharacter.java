package dev.remit.node;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.Span;

/** Reports an invisible character in an id or key. */
public final class HiddenCharacter {

    private HiddenCharacter() {}

    /**
     * Reports a character, at its exact place if the file has the id literally.
     *
     * @param scalar the id or key
     * @param index the index of the character in its text
     * @param what the noun for the scalar, such as {@code key}
     * @param diagnostics where to report
     */
    public static void report(Scalar scalar, int index, String what, Diagnostics diagnostics) {
        String text = scalar.text();
        int point = text.codePointAt(index);
        int before = text.codePointCount(0, index);
        Span span = scalar.head();
        int length = text.codePointCount(0, text.length());
        int quotes = scalar.quoted() ? 2 : 0;
        if (scalar.span().isWithinOneLine() && span.endColumn() - span.column() == length + quotes) {
            span = Span.within(span.file(), span.line(), span.column() + quotes / 2 + before, 1);
        }
        if (Characters.isForbidden(point)) {
            return; // Forbidden everywhere, and so reported with the text as a whole.
        }
        diagnostics.report(
                Code.INVISIBLE_CHARACTER,
                span,
                what + " " + Words.quoted(text) + " holds the character " + Characters.named(point),
                "delete it");
    }
}
