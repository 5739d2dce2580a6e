package dev.remit.record;

import dev.remit.signing.Frontier;
import dev.remit.signing.Hash;
import java.util.List;
import java.util.Optional;

/**
 * Where a log goes on.
 *
 * @param frontier over all its records
 * @param last the hash of the last one, zeros if there is none
 * @param file the file that goes on, if one does
 * @param fileBytes how many bytes that has
 * @param signedSize how many records the newest checkpoint covers
 * @param torn the files with torn bytes that no record of kind {@code recovered} names yet
 */
record OpenedLog(
        Frontier frontier, Hash last, Optional<Segment> file, long fileBytes, long signedSize, List<TornFile> torn) {
    OpenedLog {
        torn = List.copyOf(torn);
    }
}
