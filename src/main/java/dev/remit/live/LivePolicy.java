package dev.remit.live;

import dev.remit.decide.PolicyIdentity;
import dev.remit.live.Judgement.Accepted;
import dev.remit.live.Judgement.Candidate;
import dev.remit.live.Judgement.Comparison;
import dev.remit.live.Judgement.Early;
import dev.remit.live.Judgement.Known;
import dev.remit.live.Judgement.Refused;
import dev.remit.live.Judgement.Unsound;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A policy that changes while a service runs. It watches a source, judges what it finds there by what it would change, and
 * answers by the last policy that passed. Safe to share between threads.
 *
 * <pre>{@code
 * try (LivePolicy live = LivePolicy.start(LiveSettings.of(PolicySource.at(Path.of("policy")))
 *         .gates(ReloadGate.SIGNED, ReloadGate.ANY)
 *         .keptIn(Path.of("state")))) {
 *     live.decisions().decide(question);
 * }
 * }</pre>
 *
 * <p>Whoever asks sees one whole policy in each answer, takes no lock and causes no allocation. Whoever asks also finds out
 * that the policy has expired, so that a watcher that died keeps nothing alive.
 */
public final class LivePolicy implements Closeable {
    private static final int TRIES_AT_START = 5;

    private final LiveSettings settings;
    private final Age age;
    private final Judge judge;
    private final SourceWatch watch;
    private final Keeping keeping;
    private final LiveDecisions decisions = new LiveDecisions(this);
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition closing = turn.newCondition();
    private Position position;
    private volatile boolean isClosed;
    private volatile @Nullable Thread watcher;
    private volatile @Nullable InForce current;
    private volatile LiveStatus latest;

    /** Where the source stands, as it was judged last. */
    private record Position(
            LiveState state,
            List<String> reasons,
            Optional<PolicyIdentity> candidate,
            Comparison comparison,
            boolean isSound) {}

