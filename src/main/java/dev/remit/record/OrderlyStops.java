package dev.remit.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;

/**
 * Looks for checkpoints that have to be there: one is signed whenever a log that has a key stops in order. Who takes the file of
 * checkpoints away, to write another past, leaves the records of such stops.
 */
final class OrderlyStops {
    private static final byte[] SIGNING = "\"keys\":{\"checkpoint\":[".getBytes(US_ASCII);

    private final long signed;
    private boolean isSigning;

    /** The number of records up to the last such stop. */
    private long due;

    /** Looks for them among the checkpoints of a log. */
    OrderlyStops(List<CheckpointFile.Stored> stored) {
        signed = stored.stream()
                .mapToLong(each -> each.checkpoint().size())
                .max()
                .orElse(0);
    }

    void note(RecordHead head, LineReader line) {
        switch (head.kind()) {
            case "started" -> isSigning = holds(line, SIGNING);
            case "stopped" -> due = isSigning ? head.seq() + 1 : due;
            default -> {}
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

    /** What is missing, if anything is. */
    Optional<Finding> damage() {
        return signed >= due
                ? Optional.empty()
                : Optional.of(new Finding(
                        due,
                        CheckpointFile.NAME,
                        "the log stopped in order with record " + Sentences.number(due - 1)
                                + ", when a checkpoint over it is signed, and " + CheckpointFile.NAME
                                + " has none: it was taken away, or could not be written"));
    }
}
