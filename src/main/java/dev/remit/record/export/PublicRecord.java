package dev.remit.record.export;

import dev.remit.json.JsonTree;
import java.util.Set;

/**
 * The form in which records are published: without the subject, the caller and the request. The hash of the record before is left
 * out too, since whoever guesses what else stands in that record could find out by it whether the guess is right.
 */
public final class PublicRecord {
    private static final Set<String> KEPT_BACK = Set.of("subject", "caller", "request", "prev");

    private PublicRecord() {}

    /** The line of a record as it may be published. */
    public static String of(JsonTree record) {
        return record.without(KEPT_BACK).json();
    }
}
