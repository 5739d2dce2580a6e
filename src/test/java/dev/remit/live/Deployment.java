package dev.remit.live;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.check.BundleDiff;
import dev.remit.model.CanonicalForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A small bundle on a disk under a live policy that is looked after by hand, with clocks that tests set. */
final class Deployment implements AutoCloseable {
    static final Duration POLL = Duration.ofSeconds(5);
    static final Duration MAX_AGE = Duration.ofHours(1);

    private static final String POLICY = """
            remit: 1
            policy: {id: office, version: "%s", title: Who may read%s, files: [rules/more.yaml, invariants.yaml, people.yaml]}
            vocabulary:
              roles: {clerk: Clerk, reader: Reader}
              activities: {read: Read, write: Write}
              levels: {draft: Draft, final: Final}
              facts: {trained: {title: Trained, known-from: register, changed-by: approver}}
            rules:
              - {id: clerks-read, permit: clerk, to: read, levels: final}
            """;
    private static final String INVARIANTS = """
            remit: 1
            invariants:
              - {id: readers-never-write, title: Readers never write, never: {roles: reader, to: write}}
            """;
    private static final String PEOPLE = """
            remit: 1
            people:
              pat: {name: Pat, roles: %s}
            """;

    final Path folder;
    final Path state;
    private final UnaryOperator<LiveSettings> choices;
    private Instant wall = Instant.now().plus(Duration.ofHours(1));
    private long nanos = 1_000_000_000_000L;
    private LivePolicy live;

    private Deployment(Path temporary, UnaryOperator<LiveSettings> choices) throws IOException {
        folder = temporary.resolve("bundle");
        state = temporary.resolve("state");
        this.choices = choices;
        deploy(narrow("1"));
        live = LivePolicy.open(settings());
    }

    /** A bundle of version 1 in a folder, in force and kept. */
    static Deployment in(Path temporary) throws IOException {
        return in(temporary, UnaryOperator.identity());
    }

    static Deployment in(Path temporary, UnaryOperator<LiveSettings> choices) throws IOException {
        return new Deployment(temporary, choices);
    }

    private LiveSettings settings() {
        return choices.apply(LiveSettings.of(PolicySource.at(folder))
                .gates(ReloadGate.SIGNED, ReloadGate.ANY)
                .polling(POLL)
                .maxAge(MAX_AGE)
                .trustingFirst()
                .keptIn(state)
                .clocks(() -> wall, () -> nanos));
    }

    LivePolicy live() {
        return live;
    }

    /** Lets time pass, on both clocks. */
    void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    /** Sets the time of day, while no time passes. */
    void setClock(Duration by) {
        wall = wall.plus(by);
    }

    Instant today() {
        return wall;
    }

    /** Looks, lets a poll pass, and looks again. */
    LiveStatus settle() {
        live.refresh();
        pass(POLL);
        return live.refresh();
    }

    /** Ends the process, and begins another with the same state. */
    LiveStatus restart() throws IOException {
        live.close();
        live = LivePolicy.open(settings());
        return settle();
    }

    String version() {
        return live.decisions().identity().version();
    }

    /** A bundle in which clerks read. */
    static Map<String, String> narrow(String version) {
        return bundle(version, "", "", "clerk");
    }

    /** A bundle in which readers read, too. */
    static Map<String, String> wide(String version) {
        return bundle(version, "", "  - {id: readers-read, permit: reader, to: read, levels: final}\n", "clerk");
    }

    /** A bundle that breaks its own invariant. */
    static Map<String, String> broken(String version) {
        return bundle(version, "", "  - {id: readers-write, permit: reader, to: write, levels: final}\n", "clerk");
    }

    /** A bundle in which nobody reads drafts. */
    static Map<String, String> narrower(String version) {
        return bundle(version, "", "  - {id: no-clerks, forbid: clerk, to: read, levels: final}\n", "clerk");
    }

    static Map<String, String> bundle(String version, String header, String rules, String roles) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("policy.yaml", POLICY.formatted(version, header));
        texts.put(
                "rules/more.yaml",
                "remit: 1\nrules:\n  - {id: nobody-writes-drafts, forbid: any, to: write, levels: draft}\n" + rules);
        texts.put("invariants.yaml", INVARIANTS);
        texts.put("people.yaml", PEOPLE.formatted(roles));
        return texts;
    }

    void deploy(Map<String, String> texts) throws IOException {
        write(folder, texts);
    }

    static void write(Path folder, Map<String, String> texts) throws IOException {
        for (var each : texts.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
    }

    /** The same texts, with a sign-off of their difference from others. */
    static Map<String, String> signed(Map<String, String> before, Map<String, String> after) {
        PolicyBundle was = Remit.load(before);
        PolicyBundle is = Remit.load(after);
        BundleDiff diff = BundleDiff.between(was, is, Optional.empty(), Progress.UNHEARD);
        String signOff = """
                remit: 1
                sign-off:
                  edition: %s
                  approved: {policy: "%s", registers: "%s", assurance: "%s"}
                  before: {policy: "%s", registers: "%s", assurance: "%s"}
                  difference: "%s"
                  direction: wider
                  signed:
                    - {by: Pat, on: 2026-01-01}
                """.formatted(
                        CanonicalForm.EDITION,
                        is.decisionPoint().identity().digest(),
                        is.decisionPoint().identity().registers(),
                        is.assurance().digest(),
                        was.decisionPoint().identity().digest(),
                        was.decisionPoint().identity().registers(),
                        was.assurance().digest(),
                        diff.digest());
        Map<String, String> texts = new TreeMap<>(after);
        texts.put("sign-off.yaml", signOff);
        return texts;
    }

    @Override
    public void close() {
        try {
            live.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
