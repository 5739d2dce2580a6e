package dev.remit.diagram;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern with {@link PatternArguments claims} filled in: what the pattern says of its place {@code i} is said of
 * {@code claims[i]}.
 *
 * <p>Invariant: the claims ascend and each stands at some leaf of the pattern. So two of these are equal if and only if they
 * answer every question alike.
 */
final class PatternInstance {
    private final int pattern;
    private final long[] claims;

    PatternInstance(int pattern, long[] claims) {
        this.pattern = pattern;
        this.claims = claims;
    }

    /** The pattern, as a diagram of the store of {@link Patterns}. */
    int pattern() {
        return pattern;
    }

    /** What is filled in; nobody changes it. */
    long[] claims() {
        return claims;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PatternInstance that && pattern == that.pattern && Arrays.equals(claims, that.claims);
    }

    @Override
    public int hashCode() {
        return 31 * pattern + Arrays.hashCode(claims);
    }

    @Override
    public String toString() {
        return "pattern " + pattern + " of claims " + Arrays.toString(claims);
    }
}
