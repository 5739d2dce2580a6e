package dev.remit.live;

import dev.remit.live.source.Look;
import dev.remit.live.source.Taken;
import dev.remit.live.source.UnreadableSourceException;
import dev.remit.live.source.WatchedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a source and finds out when there is something to be judged. What does not change all at once is read only after
 * two looks a poll apart saw the same, and counts only if a look after reading sees it still. For one thread at a time.
 */
final class SourceWatch {
    /** So many polls a source may change each time it is looked at, before that is reported. */
    private static final int RESTLESS = 10;

    private static final Duration WHILE = Duration.ofMinutes(5);

    private final WatchedSource source;
    private final Duration poll;
    private final Clocks clocks;
    private Optional<String> judged = Optional.empty();
    private Optional<Look> seen = Optional.empty();
    private Instant until = Instant.MAX;
    private long seenAt;
    private boolean isWaiting;
    private int restless;

    SourceWatch(WatchedSource source, Duration poll, Clocks clocks) {
        this.source = source;
        this.poll = poll;
        this.clocks = clocks;
    }

    /** What a look brought. */
    sealed interface Sight {
        /** The source cannot be read, or holds no bundle. */
        record Unreadable(List<String> reasons) implements Sight {}

        /** The source changes, and is left alone until it is quiet. */
        record Changing() implements Sight {}

        /** The source never comes to rest. */
        record Restless(String reason) implements Sight {}

        /** The source is as it was when it was judged. */
        record Unchanged() implements Sight {}

        /**
         * A bundle to be judged.
         *
         * @param mark what to remember of it once it is judged
         */
        record Fresh(Taken taken, String mark) implements Sight {}
    }

    /** Whether a change of the source happens all at once. */
    boolean isAtomic() {
        return source.isAtomic();
    }

    /** Whether the source was left alone at the last look because it changes. */
    boolean isWaiting() {
        return isWaiting;
    }

    /** Looks once. */
    Sight look() {
        Sight sight = sight();
        isWaiting = sight instanceof Sight.Changing;
        return sight;
    }

    private Sight sight() {
        try {
            Look look = source.look();
            String mark = look.fingerprint();
            if (judged.filter(mark::equals).isPresent()
                    && until.isAfter(clocks.wall().instant())) {
                seen = Optional.of(look);
                restless = 0;
                return new Sight.Unchanged();
            }
            if (!isQuiet(look)) {
                restless++;
                return restless > RESTLESS
                        ? new Sight.Restless(source.name() + " changes each time it is looked at")
                        : new Sight.Changing();
            }
            Taken taken = source.take(look);
            if (!source.isAtomic() && !source.look().fingerprint().equals(look.fingerprint())) {
                seen = Optional.empty();
                return new Sight.Changing();
            }
            restless = 0;
            return new Sight.Fresh(taken, mark);
        } catch (UnreadableSourceException unreadable) {
            judged = Optional.empty();
            return new Sight.Unreadable(unreadable.reasons());
        }
    }

    /**
     * Remembers that what has this mark was judged, so that it is left alone until it changes.
     *
     * @param isForGood if not, it is judged anew after a while, since its day may come
     */
    void judged(String mark, boolean isForGood) {
        judged = Optional.of(mark);
        until = isForGood ? Instant.MAX : clocks.wall().instant().plus(WHILE);
    }

    private boolean isQuiet(Look look) {
        if (source.isAtomic()) {
            seen = Optional.of(look);
            return true;
        }
        long now = clocks.nanos().getAsLong();
        boolean isFirst = seen.isEmpty() && judged.isEmpty() && restless == 0;
        boolean isSame =
                seen.map(Look::fingerprint).filter(look.fingerprint()::equals).isPresent();
        if (!isSame) {
            seen = Optional.of(look);
            seenAt = now;
        }
        return isSame ? now - seenAt >= poll.toNanos() : isFirst && isOld(look.newest());
    }

    /** Whether a change lies so long ago that whoever made it is done. */
    private boolean isOld(Instant newest) {
        Instant now = clocks.wall().instant();
        return newest.isBefore(now) && newest.isBefore(now.minus(poll));
    }
}
