package dev.remit.live;

import java.time.Duration;

/**
 * How often a live policy looks, and how long things count.
 *
 * @param poll the time between two looks at the source
 * @param maxAge how long a policy answers whose source is unreadable or faulty
 * @param decisionMaxAge how long a decision counts whose policy was replaced
 */
record Timing(Duration poll, Duration maxAge, Duration decisionMaxAge) {
    static final Timing USUAL = new Timing(Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofSeconds(60));

    Timing {
        if (poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("poll: expected some time, found `" + poll + "`");
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge: expected some time, found `" + maxAge + "`");
        }
        if (decisionMaxAge.isNegative()) {
            throw new IllegalArgumentException(
                    "decisionMaxAge: expected no time or some, found `" + decisionMaxAge + "`");
        }
    }
}
