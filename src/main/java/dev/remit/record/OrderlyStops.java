package dev.remit.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for checkpoints that have to be there: one is signed whenever a log that has a key stops in order. Who takes the file of
 * checkpoints away, to write another past, leaves the records of such stops.
 */
final class OrderlyStops {
    private static final byte[] SIGNING = "\"keys\":{\"checkpoint\":[\"".getBytes(US_ASCII);

    private final long signed;
    private boolean isSigning;

    /** The numbers of records up to such stops that no checkpoint covers. */
    private final List<Long> due = new ArrayList<>();

    private final boolean isWholeLog;

    /** Looks for them among the checkpoints of a log. */
    OrderlyStops(LogFolder folder, List<CheckpointFile.Stored> stored) {
        isWholeLog = folder.isWholeLog();
        signed = stored.stream()
                .mapToLong(each -> each.checkpoint().size())
                .max()
                .orElse(0);
    }

    void note(RecordHead head, LineReader line) {
        if (head.kind().equals("started")) {
            isSigning = holds(line, SIGNING);
        } else if (head.kind().equals("stopped") && isWholeLog && isSigning && head.seq() >= signed) {
            due.add(head.seq() + 1);
        }
    }

    private static boolean holds(LineReader line, byte[] what) {
        int end = line.from() + line.length() - what.length;
        for (int at = line.from(); at <= end; at++) {
            int same = 0;
            while (same < what.length && line.buffer()[at + same] == what[same]) {
                same++;
            }
            if (same == what.length) {
                return true;
            }
        }
        return false;
    }

    /** What is missing, if it cannot be that the power failed each time between the stop and its checkpoint. */
    Optional<Finding> damage() {
        return due.size() < 2
                ? Optional.empty()
                : Optional.of(new Finding(last(), CheckpointFile.NAME, sentence() + ": it was taken away"));
    }

    /** What is missing, if that may have happened once. */
    Optional<String> remark() {
        return due.size() == 1
                ? Optional.of(sentence() + ": it was taken away, or could not be written then")
                : Optional.empty();
    }

    private long last() {
        return due.get(due.size() - 1);
    }

    private String sentence() {
        return "the log stopped in order with record " + Sentences.number(last() - 1)
                + ", when a checkpoint over it is signed, and " + CheckpointFile.NAME + " has none";
    }
}
