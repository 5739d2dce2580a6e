package dev.remit.analyze;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.ValueRestriction;
import dev.remit.model.Assignment;
import java.math.BigInteger;
import java.util.List;

/**
 * A region of questions, by the values that each variable may have, with one of its questions.
 *
 * @param so what the region is bound by; what is not named may be anything
 * @param covers how many complete questions it holds
 * @param question one of them
 */
public record Region(List<ValueRestriction> so, BigInteger covers, Assignment question) {
    public Region {
        so = List.copyOf(so);
        requireNonNull(covers, "covers");
        requireNonNull(question, "question");
    }

    /** Whether it is bound by nothing but what the asker may choose: the work category and the route. */
    public boolean always() {
        return so.stream().allMatch(each -> each.about().kind().isChoice());
    }
}
