package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.List;

/**
 * Something that cites clauses.
 *
 * @param kind what it is
 * @param name its id, or what people call it
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

    /** What can cite a clause. All but a fixture carry the clauses they cite; a fixture shows that they are carried. */
    public enum Kind {
        /** A rule. */
        RULE("rule", "rules"),
        /** A constraint. */
        CONSTRAINT("constraint", "constraints"),
        /** A work category. */
        CATEGORY("work category", "work categories"),
        /** An invariant. */
        INVARIANT("invariant", "invariants"),
        /** A case of a suite of tests. */
        FIXTURE("fixture", "fixtures");

        private final String one;
        private final String several;

        Kind(String one, String several) {
            this.one = one;
            this.several = several;
        }

        /**
         * What one is called.
         *
         * @return a noun
         */
        public String one() {
            return one;
        }

        /**
         * What several are called.
         *
         * @return a noun
         */
        public String several() {
            return several;
        }

        /**
         * Whether the policy answers a clause by it.
         *
         * @return false for fixtures alone
         */
        public boolean carries() {
            return this != FIXTURE;
        }
    }
}
