package dev.remit.live;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionListener;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PolicyIdentity;
import dev.remit.diagnostic.Checked;
import dev.remit.live.Judgement.Candidate;
import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.Packing;
import dev.remit.live.pack.RefusedPackException;
import dev.remit.live.source.Taken;
import dev.remit.record.RecordLog;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is in force, and writes each change of it to the log. A policy comes into force only once it is kept and its
 * change is recorded. For one thread at a time.
 */
final class Keeping implements Closeable {
    private final LiveSettings settings;
    private final Age age;
    private final Optional<StateFolder> state;
    private final History history;
    private Optional<RecordLog> log = Optional.empty();
    private Optional<InForce> kept = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private Instant soundKept = Instant.MIN;

    private Keeping(LiveSettings settings, Age age, Optional<StateFolder> state, History history) {
        this.settings = settings;
        this.age = age;
        this.state = state;
        this.history = history;
    }

    /** Opens the state folder, if there is to be one, and takes up what it holds. */
    static Keeping open(LiveSettings settings, Judge judge, Age age) throws IOException {
        if (settings.state().isEmpty()) {
            return new Keeping(settings, age, Optional.empty(), new History(List.of()));
        }
        StateFolder state = StateFolder.open(settings.state().get());
        boolean isOpen = false;
        try {
            Keeping keeping = new Keeping(settings, age, Optional.of(state), new History(state.history()));
            keeping.takeUp(state, judge);
            isOpen = true;
            return keeping;
        } finally {
            if (!isOpen) {
                state.close();
            }
        }
    }

    private void takeUp(StateFolder state, Judge judge) throws IOException {
        try {
            Optional<PackedBundle> pack = state.inForce();
            if (pack.isEmpty()) {
                return;
            }
            Checked<PolicyBundle> loaded = judge.load(Taken.of(state.name(), pack.get()));
            PolicyBundle bundle = loaded.value()
                    .orElseThrow(() -> new RefusedPackException("this version of Remit does not load it"));
            long sequence = pack.get().manifest().sequence();
            kept = Optional.of(inForce(bundle, sequence == 0 ? Optional.empty() : Optional.of(sequence)));
            age.soundBefore(
                    state.soundBefore(settings.clocks().wall().instant()).toNanos());
        } catch (RefusedPackException unusable) {
            throw new IOException(
                    "what was in force, `" + state.name() + "`, cannot be taken up: " + unusable.getMessage()
                            + "; remove the folder, and trust a first policy again, if that is meant",
                    unusable);
        }
    }

    /** What was in force when the process ended that had this state. */
    Optional<InForce> kept() {
        return kept;
    }

    History history() {
        return history;
    }

    /**
     * Makes a policy ready to answer, once it is kept and its coming into force is recorded.
     *
     * @param before the policy it replaces
     * @throws IOException if it cannot be kept or recorded
     */
    InForce putInForce(Candidate candidate, Optional<InForce> before) throws IOException {
        if (state.isPresent()) {
            if (before.isPresent()) {
                state.get().addToHistory(History.line(before.get().identity()));
            }
            state.get().replace(pack(candidate));
        }
        if (before.isPresent() && log.isPresent()) {
            log.get()
                    .reloaded(
                            before.get().identity(),
                            candidate.identity(),
                            candidate.comparison().direction().orElse("same"),
                            candidate.comparison().signOff());
        }
        InForce next = inForce(candidate.bundle(), candidate.sequence());
        before.map(InForce::identity).ifPresent(history::add);
        return next;
    }

    private byte[] pack(Candidate candidate) {
        return candidate
                .taken()
                .packed()
                .map(PackedBundle::bytes)
                .orElseGet(() -> new Packing(0, settings.clocks().wall().instant(), Optional.empty(), false)
                        .pack(candidate.taken().texts(), candidate.bundle()));
    }

    private InForce inForce(PolicyBundle bundle, Optional<Long> sequence) throws IOException {
        PolicyIdentity identity = bundle.decisionPoint().identity();
        if (log.isEmpty() && settings.hearing().records().isPresent()) {
            log = Optional.of(settings.hearing().records().get().open(identity));
        }
        Term term = new Term(age, settings.timing().decisionMaxAge().toNanos());
        DecisionPoint decisions =
                bundle.decisionPoint().withClock(settings.clocks().wall()).withValidity(term);
        if (settings.hearing().directory().isPresent()) {
            decisions = decisions.withDirectory(settings.hearing().directory().get());
        }
        if (log.isPresent()) {
            decisions = decisions.recordedBy(log.get());
        }
        for (DecisionListener each : settings.hearing().decisions()) {
            decisions = decisions.withListener(each);
        }
        return new InForce(bundle, identity, decisions, term, sequence);
    }

    /** Keeps that the source is sound, now and then. */
    void sound(Instant now) {
        Duration seldom = settings.timing().maxAge().dividedBy(20);
        boolean isDue = soundKept.isAfter(now)
                || soundKept.equals(Instant.MIN)
                || Duration.between(soundKept, now).compareTo(seldom) >= 0;
        if (state.isPresent() && isDue) {
            try {
                state.get().sound(now);
                soundKept = now;
                trouble = Optional.empty();
            } catch (IOException failed) {
                trouble = Optional.of("the state folder cannot be written: " + failed.getMessage());
            }
        }
    }

    /** Records a change of state by which nothing else came into force. */
    void record(LiveStatus now, Optional<PolicyIdentity> candidate, Optional<String> direction) {
        if (log.isEmpty() || now.identity().isEmpty()) {
            return;
        }
        PolicyIdentity inForce = now.identity().get();
        try {
            if (now.state() == LiveState.LOADED) {
                log.get().reloaded(inForce, inForce, "same", Optional.empty());
            } else {
                log.get().reloadRefused(inForce, candidate, direction, now.reason());
            }
        } catch (IOException failed) {
            trouble = Optional.of("a change of state could not be recorded: " + failed.getMessage());
        }
    }

    /** What else an operator should know. */
    List<String> notes(@Nullable InForce now, boolean isAtomic) {
        List<String> notes = new ArrayList<>();
        trouble.ifPresent(notes::add);
        boolean listsNone = now != null
                && now.bundle().policy().header().files().isEmpty()
                && now.bundle().files().size() > 1;
        if (!isAtomic && now != null && now.sequence().isEmpty() && listsNone) {
            notes.add("the policy lists no files, so that a change of several of its files may be taken up in parts;"
                    + " `remit files --write` makes the list");
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        try {
            if (log.isPresent()) {
                log.get().close();
            }
        } finally {
            if (state.isPresent()) {
                state.get().close();
            }
        }
    }
}
