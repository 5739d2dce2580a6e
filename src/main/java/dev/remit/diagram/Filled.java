package dev.remit.diagram;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern with rules filled in: what the pattern says of its place {@code i} is said of {@code rules[i]}.
 *
 * <p>Invariant: the rules ascend and each stands at some leaf of the pattern. So two of these are equal just if they
 * answer every question alike.
 */
final class Filled {
    private final int pattern;
    private final int[] rules;

    Filled(int pattern, int[] rules) {
        this.pattern = pattern;
        this.rules = rules;
    }

    /** The pattern, as a diagram of the store of {@link Patterns}. */
    int pattern() {
        return pattern;
    }

    /** The rules, by place in the policy; nobody changes them. */
    int[] rules() {
        return rules;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Filled that && pattern == that.pattern && Arrays.equals(rules, that.rules);
    }

    @Override
    public int hashCode() {
        return 31 * pattern + Arrays.hashCode(rules);
    }

    @Override
    public String toString() {
        return "pattern " + pattern + " of rules " + Arrays.toString(rules);
    }
}
