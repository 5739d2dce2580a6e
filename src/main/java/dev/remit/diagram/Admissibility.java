package dev.remit.diagram;

import dev.remit.model.Mode;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Stance;
import dev.remit.model.Treatment;
import java.util.Optional;

/** The table that says whether a permit is admissible for what is asked about opted-out patients, and what follows. */
public final class Admissibility {
    private Admissibility() {}

    /**
     * The treatment of a register's patients, or empty if the permit is not admissible.
     *
     * @param mode what the route can do
     * @param stance what the permit says
     * @param wish what is asked
     * @param permitted whether the project holds the register's permission
     */
    public static Optional<Treatment> treatment(Mode mode, Stance stance, OptOutRequest wish, boolean permitted) {
        boolean grants = stance.grants(permitted);
        return switch (mode) {
            case FILTERED ->
                switch (wish) {
                    case INCLUDE -> when(grants, Treatment.INCLUDED);
                    case EXCLUDE -> Optional.of(Treatment.EXCLUDED_BY_FILTER);
                    case UNSTATED ->
                        Optional.of(
                                stance == Stance.IF_PROJECT_PERMITTED && permitted
                                        ? Treatment.INCLUDED
                                        : Treatment.EXCLUDED_BY_FILTER);
                };
            case DECLARED ->
                switch (wish) {
                    case INCLUDE -> when(grants, Treatment.INCLUDED_BY_DECLARATION);
                    case EXCLUDE -> Optional.of(Treatment.EXCLUDED_BY_DECLARATION);
                    case UNSTATED -> Optional.of(Treatment.DECLARATION_REQUIRED);
                };
            case UNFILTERED -> when(wish != OptOutRequest.EXCLUDE, Treatment.INCLUDED);
            case UNENFORCEABLE -> when(wish != OptOutRequest.EXCLUDE, Treatment.NOT_ENFORCEABLE);
            case DERIVED ->
                switch (wish) {
                    case INCLUDE -> when(grants, Treatment.SETTLED_UPSTREAM);
                    case EXCLUDE -> when(!permitted, Treatment.SETTLED_UPSTREAM);
                    case UNSTATED -> Optional.of(Treatment.SETTLED_UPSTREAM);
                };
            case NOT_APPLICABLE -> Optional.of(Treatment.NOT_APPLICABLE);
        };
    }

    private static Optional<Treatment> when(boolean admissible, Treatment treatment) {
        return admissible ? Optional.of(treatment) : Optional.empty();
    }
}
