package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Clause;
import java.util.Optional;

/** A difference between a document and the record of it in the clause register. */
public sealed interface Difference {

    /**
     * The clause concerned.
     *
     * @return the clause; empty for a sentence that is new
     */
    Optional<Clause> recorded();

    /**
     * The sentence concerned.
     *
     * @return the sentence; empty if it is gone
     */
    Optional<Passage> passage();

    /**
     * A sentence with no match in the register, nor any similar one.
     *
     * @param sentence the sentence
     */
    record Added(Passage sentence) implements Difference {
        public Added {
            requireNonNull(sentence, "sentence");
        }

        @Override
        public Optional<Clause> recorded() {
            return Optional.empty();
        }

        @Override
        public Optional<Passage> passage() {
            return Optional.of(sentence);
        }
    }

    /**
     * A sentence that was reworded.
     *
     * @param clause the most similar clause
     * @param sentence the sentence
     * @param likeness the share of words they have in common, from 0 to 1
     * @param words which words went and came; empty unless the sentence as it was recorded is at hand
     */
    record Changed(Clause clause, Passage sentence, double likeness, Optional<Rewording> words) implements Difference {
        public Changed {
            requireNonNull(clause, "clause");
            requireNonNull(sentence, "sentence");
            requireNonNull(words, "words");
        }

        @Override
        public Optional<Clause> recorded() {
            return Optional.of(clause);
        }

        @Override
        public Optional<Passage> passage() {
            return Optional.of(sentence);
        }
    }

    /**
     * A sentence that is unchanged but at another place.
     *
     * @param clause the clause it matches
     * @param sentence the sentence
     * @param after the clause it now comes after; empty if it comes first
     */
    record Moved(Clause clause, Passage sentence, Optional<Clause> after) implements Difference {
        public Moved {
            requireNonNull(clause, "clause");
            requireNonNull(sentence, "sentence");
            requireNonNull(after, "after");
        }

        @Override
        public Optional<Clause> recorded() {
            return Optional.of(clause);
        }

        @Override
        public Optional<Passage> passage() {
            return Optional.of(sentence);
        }
    }

    /**
     * A clause whose sentence is no longer in the document.
     *
     * @param clause the clause
     */
    record Gone(Clause clause) implements Difference {
        public Gone {
            requireNonNull(clause, "clause");
        }

        @Override
        public Optional<Clause> recorded() {
            return Optional.of(clause);
        }

        @Override
        public Optional<Passage> passage() {
            return Optional.empty();
        }
    }
}
