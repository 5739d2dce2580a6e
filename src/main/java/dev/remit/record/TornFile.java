package dev.remit.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of bytes that were found behind the last record or checkpoint on opening the log, and put aside.
 *
 * @param name its name
 * @param of the kind of file they were in: {@code records} or {@code checkpoints}
 * @param seq the number of records of the log at that time
 */
record TornFile(String name, String of, long seq) {
    static final String RECORDS = "records";
    static final String CHECKPOINTS = "checkpoints";

    private static final Pattern NAME =
            Pattern.compile("torn-(" + RECORDS + "|" + CHECKPOINTS + ")-(\\d{20})-(\\d{1,9})");

    static TornFile numbered(String of, long seq, int number) {
        return new TornFile("torn-" + of + "-" + Segment.digits(seq) + "-" + number, of, seq);
    }

    static Optional<TornFile> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TornFile(name, matcher.group(1), Long.parseLong(matcher.group(2))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
