package dev.remit.live;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day, and time that only passes.
 *
 * @param wall the time of day, which people can set
 * @param nanos nanoseconds since any moment, which nobody can set
 */
record Clocks(InstantSource wall, LongSupplier nanos) {
    static final Clocks SYSTEM = new Clocks(InstantSource.system(), System::nanoTime);

    Clocks {
        requireNonNull(wall, "wall");
        requireNonNull(nanos, "nanos");
    }
}
