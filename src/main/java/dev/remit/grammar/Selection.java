package dev.remit.grammar;

import dev.remit.node.Scalar;
import dev.remit.source.Span;
import java.util.List;

/**
 * A set as it was written: some ids, or all but some.
 *
 * <p>{@code any} is all but none.
 *
 * @param allExcept whether the ids are those to leave out
 * @param ids the ids, in the order of the file
 * @param span the position of the set
 */
public record Selection(boolean allExcept, List<Scalar> ids, Span span) {

    /**
     * Copies the ids.
     *
     * @param allExcept whether the ids are those to leave out
     * @param ids the ids
     * @param span the position of the set
     */
    public Selection {
        ids = List.copyOf(ids);
    }
}
