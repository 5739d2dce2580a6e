package dev.remit.live;

import dev.remit.live.Judgement.Accepted;
import dev.remit.live.Judgement.Known;
import dev.remit.live.Judgement.Unsound;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in force, and how it is replaced: by what the source holds, once it was looked at and judged. One thread at a
 * time looks; any thread reads what is in force and how things stand.
 */
final class Reloading {
    private final LiveSettings settings;
    private final Age age;
    private final Judge judge;
    private final SourceWatch watch;
    private final Keeping keeping;
    private Position position = Position.UNREAD;
    private volatile boolean isEnded;
    private volatile @Nullable InForce current;
    private volatile LiveStatus latest;

    /** Begins with what is kept from the last start, which answers before the source is read. */
    Reloading(LiveSettings settings, Judge judge, Keeping keeping, Age age) {
        this.settings = settings;
        this.judge = judge;
        this.keeping = keeping;
        this.age = age;
        watch = new SourceWatch(settings.source().watched(), settings.timing().poll(), settings.clocks());
        current = keeping.kept().orElse(null);
        latest = new LiveStatus(
                LiveState.EXPIRED,
                settings.clocks().wall().instant(),
                position.reasons(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The policy in force, unless there is none or it is too old; it allocates nothing. */
    @Nullable
    InForce inForce() {
        InForce now = current;
        return now == null || age.isOver() ? null : now;
    }

    /** How things stand now. */
    LiveStatus status() {
        LiveStatus last = latest;
        return last.answers() && age.isOver() ? last.expired(instant(), tooOld()) : last;
    }

    /** Whether nothing is in force yet, and the source has only to come to rest. */
    boolean isWaiting() {
        return current == null && watch.isWaiting();
    }

    private Instant instant() {
        return settings.clocks().wall().instant();
    }

    private String tooOld() {
        return "the source has been unreadable or faulty, or was not looked at, for longer than "
                + settings.timing().maxAge();
    }

    /** Looks once. Whatever goes wrong with it, the watching goes on. */
    void step() {
        try {
            look();
        } catch (RuntimeException broken) {
            position = Position.unsound(
                    List.of("the source cannot be looked at, which is a mistake of ours, please report it: " + broken));
        }
        become();
    }

    /** Ends it: nothing is in force afterwards, and nobody hears of a change. */
    void end() {
        isEnded = true;
        current = null;
        latest = latest.expired(instant(), "the live policy was closed");
    }

    private void look() {
        SourceWatch.Sight sight = watch.look();
        if (sight instanceof SourceWatch.Sight.Fresh fresh) {
            Judgement judgement = judged(fresh);
            if (judgement instanceof Accepted accepted) {
                accept(accepted, fresh.mark());
            } else {
                position = Position.of(judgement);
                watch.judged(fresh.mark(), judgement instanceof Known);
            }
        } else if (sight instanceof SourceWatch.Sight.Unreadable unreadable) {
            position = Position.unsound(unreadable.reasons());
        } else if (sight instanceof SourceWatch.Sight.Restless restless) {
            position = Position.unsound(List.of(restless.reason()));
        }
        if (!isEnded && position.isSound() && !(sight instanceof SourceWatch.Sight.Changing)) {
            age.sound();
            keeping.sound(instant());
        }
    }

    private Judgement judged(SourceWatch.Sight.Fresh fresh) {
        try {
            return judge.judge(fresh.taken(), Optional.ofNullable(current), keeping.history());
        } catch (OutOfMemoryError | StackOverflowError large) {
            return new Unsound(List.of("the memory of this process does not do for it: " + large));
        } catch (RuntimeException broken) {
            return new Unsound(List.of("it cannot be judged, which is a mistake of ours, please report it: " + broken));
        }
    }

    /** Puts a policy in force, if it can be kept and recorded; else it is tried again at the next look. */
    private void accept(Accepted accepted, String mark) {
        Optional<InForce> before = Optional.ofNullable(current);
        try {
            current = keeping.putInForce(accepted.candidate(), before);
            before.ifPresent(old -> old.term().end());
            position = Position.of(accepted);
            watch.judged(mark, true);
        } catch (IOException failed) {
            position = Position.unkept(accepted.candidate(), String.valueOf(failed.getMessage()));
        }
    }

    /** Publishes how things stand, and reports it if it is new. */
    void become() {
        InForce now = current;
        LiveStatus old = latest;
        boolean isExpired = now == null || age.isOver();
        LiveState state = isExpired ? LiveState.EXPIRED : position.state();
        List<String> reasons = new ArrayList<>(position.reasons());
        if (isExpired && now != null) {
            reasons.add(0, tooOld());
        }
        LiveStatus next = new LiveStatus(
                state,
                old.state() == state ? old.since() : instant(),
                reasons,
                position.comparison().difference(),
                keeping.notes(now, watch.isAtomic()),
                position.isSound() ? old.lastError() : Optional.of(String.join("; ", position.reasons())),
                Optional.ofNullable(now).flatMap(InForce::sequence),
                Optional.ofNullable(now).map(InForce::identity),
                Optional.ofNullable(now).map(InForce::bundle));
        latest = next;
        if (!next.saysTheSameAs(old)) {
            boolean isSwapped = !next.identity().equals(old.identity());
            if (!isSwapped) {
                keeping.record(next, position.candidate(), position.comparison().direction());
            }
            announce(next);
        }
    }

    private void announce(LiveStatus next) {
        for (LiveListener each : settings.hearing().changes()) {
            if (isEnded) {
                return;
            }
            try {
                each.changed(next);
            } catch (RuntimeException ignored) {
                // A listener that fails must not keep a policy from coming into force, or from expiring.
            }
        }
    }
}
