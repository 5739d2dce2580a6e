package dev.remit.record;

import dev.remit.analyze.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the records of a log in order. It checks their numbers; the verifier checks whether they are unchanged. */
final class LogReader {
    private LogReader() {}

    /** Handles each record; its line is a range of a buffer that the next one may overwrite. */
    @FunctionalInterface
    interface Visitor {
        void visit(RecordHead head, byte[] buffer, int from, int length) throws IOException;
    }

    /**
     * Visits the records from a number on, or from the first that exists. Bytes behind the last complete line are
     * ignored.
     *
     * @throws LogException if a line is not the expected record
     */
    static void visit(LogFolder folder, long from, Visitor visitor) throws IOException {
        visit(folder, from, Progress.UNHEARD, visitor);
    }

    /** Visits them, and calls the progress with the number of files that are done. */
    static void visit(LogFolder folder, long from, Progress progress, Visitor visitor) throws IOException {
        List<Segment> segments = Segment.in(folder);
        for (int i = 0; i < segments.size(); i++) {
            progress.at(i, segments.size());
            boolean isWanted = i + 1 == segments.size() || segments.get(i + 1).first() > from;
            if (isWanted) {
                Optional<Long> end = i + 1 == segments.size()
                        ? Optional.empty()
                        : Optional.of(segments.get(i + 1).first());
                visit(folder, segments.get(i), from, end, visitor);
            }
        }
        progress.at(1, 1);
    }

    private static void visit(LogFolder folder, Segment segment, long from, Optional<Long> end, Visitor visitor)
            throws IOException {
        long seq = segment.first();
        try (LineReader lines = segment.lines(folder)) {
            while (lines.next()) {
                Optional<RecordHead> head = RecordHead.parse(lines.buffer(), lines.from(), lines.length());
                if (head.isEmpty() || head.get().seq() != seq) {
                    throw damaged(segment, seq);
                }
                if (seq >= from) {
                    visitor.visit(head.get(), lines.buffer(), lines.from(), lines.length());
                }
                seq++;
            }
        }
        if (end.isPresent() && end.get() != seq) {
            throw damaged(segment, seq);
        }
    }

    private static LogException damaged(Segment segment, long seq) {
        return new LogException("the log is damaged: record " + Sentences.number(seq)
                + " was due, and stands not where it should in " + segment.name());
    }
}
