package dev.remit.record;

import dev.remit.signing.Checkpoint;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the checkpoints of a log: each is a signed note, followed by an empty line. */
final class CheckpointFile {
    static final String NAME = "checkpoints.txt";

    /**
     * A checkpoint with its signatures.
     *
     * @param place the description of its file, for messages
     * @param note the whole note
     * @param checkpoint the checkpoint in the note
     */
    record Stored(String place, SignedNote note, Checkpoint checkpoint) {
        static Stored parse(String place, byte[] note) throws RejectedException {
            SignedNote signed = SignedNote.parse(note);
            return new Stored(place, signed, Checkpoint.parse(signed.text()));
        }
    }

    private final List<Stored> stored;
    private final int length;
    private final byte[] rest;

    private CheckpointFile(List<Stored> stored, int length, byte[] rest) {
        this.stored = List.copyOf(stored);
        this.length = length;
        this.rest = rest;
    }

    static CheckpointFile read(LogFolder folder) throws IOException {
        if (!folder.names().contains(NAME)) {
            return parse(new byte[0]);
        }
        try (InputStream in = folder.read(NAME)) {
            return parse(in.readAllBytes());
        }
    }

    static CheckpointFile parse(byte[] bytes) {
        List<Stored> stored = new ArrayList<>();
        int from = 0;
        Optional<Stored> next = next(bytes, from, stored.size());
        while (next.isPresent()) {
            stored.add(next.get());
            from = endOfNote(bytes, from);
            next = next(bytes, from, stored.size());
        }
        return new CheckpointFile(stored, from, Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static Optional<Stored> next(byte[] bytes, int from, int number) {
        int end = endOfNote(bytes, from);
        if (end < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Stored.parse(
                    "checkpoint " + (number + 1) + " in " + NAME, Arrays.copyOfRange(bytes, from, end - 1)));
        } catch (RejectedException noCheckpoint) {
            return Optional.empty();
        }
    }

    /** The index behind two empty lines, one within the note and one after it; negative if they are missing. */
    private static int endOfNote(byte[] bytes, int from) {
        int text = endOfParagraph(bytes, from);
        return text < 0 ? text : endOfParagraph(bytes, text);
    }

    private static int endOfParagraph(byte[] bytes, int from) {
        for (int i = from + 1; i < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The complete notes, in order. */
    List<Stored> stored() {
        return stored;
    }

    /** The number of bytes they take. */
    int length() {
        return length;
    }

    /** The bytes behind them. */
    byte[] rest() {
        return rest;
    }

    /** The checkpoints by the number of records they cover. */
    static Map<Long, List<Stored>> bySize(List<Stored> stored) {
        return stored.stream()
                .collect(Collectors.groupingBy(each -> each.checkpoint().size()));
    }

    /** The checkpoint that covers the most records. */
    Optional<Stored> newest() {
        return stored.stream()
                .reduce((one, other) ->
                        one.checkpoint().size() > other.checkpoint().size() ? one : other);
    }

    /** Whether complete checkpoints follow invalid bytes, which an interrupted write cannot leave. */
    boolean isDamagedInside() {
        for (int i = 0; i < rest.length; i++) {
            if (rest[i] == '\n' && next(rest, i + 1, 0).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rest ends like a note. */
    boolean endsWhole() {
        return rest.length > 1 && rest[rest.length - 1] == '\n' && rest[rest.length - 2] == '\n';
    }
}
