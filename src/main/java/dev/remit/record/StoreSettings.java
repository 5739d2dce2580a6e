package dev.remit.record;

import dev.remit.signing.SigningKey;
import java.time.Duration;
import java.util.Optional;

/**
 * How a log is written.
 *
 * @param mode what an answer waits for
 * @param largestFile how many bytes a file may have; a record that is longer gets a file of its own
 * @param checkpoints whether and when checkpoints are signed
 */
record StoreSettings(Mode mode, long largestFile, Optional<Checkpoints> checkpoints) {
    /** What independent readers may rely on. */
    static final long LARGEST_FILE = 64 << 20;

    /** What {@link RecordStore#append} waits for. */
    enum Mode {
        /** Until a loss of power does not reach the record. */
        DURABLE,
        /** Until the system has the record: the end of the process does not reach it. */
        WRITTEN
    }

    /**
     * When checkpoints are signed, beside those for full files and at an orderly stop.
     *
     * @param key the key; its name is the origin of the log
     * @param everyRecords after how many records
     * @param every after how much time, if there was a record
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

    static StoreSettings of(Mode mode, Optional<Checkpoints> checkpoints) {
        return new StoreSettings(mode, LARGEST_FILE, checkpoints);
    }
}
