package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Clause;
import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The differences between a document and the record of it in the clause register.
 *
 * @param document the document
 * @param sentences the number of its sentences and bullets
 * @param differences the differences, in the order of the document
 * @param unrecorded the clauses without a fingerprint, which cannot be compared
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
     * @param sentences the number of its sentences
     * @param differences the differences
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
     * <p>A sentence matches a clause if their fingerprints agree, with preference for the same section and order. The
     * rest are paired by the words they share, most similar first. Of equal sentences in another order, as few as
     * possible count as moved.
     *
     * @param document the document
     * @param clauses a clause register; clauses of other documents are ignored
     * @param text the present text of the document
     * @return the differences
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
     * The same, with the words that went and came of each sentence that was reworded.
     *
     * @param older the text of the document that was recorded; a sentence in it is known by its fingerprint
     * @return the differences, with words where the older sentence was found
     */
    public Drift against(SourceText older) {
        List<Difference> worded = new ArrayList<>();
        for (Difference each : differences) {
            worded.add(each instanceof Difference.Changed changed ? worded(changed, older) : each);
        }
        return new Drift(document, sentences, worded, unrecorded, found);
    }

    private static Difference worded(Difference.Changed changed, SourceText older) {
        Optional<Passage> was = changed.clause()
                .fingerprint()
                .flatMap(Fingerprint::parse)
                .flatMap(print -> older.passages().stream()
                        .filter(each -> each.fingerprint().isSame(print))
                        .findFirst());
        return was.<Difference>map(each -> new Difference.Changed(
                        changed.clause(),
                        changed.sentence(),
                        changed.likeness(),
                        Optional.of(Rewording.between(
                                each.text(), changed.sentence().text()))))
                .orElse(changed);
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
