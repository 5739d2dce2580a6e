package dev.remit.live;

import java.util.function.LongSupplier;

/**
 * How long ago the source was last found sound, on a clock that nobody can set. Asked with every question, so it allocates
 * nothing.
 */
final class Age {
    private final LongSupplier nanos;
    private final long allowed;
    private volatile long soundAt;

    Age(LongSupplier nanos, long allowed) {
        this.nanos = nanos;
        this.allowed = allowed;
        soundAt = nanos.getAsLong();
    }

    /** The present, on the same clock. */
    long now() {
        return nanos.getAsLong();
    }

    /** The source is sound now. */
    void sound() {
        soundAt = nanos.getAsLong();
    }

    /** The source was last sound some time ago, before this process began. */
    void soundBefore(long ago) {
        soundAt = nanos.getAsLong() - ago;
    }

    boolean isOver() {
        return nanos.getAsLong() - soundAt > allowed;
    }
}
