package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Element;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * As short phrases of which all hold, in order; what a set has stands together, and so does what it lacks:
     * {@code datasets has ecds and sus}.
     */
    public static List<String> phrases(List<ValueRestriction> all) {
        Map<String, List<ValueRestriction>> together = new LinkedHashMap<>();
        for (ValueRestriction each : all) {
            String set = each.about().owner() + each.values();
            together.computeIfAbsent(each.isOfSet() ? set : each.phrase(), none -> new ArrayList<>())
                    .add(each);
        }
        return together.values().stream().map(ValueRestriction::together).toList();
    }

    private static String together(List<ValueRestriction> ofSet) {
        List<String> further = ofSet.stream()
                .skip(1)
                .flatMap(each -> each.about().element().stream())
                .map(element -> " and " + element.value())
                .toList();
        return ofSet.get(0).phrase() + String.join("", further);
    }

    /** Whether it says that a set has or lacks an element. */
    private boolean isOfSet() {
        return about.element().isPresent() && values.size() == 1;
    }

    /**
     * As a short phrase: {@code named-on-project}, {@code not files-approved}, {@code project.kind: audit or research},
     * {@code datasets has ecds}.
     */
    public String phrase() {
        boolean isTruth = switch (about.kind()) {
            case FACT -> about.isBoolean();
            case PERMISSION, EVER -> true;
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, ATTRIBUTE, WISH ->
                about.element().isPresent();
        };
        if (!isTruth || values.size() != 1) {
            return about.owner() + ": " + String.join(" or ", values);
        }
        boolean holds = values.get(0).equals("true");
        return about.element()
                .map(element -> new Element(about.owner(), element.value()).phrase(holds))
                .orElseGet(() -> holds ? about.name() : "not " + about.name());
    }
}
