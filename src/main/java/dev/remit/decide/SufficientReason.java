package dev.remit.decide;

import java.util.List;

/**
 * A smallest part of what a question says that forces its answer by itself, whatever else is the case: without any one
 * of these the answer could be another. Role, activity, level, and the work category and route where they are stated,
 * are taken as asked.
 *
 * @param said facts, project attributes, permissions and wishes as the question has them, in the vocabulary's order; none
 *     if the answer is the same whatever is said of these
 */
public record SufficientReason(List<ValueRestriction> said) {
    public SufficientReason {
        said = List.copyOf(said);
    }
}
