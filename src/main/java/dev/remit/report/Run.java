package dev.remit.report;

import java.util.List;
import java.util.stream.Collectors;

/** A run of text within a sentence, in one style. */
record Run(Style style, String text) {
    enum Style {
        PLAIN,
        STRONG,
        CODE
    }

    static Run plain(String text) {
        return new Run(Style.PLAIN, text);
    }

    static Run strong(String text) {
        return new Run(Style.STRONG, text);
    }

    static Run code(String text) {
        return new Run(Style.CODE, text);
    }

    /** The text without styles. */
    static String words(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
