package dev.remit.record;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionEvent;
import dev.remit.decide.DecisionEvent.Decided;
import dev.remit.decide.DecisionRecorder;
import dev.remit.decide.PolicyIdentity;
import dev.remit.json.EventWriter;
import dev.remit.json.LogMembers;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A log of decisions, written before anybody has the answer: {@link dev.remit.decide.DecisionPoint#recordedBy} hands it every
 * event. If a record cannot be written there is no answer. Safe to share between threads; one process writes to a folder at
 * a time.
 *
 * <p>After a write that failed the log takes nothing more until it is opened again: close this one, and open another.
 */
public final class RecordLog implements DecisionRecorder, Closeable {
    private final RecordStore store;
    private final LogKeys keys;
    private final InstantSource clock;
    private final Optional<CheckpointTimer> timer;
    private final EventWriter composed = new EventWriter(person -> Optional.empty());

    private RecordLog(RecordStore store, LogKeys keys, InstantSource clock, Optional<CheckpointTimer> timer) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.timer = timer;
    }

    /**
     * Opens a log, or begins a new one, and records that it starts.
     *
     * @param folder where its files are; created if there is none
     * @param policy the policy that is about to be asked
     * @throws LogException if a key cannot be used, another process writes to the log, or the log lacks records that a
     *     checkpoint covers
     */
    public static RecordLog open(Path folder, PolicyIdentity policy, RecordSettings settings) throws IOException {
        return open(folder, policy, settings, InstantSource.system());
    }

    /** Opens a log that takes the time of its records from a clock. */
    public static RecordLog open(Path folder, PolicyIdentity policy, RecordSettings settings, InstantSource clock)
            throws IOException {
        LogKeys keys = LogKeys.read(settings);
        return open(DiskFolder.writing(folder), policy, settings, keys, clock);
    }

    static RecordLog open(
            LogFolder folder, PolicyIdentity policy, RecordSettings settings, LogKeys keys, InstantSource clock)
            throws IOException {
        requireNonNull(policy, "policy");
        RecordStore store = RecordStore.open(folder, storeSettings(settings, keys), clock);
        boolean isOpen = false;
        try {
            String origin =
                    LogOrigin.of(folder, keys.signing().map(key -> key.name().value()), settings.origin());
            List<Draft> drafts = new ArrayList<>();
            String started = LogMembers.started(
                    policy, origin, EngineVersion.of(), settings.mode().word(), keys.signers(), keys.subjectIds());
            drafts.add(Draft.of("started", started));
            for (TornFile torn : store.torn()) {
                String members = LogMembers.recovered(torn.name(), torn.of(), folder.size(torn.name()));
                drafts.add(Draft.of("recovered", members));
            }
            store.append(drafts);
            Optional<CheckpointTimer> timer =
                    keys.signing().map(key -> CheckpointTimer.start(store::checkpointIfDue, settings.every()));
            isOpen = true;
            return new RecordLog(store, keys, clock, timer);
        } finally {
            if (!isOpen) {
                store.abandon();
            }
        }
    }

    private static StoreSettings storeSettings(RecordSettings settings, LogKeys keys) {
        return StoreSettings.of(
                settings.mode(),
                keys.signing()
                        .map(key -> new StoreSettings.Checkpoints(key, settings.everyRecords(), settings.every())));
    }

    /** The version of Remit, as records state it. */
    public static String engineVersion() {
        return EngineVersion.of();
    }

    /**
     * Records what one call brought about, together.
     *
     * @throws UncheckedIOException if the records may not be safe
     * @throws IllegalStateException if a person is asked about and no subject key is for today
     */
    @Override
    public long record(List<DecisionEvent> events) {
        Instant now = clock.instant();
        EventWriter writer = composed.with(person -> Optional.of(keys.pseudonym(person, now)));
        Map<Decided, Integer> places = new HashMap<>();
        List<Draft> drafts = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            DecisionEvent event = events.get(i);
            if (event instanceof Decided decided) {
                places.put(decided, i);
            }
            drafts.add(draft(event, i, places, writer));
        }
        try {
            return store.append(drafts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Draft draft(DecisionEvent event, int place, Map<Decided, Integer> places, EventWriter writer) {
        String kind = EventWriter.kind(event);
        EventWriter.Written written = writer.written(event);
        if (written.of().isEmpty()) {
            return Draft.of(kind, written.before());
        }
        List<Decided> answers = written.of().get();
        return Draft.of(
                kind,
                written.before() + ",\"of\":[",
                seq -> numbers(answers, seq - place, places),
                "]," + written.after());
    }

    /** The numbers of some answers, of which those that are recorded together come behind the first number. */
    private static String numbers(List<Decided> answers, long first, Map<Decided, Integer> places) {
        StringBuilder numbers = new StringBuilder();
        for (Decided each : answers) {
            Integer place = places.get(each);
            OptionalLong number = place == null ? each.decision().record() : OptionalLong.of(first + place);
            if (number.isPresent()) {
                numbers.append(numbers.isEmpty() ? "" : ",").append(number.getAsLong());
            }
        }
        return numbers.toString();
    }

    /**
     * Records that a policy took the place of the one in force.
     *
     * @param old the policy that was in force
     * @param now the policy that is
     * @param direction whether it is {@code wider}, {@code narrower} or the {@code same}
     * @param signOff the digest of the difference that an approval binds, if there is one
     */
    public void reloaded(PolicyIdentity old, PolicyIdentity now, String direction, Optional<String> signOff)
            throws IOException {
        String members = LogMembers.reloaded(old, Optional.of(now), Optional.of(direction), Optional.empty(), signOff);
        store.append(List.of(Draft.of("reloaded", members)));
    }

    /**
     * Records that a policy did not take the place of the one in force.
     *
     * @param old the policy that stays in force
     * @param now the other one, if it could be read
     * @param direction whether it would be {@code wider}, {@code narrower} or the {@code same}, if it could be compared
     * @param reason why it was refused, in words of Remit
     */
    public void reloadRefused(
            PolicyIdentity old, Optional<PolicyIdentity> now, Optional<String> direction, String reason)
            throws IOException {
        String members = LogMembers.reloaded(old, now, direction, Optional.of(reason), Optional.empty());
        store.append(List.of(Draft.of("reload-refused", members)));
    }

    /** Whether questions about people can be recorded now: they need a subject key that is for today. */
    public boolean takesPeople() {
        return keys.takesPeople(clock.instant());
    }

    /** The number of records since the log began. */
    public long size() {
        return store.size();
    }

    /** Signs a checkpoint over all records now, unless the newest covers them already or there is no key. */
    public void checkpoint() throws IOException {
        store.checkpoint();
    }

    /** Records that it stops, signs a last checkpoint, and lets others write to the folder. */
    @Override
    public void close() throws IOException {
        timer.ifPresent(CheckpointTimer::stop);
        store.close(List.of(Draft.of("stopped", "")));
    }
}
