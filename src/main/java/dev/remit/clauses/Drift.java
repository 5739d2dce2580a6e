package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Clause;
import dev.remit.model.Id;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a document differs from what the clause register has recorded of it.
 *
 * @param document the document
 * @param sentences how many sentences and bullets it has
 * @param differences what differs, in the order of the document
 * @param unrecorded the clauses that have no fingerprint, so that nothing can be said of them
 * @param found the sentence of each clause that was found, changed or not
 */
public record Drift(
        Id.Source document,
        int sentences,
        List<Difference> differences,
        List<Clause> unrecorded,
        Map<Id.Citation, Passage> found) {

    /**
     * Copies lists and map.
     *
     * @param document the document
     * @param sentences how many sentences it has
     * @param differences what differs
     * @param unrecorded the clauses that have no fingerprint
     * @param found the sentence of each clause
     */
    public Drift {
        requireNonNull(document, "document");
        differences = List.copyOf(differences);
        unrecorded = List.copyOf(unrecorded);
        found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
    }

    /**
     * Compares a document with the clauses recorded of it.
     *
     * <p>A sentence is a clause if their fingerprints agree, first of all in the same section and order. Those left over
     * are paired by the words they share, nearest first. Of equal sentences that stand in another order, as few as
     * possible count as moved.
     *
     * @param document the document
     * @param clauses a clause register; clauses of other documents are passed over
     * @param text the document as it reads now
     * @return what differs
     */
    public static Drift between(Id.Source document, List<Clause> clauses, SourceText text) {
        return new Matching(
                        clauses.stream()
                                .filter(each -> each.document().equals(document))
                                .toList(),
                        text.passages())
                .drift(document);
    }

    /**
     * Whether the document is as recorded.
     *
     * @return true if nothing differs and every clause could be compared
     */
    public boolean isNone() {
        return differences.isEmpty() && unrecorded.isEmpty();
    }
}
