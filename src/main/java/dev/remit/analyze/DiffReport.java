package dev.remit.analyze;

import java.util.List;

/**
 * Every difference between two policies.
 *
 * @param words words added, removed or renamed
 * @param changes what changes for which questions; together they cover exactly the questions that change
 */
public record DiffReport(List<WordChange> words, List<AccessChange> changes) {
    public DiffReport {
        words = List.copyOf(words);
        changes = List.copyOf(changes);
    }

    /** Which way access goes in all: wider as soon as anything is wider. */
    public AccessChange.Direction direction() {
        return AccessChange.widest(changes);
    }

    /** Whether the two say the same, for the same reasons, in the same words. */
    public boolean isEmpty() {
        return words.isEmpty() && changes.isEmpty();
    }
}
