package dev.remit.record;

import java.util.Comparator;

/**
 * Damage to a log.
 *
 * @param seq the damaged record; for checkpoints and frontiers, the number of records they cover
 * @param file the damaged file
 * @param sentence what was changed, in lower case
 */
public record Finding(long seq, String file, String sentence) {
    static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::seq).thenComparing(Finding::file).thenComparing(Finding::sentence);

    static Finding changed(long seq, String file) {
        return new Finding(seq, file, "record " + Sentences.number(seq) + " in " + file + ": the line was changed");
    }

    static Finding missing(long first, long last, String file) {
        return new Finding(
                first,
                file,
                Sentences.records(first, last) + " " + Sentences.are(first, last) + " missing from " + file);
    }

    boolean isOfCheckpoints() {
        return file.equals(CheckpointFile.NAME);
    }

    Finding and(String more) {
        return new Finding(seq, file, sentence + "; " + more);
    }
}
