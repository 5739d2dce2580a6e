package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.List;

/**
 * A part of a bundle that cites clauses.
 *
 * @param kind what it is
 * @param name its id, or its name for people
 * @param cites the clauses and rulings it cites
 */
public record Citing(Kind kind, String name, List<Id.Citation> cites) {

    /**
     * Copies the list.
     *
     * @param kind what it is
     * @param name its name
     * @param cites what it cites
     */
    public Citing {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        cites = List.copyOf(cites);
    }

    /**
     * The kinds of parts that can cite a clause. All except rulings and fixtures put the clauses they cite into practice; a
     * ruling says how they are read, and a fixture only tests that.
     */
    public enum Kind {
        /** A rule. */
        RULE("rule", "rules"),
        /** A constraint. */
        CONSTRAINT("constraint", "constraints"),
        /** A work category. */
        CATEGORY("work category", "work categories"),
        /** An invariant. */
        INVARIANT("invariant", "invariants"),
        /** A ruling on what the sentences leave open. */
        RULING("ruling", "rulings"),
        /** A case of a suite of tests. */
        FIXTURE("fixture", "fixtures");

        private final String one;
        private final String several;

        Kind(String one, String several) {
            this.one = one;
            this.several = several;
        }

        /**
         * The name of one of this kind.
         *
         * @return a noun
         */
        public String one() {
            return one;
        }

        /**
         * The name of several of this kind.
         *
         * @return a noun
         */
        public String several() {
            return several;
        }

        /**
         * Whether it puts the clauses it cites into practice.
         *
         * @return false for rulings, which only read them, and for fixtures
         */
        public boolean carries() {
            return this != FIXTURE && this != RULING;
        }
    }
}
