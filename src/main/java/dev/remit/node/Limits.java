package dev.remit.node;

/**
 * The limits on one file, so that no file can exhaust memory.
 *
 * @param bytes the most bytes of UTF-8
 * @param depth the most lists and mappings inside one another
 * @param nodes the most values, keys included
 */
public record Limits(int bytes, int depth, int nodes) {

    /** Generous enough for 36,000 rules or 100,000 projects in one file. */
    public static final Limits USUAL = new Limits(64 * 1024 * 1024, 64, 8_000_000);

    /**
     * Checks that the limits are positive.
     *
     * @param bytes the most bytes of UTF-8
     * @param depth the most lists and mappings inside one another
     * @param nodes the most values
     */
    public Limits {
        if (bytes < 1 || depth < 1 || nodes < 1) {
            throw new IllegalArgumentException("limits must be at least 1: " + bytes + ", " + depth + ", " + nodes);
        }
    }
}
