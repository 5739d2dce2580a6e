package dev.remit.bench;

import java.util.OptionalDouble;

/**
 * Something Remit promises of its speed, as a bound on a ratio or a number.
 *
 * @param what what it says
 * @param sense whether the bound is the most or the least there can be
 * @param bound the bound
 * @param measured what came out, if it was measured
 * @param failed whether it could not be measured because something did not work
 */
record Goal(String what, Sense sense, double bound, OptionalDouble measured, boolean failed) {

    /** On which side of a bound is good. */
    enum Sense {
        AT_MOST,
        AT_LEAST
    }

    String verdict() {
        if (failed) {
            return "missed: does not work";
        }
        if (measured.isEmpty()) {
            return "not measured";
        }
        double value = measured.getAsDouble();
        return (sense == Sense.AT_MOST ? value <= bound : value >= bound) ? "met" : "**missed**";
    }

    /** The bound in words. */
    String demand() {
        return (sense == Sense.AT_MOST ? "at most " : "at least ") + Figures.number(OptionalDouble.of(bound));
    }
}
