package dev.remit.record;

import dev.remit.signing.Frontier;
import dev.remit.signing.Hash;
import java.util.List;
import java.util.Optional;

/**
 * The state from which an opened log continues.
 *
 * @param frontier over all its records
 * @param last the hash of the last record, zeros if there is none
 * @param file the file to append to, if there is one
 * @param fileBytes the number of bytes of that file
 * @param signedSize the number of records that the newest checkpoint covers
 * @param torn the files with torn bytes that no record of kind {@code recovered} names yet
 */
record OpenedLog(
        Frontier frontier, Hash last, Optional<Segment> file, long fileBytes, long signedSize, List<TornFile> torn) {
    OpenedLog {
        torn = List.copyOf(torn);
    }
}
