package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * What a policy must never or always do. An invariant is proved over every possible complete question; states that break
 * a constraint are left out.
 *
 * @param id the invariant's name, unique in the bundle
 * @param title what a reader calls it; empty if the bundle gives none
 * @param claim what is claimed
 * @param because the reason given for it; empty if the bundle gives none
 * @param cites the clauses and rulings it comes from
 */
public record Invariant(Id.Invariant id, String title, Claim claim, String because, List<Id.Citation> cites) {
    public Invariant {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(claim, "claim");
        requireNonNull(because, "because");
        cites = List.copyOf(cites);
    }

    /** What an invariant claims. */
    public sealed interface Claim {
        /** The scopes it is about. */
        List<Scope> scopes();

        /** No question of the scope is permitted by a grant of the scope. */
        record Never(Scope scope) implements Claim {
            public Never {
                requireNonNull(scope, "scope");
            }

            @Override
            public List<Scope> scopes() {
                return List.of(scope);
            }
        }

        /** Every question of the scope is permitted. */
        record Always(Scope scope) implements Claim {
            public Always {
                requireNonNull(scope, "scope");
            }

            @Override
            public List<Scope> scopes() {
                return List.of(scope);
            }
        }

        /** Whatever is permitted of one scope lies in another too. */
        record Only(Scope only, Scope may) implements Claim {
            public Only {
                requireNonNull(only, "only");
                requireNonNull(may, "may");
            }

            @Override
            public List<Scope> scopes() {
                return List.of(only, may);
            }
        }

        /** Whenever a question of one scope is permitted, it and each of its grants lie in another too. */
        record Implies(Scope whenever, Scope then) implements Claim {
            public Implies {
                requireNonNull(whenever, "whenever");
                requireNonNull(then, "then");
            }

            @Override
            public List<Scope> scopes() {
                return List.of(whenever, then);
            }
        }

        /** One role may do nothing of a scope that another may not do, all else being the same. */
        record NoMoreRole(Id.Role role, Id.Role than, Scope where) implements Claim {
            public NoMoreRole {
                requireNonNull(role, "role");
                requireNonNull(than, "than");
                requireNonNull(where, "where");
            }

            @Override
            public List<Scope> scopes() {
                return List.of(where);
            }
        }

        /** Nothing of a scope may be done to one level that may not be done to another, all else being the same. */
        record NoMoreLevel(Id.Level level, Id.Level than, Scope where) implements Claim {
            public NoMoreLevel {
                requireNonNull(level, "level");
                requireNonNull(than, "than");
                requireNonNull(where, "where");
            }

            @Override
            public List<Scope> scopes() {
                return List.of(where);
            }
        }

        /**
         * Nobody who may do something of one scope may do something of another: neither in one role, nor, as far as the
         * registers say, in several roles held on the same day.
         *
         * @param may what somebody may do
         * @param mayNot what the same person may then not do
         * @param anyProject whether it makes no difference for which project; if not, only doing both for one project counts
         */
        record Apart(Scope may, Scope mayNot, boolean anyProject) implements Claim {
            public Apart {
                requireNonNull(may, "may");
                requireNonNull(mayNot, "mayNot");
            }

            @Override
            public List<Scope> scopes() {
                return List.of(may, mayNot);
            }
        }

        /** Whether a question of the scope is permitted hangs on none of some facts. */
        record HangsOnNone(Set<Id.Fact> facts, Scope where) implements Claim {
            public HangsOnNone {
                facts = Sorted.set(facts);
                requireNonNull(where, "where");
            }

            @Override
            public List<Scope> scopes() {
                return List.of(where);
            }
        }
    }
}
