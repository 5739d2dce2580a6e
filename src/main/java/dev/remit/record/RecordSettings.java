package dev.remit.record;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a log is written. Immutable; every method returns a new one.
 *
 * @param mode what is waited for before an answer is given
 * @param checkpointKey the file of the private key that signs checkpoints; without one there are no checkpoints
 * @param subjectKeys the file of the keys that turn people into pseudonyms; without one no question about a person is answered
 * @param origin the name of the log; left out, the name of the checkpoint key or, without one, a random name
 * @param everyRecords the number of records after which a checkpoint is signed
 * @param every the time after which a checkpoint is signed, if there was a record
 */
public record RecordSettings(
        RecordMode mode,
        Optional<Path> checkpointKey,
        Optional<Path> subjectKeys,
        Optional<String> origin,
        long everyRecords,
        Duration every) {
    private static final long USUAL_RECORDS = 10_000;
    private static final Duration USUAL_TIME = Duration.ofMinutes(1);

    public RecordSettings {
        requireNonNull(mode, "mode");
        requireNonNull(checkpointKey, "checkpointKey");
        requireNonNull(subjectKeys, "subjectKeys");
        requireNonNull(origin, "origin");
        if (everyRecords < 1 || every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("every: checkpoints come after at least one record and some time");
        }
    }

    /** A log whose records are safe from a loss of power before an answer is given. */
    public static RecordSettings durable() {
        return in(RecordMode.DURABLE);
    }

    /** A log that leaves it to the system when records reach the disk: quicker, and a loss of power can lose some. */
    public static RecordSettings written() {
        return in(RecordMode.WRITTEN);
    }

    private static RecordSettings in(RecordMode mode) {
        return new RecordSettings(
                mode, Optional.empty(), Optional.empty(), Optional.empty(), USUAL_RECORDS, USUAL_TIME);
    }

    /** Signs checkpoints with the private key in a file, beside which its public half is. */
    public RecordSettings signedBy(Path privateKey) {
        return new RecordSettings(mode, Optional.of(privateKey), subjectKeys, origin, everyRecords, every);
    }

    /** Records people under pseudonyms by the keys in a file. */
    public RecordSettings withSubjectKeys(Path file) {
        return new RecordSettings(mode, checkpointKey, Optional.of(file), origin, everyRecords, every);
    }

    /** Names the log, if there is no checkpoint key whose name it has. */
    public RecordSettings named(String name) {
        return new RecordSettings(mode, checkpointKey, subjectKeys, Optional.of(name), everyRecords, every);
    }

    /** Signs a checkpoint after so many records, or after some time if there was a record. */
    public RecordSettings signingEvery(long records, Duration time) {
        return new RecordSettings(mode, checkpointKey, subjectKeys, origin, records, time);
    }
}