    private LivePolicy(LiveSettings settings, Judge judge, Keeping keeping, Age age) {
        this.settings = settings;
        this.judge = judge;
        this.keeping = keeping;
        this.age = age;
        watch = new SourceWatch(settings.source().watched(), settings.timing().poll(), settings.clocks());
        // What is kept from the last start answers before the source is read; if nothing is, nothing is in force.
        position = new Position(
                LiveState.STALE, List.of("the source was not read yet"), Optional.empty(), Comparison.NONE, false);
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

    /**
     * Takes up what is kept, looks at the source once, and goes on watching it on a thread of its own until it is closed.
     * That nothing is in force then is no error: {@link #status} says why, and the watching goes on.
     *
     * @throws IOException if a key cannot be read, or the state folder cannot be used
     */
    public static LivePolicy start(LiveSettings settings) throws IOException {
        LivePolicy live = open(settings);
        Thread thread = new Thread(live::watch, "remit-live");
        thread.setDaemon(true);
        try {
            for (int i = 0; i < TRIES_AT_START && live.current == null && live.watch.isWaiting(); i++) {
                TimeUnit.NANOSECONDS.sleep(settings.timing().poll().toNanos());
                live.refresh();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        live.watcher = thread;
        thread.start();
        return live;
    }

    /**
     * Takes up what is kept and looks at the source once, without a thread: the owner calls {@link #refresh}, more often
     * than the maximal age.
     *
     * @throws IOException if a key cannot be read, or the state folder cannot be used
     */
    public static LivePolicy open(LiveSettings settings) throws IOException {
        Judge judge = Judge.of(settings);
        Age age = new Age(settings.clocks().nanos(), settings.timing().maxAge().toNanos());
        Keeping keeping = Keeping.open(settings, judge, age);
        boolean isOpen = false;
        try {
            LivePolicy live = new LivePolicy(settings, judge, keeping, age);
            live.current = keeping.kept().orElse(null);
            live.refresh();
            isOpen = true;
            return live;
        } finally {
            if (!isOpen) {
                keeping.close();
            }
        }
    }

    /** Answers by whatever policy is in force when it is asked; the same object for good. */
    public LiveDecisions decisions() {
        return decisions;
    }

    /** How things stand now. */
    public LiveStatus status() {
        LiveStatus last = latest;
        return last.answers() && age.isOver()
                ? last.expired(settings.clocks().wall().instant(), tooOld())
                : last;
    }

    /**
     * Looks at the source once, and takes up what is there if it is accepted. What lies in files must be seen unchanged by
     * two calls a poll apart before it is read.
     *
     * @return how things stand afterwards
     */
    public LiveStatus refresh() {
        turn.lock();
        try {
            if (!isClosed) {
                step();
            }
        } finally {
            turn.unlock();
        }
        return status();
    }

    /** The policy in force, for one question; it allocates nothing. */
    InForce inForce() {
        InForce now = current;
        if (now == null || age.isOver()) {
            throw notInForce();
        }
        return now;
    }

    Instant instant() {
        return settings.clocks().wall().instant();
    }

    private NotInForceException notInForce() {
        if (turn.tryLock()) {
            try {
                if (!isClosed) {
                    become();
                }
            } finally {
                turn.unlock();
            }
        }
        return new NotInForceException("no policy is in force: " + status().reason());
    }

    private String tooOld() {
        return "the source has been unreadable or faulty, or was not looked at, for longer than "
                + settings.timing().maxAge();
    }

    private void watch() {
        turn.lock();
        try {
            while (!isClosed) {
                // Returns early only to close, or for no reason, which does no harm.
                boolean isEarly = closing.awaitNanos(settings.timing().poll().toNanos()) > 0;
                if (!isClosed && !isEarly) {
                    step();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }

    /** Looks once. Whatever goes wrong with it, the watching goes on. */
    private void step() {
        try {
            look();
        } catch (RuntimeException broken) {
            stand(new Unsound(List.of(
                    "the source cannot be looked at, which is a mistake of ours, please report it: " + broken)));
        }
        become();
    }

    private void look() {
        SourceWatch.Sight sight = watch.look();
        if (sight instanceof SourceWatch.Sight.Fresh fresh) {
            Judgement judgement = judged(fresh);
            if (judgement instanceof Accepted accepted) {
                accept(accepted.candidate(), fresh.mark());
            } else {
                stand(judgement);
                watch.judged(fresh.mark(), judgement instanceof Known);
            }
        } else if (sight instanceof SourceWatch.Sight.Unreadable unreadable) {
            stand(new Unsound(unreadable.reasons()));
        } else if (sight instanceof SourceWatch.Sight.Restless restless) {
            stand(new Unsound(List.of(restless.reason())));
        }
        if (!isClosed && position.isSound() && !(sight instanceof SourceWatch.Sight.Changing)) {
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

    /** Takes up where the source stands; nothing comes into force by it. */
    private void stand(Judgement judgement) {
        if (judgement instanceof Unsound unsound) {
            position = new Position(LiveState.STALE, unsound.reasons(), Optional.empty(), Comparison.NONE, false);
        } else if (judgement instanceof Refused refused) {
            position = sound(LiveState.STALE, refused.reasons(), refused.candidate());
        } else if (judgement instanceof Early early) {
            position = sound(LiveState.WAITING, List.of(early.reason()), early.candidate());
        } else if (judgement instanceof Known known) {
            position = sound(LiveState.LOADED, List.of(), known.candidate());
        }
    }

    private static Position sound(LiveState state, List<String> reasons, Candidate candidate) {
        return new Position(state, reasons, Optional.of(candidate.identity()), candidate.comparison(), true);
    }

    /** Puts a policy in force, if it can be kept and recorded; else it is tried again at the next look. */
    private void accept(Candidate candidate, String mark) {
        Optional<InForce> before = Optional.ofNullable(current);
        try {
            InForce next = keeping.putInForce(candidate, before);
            current = next;
            before.ifPresent(old -> old.term().end());
            position = sound(LiveState.LOADED, List.of(), candidate);
            watch.judged(mark, true);
        } catch (IOException failed) {
            position = sound(
                    LiveState.STALE,
                    List.of("version `" + candidate.identity().version() + "` passed, and cannot be kept or recorded: "
                            + failed.getMessage()),
                    candidate);
        }
    }

    /** Publishes how things stand, and reports it if it is new. */
    private void become() {
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
            if (isClosed) {
                return;
            }
            try {
                each.changed(next);
            } catch (RuntimeException ignored) {
                // A listener that fails must not keep a policy from coming into force, or from expiring.
            }
        }
    }

    /**
     * Stops watching; nothing is in force afterwards. What is kept stays for the next start. It waits for a look under way:
     * afterwards no thread of this policy runs and nobody hears of a change, unless a listener itself closes it, whose
     * thread then ends once the listener returns.
     */
    @Override
    public void close() throws IOException {
        turn.lock();
        try {
            if (isClosed) {
                return;
            }
            isClosed = true;
            current = null;
            closing.signalAll();
            latest = latest.expired(instant(), "the live policy was closed");
        } finally {
            turn.unlock();
        }
        join();
        keeping.close();
    }

    /** Waits for the thread to end, unless it waits for whoever closes this: a listener that was called during a look. */
    private void join() {
        Thread thread = watcher;
        if (thread == null || turn.isHeldByCurrentThread()) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
