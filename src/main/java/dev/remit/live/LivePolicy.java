package dev.remit.live;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

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
    private final Keeping keeping;
    private final Reloading reloading;
    private final Turns turns = new Turns();
    private final LiveDecisions decisions = new LiveDecisions(this);

    private LivePolicy(LiveSettings settings, Keeping keeping, Reloading reloading) {
        this.settings = settings;
        this.keeping = keeping;
        this.reloading = reloading;
    }

    /**
     * Takes up what is kept, looks at the source once, and goes on watching it on a thread of its own until it is closed.
     * That nothing is in force then is no error: {@link #status} says why, and the watching goes on.
     *
     * @throws IOException if a key cannot be read, or the state folder cannot be used
     */
    public static LivePolicy start(LiveSettings settings) throws IOException {
        LivePolicy live = open(settings);
        try {
            for (int i = 0; i < TRIES_AT_START && live.reloading.isWaiting(); i++) {
                TimeUnit.NANOSECONDS.sleep(settings.timing().poll().toNanos());
                live.refresh();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        live.turns.repeat(settings.timing().poll(), live.reloading::step);
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
            LivePolicy live = new LivePolicy(settings, keeping, new Reloading(settings, judge, keeping, age));
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
        return reloading.status();
    }

    /**
     * Looks at the source once, and takes up what is there if it is accepted. What lies in files must be seen unchanged by
     * two calls a poll apart before it is read.
     *
     * @return how things stand afterwards
     */
    public LiveStatus refresh() {
        turns.take(reloading::step);
        return status();
    }

    /** The policy in force, for one question; it allocates nothing. */
    InForce inForce() {
        InForce now = reloading.inForce();
        if (now == null) {
            turns.takeIfFree(reloading::become);
            throw new NotInForceException("no policy is in force: " + status().reason());
        }
        return now;
    }

    Instant instant() {
        return settings.clocks().wall().instant();
    }

    /**
     * Stops watching; nothing is in force afterwards. What is kept stays for the next start. It waits for a look under way:
     * afterwards no thread of this policy runs and nobody hears of a change, unless a listener itself closes it, whose
     * thread then ends once the listener returns.
     */
    @Override
    public void close() throws IOException {
        if (turns.last(reloading::end)) {
            keeping.close();
        }
    }
}
