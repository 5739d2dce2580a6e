package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.check.ApprovalTerms;
import dev.remit.decide.DecisionListener;
import dev.remit.decide.Directory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How a live policy is watched, judged and kept. Immutable; every method returns a new one. What is not said is the cautious
 * choice: wider changes need a sign-off, roll-backs are refused, and no first policy is trusted.
 */
public final class LiveSettings {
    private final PolicySource source;
    private final Gates gates;
    private final Timing timing;
    private final Trust trust;
    private final Optional<Path> state;
    private final Hearing hearing;
    private final Clocks clocks;

    private LiveSettings(
            PolicySource source,
            Gates gates,
            Timing timing,
            Trust trust,
            Optional<Path> state,
            Hearing hearing,
            Clocks clocks) {
        this.source = source;
        this.gates = gates;
        this.timing = timing;
        this.trust = trust;
        this.state = state;
        this.hearing = hearing;
        this.clocks = clocks;
    }

    /** The usual settings for a source. */
    public static LiveSettings of(PolicySource source) {
        return new LiveSettings(
                requireNonNull(source, "source"),
                Gates.CAUTIOUS,
                Timing.USUAL,
                Trust.NONE,
                Optional.empty(),
                Hearing.NOBODY,
                Clocks.SYSTEM);
    }

    private LiveSettings with(Gates other) {
        return new LiveSettings(source, other, timing, trust, state, hearing, clocks);
    }

    private LiveSettings with(Timing other) {
        return new LiveSettings(source, gates, other, trust, state, hearing, clocks);
    }

    private LiveSettings with(Trust other) {
        return new LiveSettings(source, gates, timing, other, state, hearing, clocks);
    }

    private LiveSettings with(Hearing other) {
        return new LiveSettings(source, gates, timing, trust, state, other, clocks);
    }

    /**
     * Which changes are accepted; {@link ReloadGate#SIGNED} for both if not said.
     *
     * @param policy of the policy itself
     * @param registers of its projects and people, which often change daily
     */
    public LiveSettings gates(ReloadGate policy, ReloadGate registers) {
        return with(new Gates(policy, registers, gates.locks(), gates.tests(), gates.rollsBack(), gates.approvals()));
    }

    /** Also refuses any change that touches something, written as for {@code remit diff --locked}. */
    public LiveSettings locked(String what) {
        return with(new Gates(
                gates.policy(),
                gates.registers(),
                Hearing.more(gates.locks(), requireNonNull(what, "what")),
                gates.tests(),
                gates.rollsBack(),
                gates.approvals()));
    }

    /** Which signatures of a sign-off count; every name counts as it stands if not said. */
    public LiveSettings approvals(ApprovalTerms terms) {
        return with(
                new Gates(gates.policy(), gates.registers(), gates.locks(), gates.tests(), gates.rollsBack(), terms));
    }

    /** Refuses a policy whose suites of tests fail. */
    public LiveSettings testing() {
        return with(new Gates(
                gates.policy(), gates.registers(), gates.locks(), true, gates.rollsBack(), gates.approvals()));
    }

    /** Accepts a policy that was in force before under a version or sequence number that is not higher. */
    public LiveSettings allowingRollBack() {
        return with(
                new Gates(gates.policy(), gates.registers(), gates.locks(), gates.tests(), true, gates.approvals()));
    }

    /** Looks at the source this often; every 5 seconds if not said. */
    public LiveSettings polling(Duration every) {
        return with(new Timing(every, timing.maxAge(), timing.decisionMaxAge()));
    }

    /** Stops answering when the source has been unreadable or faulty for longer than this; 24 hours if not said. */
    public LiveSettings maxAge(Duration age) {
        return with(new Timing(timing.poll(), age, timing.decisionMaxAge()));
    }

    /** Lets a decision be enforced this long after its policy was replaced; 60 seconds if not said. */
    public LiveSettings decisionMaxAge(Duration age) {
        return with(new Timing(timing.poll(), timing.maxAge(), age));
    }

    /** Keeps what is in force in a folder, so that after a restart a new policy is judged against it. */
    public LiveSettings keptIn(Path folder) {
        return new LiveSettings(source, gates, timing, trust, Optional.of(folder.toAbsolutePath()), hearing, clocks);
    }

    /** Accepts the very first policy unseen, where none was in force before and it is not signed by a known key. */
    public LiveSettings trustingFirst() {
        return with(new Trust(true, trust.keys(), trust.compiled()));
    }

    /** Accepts packed bundles only if they are signed by one of the verifier keys in some files. */
    public LiveSettings signedBy(Path... keyFiles) {
        return with(new Trust(trust.first(), List.of(keyFiles), trust.compiled()));
    }

    /** Uses the compiled part of packed bundles that a key of {@link #signedBy} signed, in place of their texts. */
    public LiveSettings trustingCompiled() {
        return with(new Trust(trust.first(), trust.keys(), true));
    }

    /** Writes each decision and each change of the policy to a log. */
    public LiveSettings recordedBy(RecordsOpening opening) {
        return with(new Hearing(Optional.of(opening), hearing.directory(), hearing.decisions(), hearing.changes()));
    }

    /** Asks a directory about projects and people in place of the bundle's registers. */
    public LiveSettings directory(Directory directory) {
        return with(new Hearing(hearing.records(), Optional.of(directory), hearing.decisions(), hearing.changes()));
    }

    /** Adds a listener to every decision, beside those there are. */
    public LiveSettings heardBy(DecisionListener another) {
        return with(new Hearing(
                hearing.records(),
                hearing.directory(),
                Hearing.more(hearing.decisions(), requireNonNull(another, "another")),
                hearing.changes()));
    }

    /** Adds a listener to every change of state, beside those there are. */
    public LiveSettings changesHeardBy(LiveListener another) {
        return with(new Hearing(
                hearing.records(),
                hearing.directory(),
                hearing.decisions(),
                Hearing.more(hearing.changes(), requireNonNull(another, "another"))));
    }

    /**
     * Takes the time from other clocks, for tests.
     *
     * @param wall the time of day
     * @param nanos nanoseconds that only pass, like {@link System#nanoTime}
     */
    public LiveSettings clocks(InstantSource wall, LongSupplier nanos) {
        return new LiveSettings(source, gates, timing, trust, state, hearing, new Clocks(wall, nanos));
    }

    PolicySource source() {
        return source;
    }

    Gates gates() {
        return gates;
    }

    Timing timing() {
        return timing;
    }

    Trust trust() {
        return trust;
    }

    Optional<Path> state() {
        return state;
    }

    Hearing hearing() {
        return hearing;
    }

    Clocks clocks() {
        return clocks;
    }
}
