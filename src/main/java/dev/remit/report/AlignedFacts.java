package dev.remit.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Facts about one subject, each a key and a value, rendered one below the other. Immutable.
 *
 * @param facts the facts, in order
 */
public record AlignedFacts(List<Fact> facts) {
    public AlignedFacts {
        facts = List.copyOf(facts);
    }

    /**
     * A fact.
     *
     * @param key what it is about
     * @param value the value; may have several lines
     */
    public record Fact(String key, String value) {
        public Fact {
            requireNonNull(key, "key");
            requireNonNull(value, "value");
        }
    }

    /** These facts and one more. */
    AlignedFacts and(String key, String value) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact(key, value));
        return new AlignedFacts(more);
    }

    /** Renders the facts as text: the values begin in the same column, and every line ends with a line end. */
    public String render(String indent) {
        int width = facts.stream().mapToInt(each -> each.key().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Fact fact : facts) {
            String before = indent + fact.key() + " ".repeat(width - fact.key().length() + 2);
            for (String line : fact.value().lines().toList()) {
                text.append(before).append(line).append('\n');
                before = " ".repeat(indent.length() + width + 2);
            }
        }
        return text.toString();
    }
}
