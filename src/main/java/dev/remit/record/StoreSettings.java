package dev.remit.record;

import dev.remit.signing.SigningKey;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings for writing a log.
 *
 * @param mode what {@link RecordStore#append} waits for
 * @param largestFile the most bytes of a file; a longer record gets a file of its own
 * @param checkpoints whether and when checkpoints are signed
 */
record StoreSettings(RecordMode mode, long largestFile, Optional<Checkpoints> checkpoints) {
    /** The largest file that independent readers must expect. */
    static final long LARGEST_FILE = 64 << 20;

    /**
     * The times at which checkpoints are signed, beside those for full files and at an orderly stop.
     *
     * @param key the key; its name is the origin of the log
     * @param everyRecords the number of records after which to sign
     * @param every the time after which to sign, if there was a record
     */
    record Checkpoints(SigningKey key, long everyRecords, Duration every) {
        Checkpoints {
            if (everyRecords < 1 || every.isNegative() || every.isZero()) {
                throw new IllegalArgumentException("checkpoints come after at least one record and some time");
            }
        }

        String origin() {
            return key.name().value();
        }
    }

    StoreSettings {
        if (largestFile < 1 || largestFile > LARGEST_FILE) {
            throw new IllegalArgumentException("a file has 1 to " + LARGEST_FILE + " bytes");
        }
    }

    static StoreSettings of(RecordMode mode, Optional<Checkpoints> checkpoints) {
        return new StoreSettings(mode, LARGEST_FILE, checkpoints);
    }
}
