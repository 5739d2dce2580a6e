package dev.remit.live;

import dev.remit.decide.PolicyIdentity;
import dev.remit.record.RecordLog;
import java.io.IOException;

/** Opens the log that a live policy writes its decisions and changes to; it is closed with the live policy. */
@FunctionalInterface
public interface RecordsOpening {
    /**
     * Opens the log.
     *
     * @param first the first policy in force
     */
    RecordLog open(PolicyIdentity first) throws IOException;
}
