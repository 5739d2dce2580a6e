package dev.remit.live;

/**
 * Hears when the state of a live policy changes, or the reasons for it. It is called on the thread that watches, or on one
 * that found the policy expired, and must not take long; what it throws is ignored.
 */
@FunctionalInterface
public interface LiveListener {
    /** Hears of a change. */
    void changed(LiveStatus now);
}
