package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Variable;
import java.util.List;

/**
 * That something has one of some values.
 *
 * @param about what it is about
 * @param values the values, any of which will do; at least one, in the vocabulary's order
 */
public record ValueRestriction(Variable about, List<String> values) {
    public ValueRestriction {
        requireNonNull(about, "about");
        values = List.copyOf(values);
    }

    /** As a short phrase: {@code named-on-project}, {@code not files-approved}, {@code project.kind: audit or research}. */
    public String phrase() {
        boolean isTruth = switch (about.kind()) {
            case FACT, PERMISSION, EVER -> true;
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, ATTRIBUTE, WISH -> false;
        };
        if (isTruth && values.size() == 1) {
            return values.get(0).equals("true") ? about.name() : "not " + about.name();
        }
        return about.name() + ": " + String.join(" or ", values);
    }
}
