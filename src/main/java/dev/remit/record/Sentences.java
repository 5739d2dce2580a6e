package dev.remit.record;

import java.util.Locale;

/** Common parts of sentences about records. */
final class Sentences {
    private Sentences() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Describes one record, or several in a row. */
    static String records(long first, long last) {
        return first == last ? "record " + number(first) : "records " + number(first) + " to " + number(last);
    }

    static String are(long first, long last) {
        return first == last ? "is" : "are";
    }

    static String were(long first, long last) {
        return first == last ? "was" : "were";
    }
}
