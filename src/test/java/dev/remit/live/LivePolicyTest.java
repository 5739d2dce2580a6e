package dev.remit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.Remit;
import dev.remit.check.ApprovalTerms;
import dev.remit.cli.InProcess;
import dev.remit.decide.Decision;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.Question;
import dev.remit.record.RecordLog;
import dev.remit.record.RecordSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live policy: its gates, what outlives a reload, what is recorded, and who hears of it. */
class LivePolicyTest {
    private static final Question CLERK = Question.may("clerk").perform("read").onLevel("final");

    @TempDir
    Path temporary;

    @Test
    void judgesRegistersByTheirOwnGate() throws IOException {
        try (Deployment on =
                Deployment.in(temporary, settings -> settings.gates(ReloadGate.ANY, ReloadGate.NARROWER))) {
            on.deploy(Deployment.wide("2"));
            assertThat(on.settle().state()).isEqualTo(LiveState.LOADED);
            on.deploy(readersMayCome("3"));

            LiveStatus status = on.settle();
            assertThat(status.state()).isEqualTo(LiveState.STALE);
            assertThat(status.reasons())
                    .containsExactly("the registers would be wider, and only narrower changes are accepted");
            assertThat(String.join("\n", status.difference())).contains("pat");
        }
        try (Deployment on = Deployment.in(
                temporary.resolve("other"), settings -> settings.gates(ReloadGate.NARROWER, ReloadGate.ANY))) {
            on.deploy(Deployment.bundle("2", "", "", "[clerk, reader]"));
            assertThat(on.settle().state()).isEqualTo(LiveState.LOADED);
            on.deploy(Deployment.wide("3"));
            assertThat(on.settle().reasons())
                    .containsExactly("the policy would be wider, and only narrower changes are accepted");
        }
    }

    /** The wide bundle with one more role for Pat. */
    private static Map<String, String> readersMayCome(String version) {
        Map<String, String> texts = new TreeMap<>(Deployment.wide(version));
        texts.put(
                "people.yaml",
                Deployment.bundle(version, "", "", "[clerk, reader]").get("people.yaml"));
        return texts;
    }

    @Test
    void countsOnlySignaturesWithTheKeysThatCount() throws IOException {
        String key = temporary.resolve("key").toString();
        InProcess.run(List.of("keys", "new", "--out", key, "--name", "example.org/pat"), "");
        ApprovalTerms terms = ApprovalTerms.keys(List.of(ApprovalTerms.readKey(Path.of(key + ".pub"))));
        try (Deployment on = Deployment.in(temporary, settings -> settings.approvals(terms))) {
            on.deploy(Deployment.signed(Deployment.narrow("1"), Deployment.wide("2")));
            assertThat(on.settle().reason()).contains("nobody signed off exactly this change");

            Path old = temporary.resolve("old");
            Deployment.write(old, Deployment.narrow("1"));
            String signed = InProcess.run(
                            List.of("diff", old.toString(), on.folder.toString(), "--sign-off", "Pat", "--key", key),
                            "")
                    .out();
            on.deploy(Map.of("sign-off.yaml", signed));
            assertThat(on.settle().reasons()).isEmpty();
            assertThat(on.version()).isEqualTo("2");
        }
    }

    @Test
    void takesWhatTheCommandLineSignsByNameAlone() throws IOException {
        try (Deployment on = Deployment.in(temporary, settings -> settings)) {
            // An edit inside a rule: what changes is put down to a part of the file.
            Map<String, String> edited = new TreeMap<>(Deployment.narrow("2"));
            edited.computeIfPresent(
                    "policy.yaml", (path, text) -> text.replace("permit: clerk", "permit: [clerk, reader]"));
            on.deploy(edited);
            assertThat(on.settle().reason()).contains("nobody signed off exactly this change");

            Path old = temporary.resolve("old");
            Deployment.write(old, Deployment.narrow("1"));
            String signed = InProcess.run(
                            List.of("diff", old.toString(), on.folder.toString(), "--sign-off", "Pat"), "")
                    .out();
            on.deploy(Map.of("sign-off.yaml", signed));
            assertThat(on.settle().reasons()).isEmpty();
            assertThat(on.version()).isEqualTo("2");
        }
    }

    @Test
    void refusesWhatTouchesALock() throws IOException {
        try (Deployment on = Deployment.in(
                temporary,
                settings -> settings.gates(ReloadGate.ANY, ReloadGate.ANY).locked("roles reader"))) {
            on.deploy(Deployment.wide("2"));

            assertThat(on.settle().reason()).contains("“roles reader” is locked, and 1 change touches it");
            on.deploy(Deployment.narrower("2"));
            assertThat(on.settle().state()).isEqualTo(LiveState.LOADED);
        }
    }

    @Test
    void refusesFailingSuitesIfTheyHaveToPass() throws IOException {
        Map<String, String> failing = new TreeMap<>(Deployment.narrow("2"));
        failing.computeIfPresent(
                "policy.yaml", (path, text) -> text.replace("people.yaml]", "people.yaml, tests/all.yaml]"));
        failing.put(
                "tests/all.yaml",
                "remit: 1\nsuite: All\ncases:\n  - name: clerks do not read\n"
                        + "    ask: {role: clerk, activity: read, level: final}\n    expect: not-granted\n");
        try (Deployment on = Deployment.in(temporary.resolve("strict"), LiveSettings::testing)) {
            on.deploy(failing);
            LiveStatus status = on.settle();
            assertThat(status.state()).isEqualTo(LiveState.STALE);
            assertThat(status.reason()).contains("clerks do not read");
        }
        try (Deployment on = Deployment.in(temporary.resolve("lax"))) {
            on.deploy(failing);
            assertThat(on.settle().state()).isEqualTo(LiveState.LOADED);
        }
    }

    @Test
    void acceptsARollBackIfItIsAllowed() throws IOException {
        try (Deployment on = Deployment.in(
                temporary,
                settings -> settings.gates(ReloadGate.ANY, ReloadGate.ANY).allowingRollBack())) {
            on.deploy(Deployment.narrower("2"));
            on.settle();
            on.deploy(Deployment.narrow("1"));

            assertThat(on.settle().state()).isEqualTo(LiveState.LOADED);
            assertThat(on.version()).isEqualTo("1");
        }
    }

    @Test
    void tellsListenersOfEveryChangeOfStateOnce() throws IOException {
        List<String> heard = new ArrayList<>();
        try (Deployment on = Deployment.in(
                temporary,
                settings -> settings.changesHeardBy(now -> {
                    heard.add(now.state() + " "
                            + now.identity().map(each -> each.version()).orElse("-"));
                    throw new IllegalStateException("a listener that fails");
                }))) {
            on.settle();
            on.deploy(Deployment.wide("2"));
            on.settle();
            on.settle();
            on.deploy(Deployment.narrow("3"));
            on.settle();
            DeploymentsTest.delete(on.folder);
            on.settle();
            on.pass(Deployment.MAX_AGE);
            assertThatThrownBy(on::version).isInstanceOf(NotInForceException.class);
        }

        assertThat(heard).containsExactly("LOADED 1", "STALE 1", "LOADED 3", "STALE 3", "EXPIRED 3");
    }

    @Test
    void recordsDecisionsAndChanges() throws IOException {
        Path records = temporary.resolve("records");
        try (Deployment on = Deployment.in(
                temporary,
                settings -> settings.recordedBy(first -> RecordLog.open(records, first, RecordSettings.written())))) {
            on.live().decisions().decide(CLERK);
            on.deploy(Deployment.wide("2"));
            on.settle();
            on.deploy(Deployment.narrower("3"));
            on.settle();
            on.live().decisions().decide(CLERK);
            Files.delete(on.folder.resolve("policy.yaml"));
            on.settle();
            on.deploy(Deployment.narrower("3"));
            on.settle();
        }

        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(records)) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                lines.addAll(Files.readAllLines(each));
            }
        }
        assertThat(lines.stream().map(line -> line.replaceAll(".*\"kind\":\"([a-z-]+)\".*", "$1")))
                .containsExactly(
                        "started",
                        "decided",
                        "reload-refused",
                        "reloaded",
                        "decided",
                        "reload-refused",
                        "reloaded",
                        "stopped");
        assertThat(lines.get(2))
                .contains("\"version\":\"2\"", "\"direction\":\"wider\"", "nobody signed off exactly this change");
        assertThat(lines.get(3)).contains("\"version\":\"1\"", "\"version\":\"3\"", "\"direction\":\"narrower\"");
        assertThat(lines.get(5)).contains("policy.yaml");
    }

    @Test
    void enforcesDecisionsOfAReplacedPolicyForAWhile() throws IOException {
        try (Deployment on = Deployment.in(temporary)) {
            Decision decision = on.live().decisions().decide(CLERK);
            on.deploy(Deployment.narrower("2"));
            on.settle();

            decision.enforce(Handled.NOTHING);
            on.pass(Duration.ofSeconds(61));
            on.live().refresh();
            assertThatThrownBy(() -> decision.enforce(Handled.NOTHING)).isInstanceOf(NotLetThroughException.class);
        }
    }

    @Test
    void enforcesNoDecisionOfAnExpiredPolicy() throws IOException {
        try (Deployment on = Deployment.in(temporary)) {
            Decision decision = on.live().decisions().decide(CLERK);
            decision.enforce(Handled.NOTHING);
            on.pass(Deployment.MAX_AGE.plusSeconds(1));

            assertThatThrownBy(() -> decision.enforce(Handled.NOTHING)).isInstanceOf(NotLetThroughException.class);
        }
    }

    @Test
    void keepsQuestionsThatMeanTheSame() throws IOException {
        try (Deployment on = Deployment.in(temporary)) {
            LiveDecisions decisions = on.live().decisions();
            LiveQuestion prepared = decisions.prepare(CLERK);
            LiveBuffer buffer = decisions.buffer();
            LiveField role = decisions.field("role");
            LiveField activity = decisions.field("activity");
            LiveField level = decisions.field("level");
            assertThat(prepared.permitted()).isTrue();
            assertThat(buffer.set(role, "clerk")
                            .set(activity, "read")
                            .set(level, "final")
                            .permitted())
                    .isTrue();

            on.deploy(Deployment.narrower("2"));
            on.settle();

            assertThat(prepared.permitted()).isFalse();
            assertThat(prepared.decide().policy().version()).isEqualTo("2");
            assertThat(buffer.set(role, role.place("clerk"))
                            .set(activity, "read")
                            .set(level, "final")
                            .permitted())
                    .isFalse();
        }
    }

    @Test
    void saysThatQuestionsAreOutdated() throws IOException {
        try (Deployment on = Deployment.in(temporary, settings -> settings.gates(ReloadGate.ANY, ReloadGate.ANY))) {
            LiveDecisions decisions = on.live().decisions();
            LiveQuestion prepared = decisions.prepare(CLERK);
            LiveBuffer buffer = decisions.buffer();
            LiveField role = decisions.field("role");
            LiveField level = decisions.field("level");
            Map<String, String> texts = new TreeMap<>(Deployment.narrow("2"));
            texts.replaceAll((path, text) -> text.replace("clerk: Clerk", "scribe: Scribe")
                    .replace("permit: clerk", "permit: scribe")
                    .replace("roles: clerk", "roles: scribe"));
            on.deploy(texts);
            assertThat(on.settle().reasons()).isEmpty();

            assertThatThrownBy(prepared::permitted)
                    .isInstanceOf(OutdatedQuestionException.class)
                    .hasMessageContaining("replaced by version `2`")
                    .hasMessageContaining("role `clerk` is not declared");
            assertThatThrownBy(() -> buffer.set(role, "clerk"))
                    .isInstanceOf(OutdatedQuestionException.class)
                    .hasMessageContaining("field: `role`");
            assertThatThrownBy(buffer::permitted).isInstanceOf(OutdatedQuestionException.class);
            buffer.blank().set(level, "final");
            assertThatThrownBy(buffer::permitted).isInstanceOf(InvalidQuestionException.class);
            buffer.blank()
                    .set(decisions.field("role"), "scribe")
                    .set(decisions.field("activity"), "read")
                    .set(level, "final");
            assertThat(buffer.permitted()).isTrue();
        }
    }

    @Test
    void answersAQuestionBegunBeforeAReloadByItsOwnPolicy() throws IOException {
        try (Deployment on = Deployment.in(temporary)) {
            LiveDecisions decisions = on.live().decisions();
            LiveBuffer buffer = decisions.buffer();
            buffer.set(decisions.field("role"), "clerk").set(decisions.field("activity"), "read");
            LiveField level = decisions.field("level");
            on.deploy(Deployment.narrower("2"));
            on.settle();

            assertThat(buffer.set(level, "final").permitted()).isTrue();

            buffer.set(decisions.field("role"), "clerk");
            on.deploy(Deployment.narrower("3"));
            on.settle();
            on.pass(Duration.ofSeconds(61));
            on.live().refresh();
            assertThatThrownBy(buffer::permitted)
                    .isInstanceOf(OutdatedQuestionException.class)
                    .hasMessageContaining("replaced too long ago");
        }
    }

    @Test
    void allocatesNothingOnTheAskingSide() throws IOException {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        Deployment.write(temporary.resolve("bundle"), Deployment.narrow("1"));
        try (LivePolicy live = LivePolicy.open(LiveSettings.of(PolicySource.at(temporary.resolve("bundle")))
                .trustingFirst()
                .clocks(() -> Instant.now().plusSeconds(60), System::nanoTime))) {
            LiveDecisions decisions = live.decisions();
            LiveBuffer buffer = decisions.buffer();
            LiveField role = decisions.field("role");
            LiveField activity = decisions.field("activity");
            LiveField level = decisions.field("level");
            LiveQuestion prepared = decisions.prepare(CLERK);
            long before = 0;
            int permitted = 0;
            for (int i = 0; i < 40_000; i++) {
                if (i == 20_000) {
                    before = threads.getThreadAllocatedBytes(
                            Thread.currentThread().getId());
                }
                permitted += buffer.set(role, "clerk")
                                .set(activity, "read")
                                .set(level, "final")
                                .permitted()
                        ? 1
                        : 0;
                permitted += prepared.permitted() ? 1 : 0;
            }
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

            assertThat(permitted).isEqualTo(80_000);
            assertThat(after - before).as("bytes for 40,000 answers").isLessThan(1_000);
        }
    }

    @Test
    void watchesOnAThreadOfItsOwn() throws Exception {
        Path folder = temporary.resolve("bundle");
        Deployment.write(folder, Deployment.narrow("1"));
        CountDownLatch changed = new CountDownLatch(1);
        try (LivePolicy live = LivePolicy.start(LiveSettings.of(PolicySource.at(folder))
                .polling(Duration.ofMillis(50))
                .trustingFirst()
                .changesHeardBy(now -> now.identity()
                        .filter(each -> each.version().equals("2"))
                        .ifPresent(each -> changed.countDown())))) {
            assertThat(live.decisions().identity().version()).isEqualTo("1");
            Deployment.write(folder, Deployment.narrow("2"));

            assertThat(changed.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(live.decisions().identity().version()).isEqualTo("2");
        }
        assertThat(isWatching()).isFalse();
    }

    @Test
    void canBeClosedByAListener() throws Exception {
        Path folder = temporary.resolve("bundle");
        Deployment.write(folder, Deployment.narrow("1"));
        AtomicReference<LivePolicy> open = new AtomicReference<>();
        AtomicInteger heardAfterwards = new AtomicInteger();
        CountDownLatch closed = new CountDownLatch(1);
        LivePolicy live = LivePolicy.start(LiveSettings.of(PolicySource.at(folder))
                .polling(Duration.ofMillis(50))
                .trustingFirst()
                .changesHeardBy(now -> {
                    if (open.get() != null) {
                        try {
                            open.get().close();
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                        closed.countDown();
                    }
                })
                .changesHeardBy(now -> heardAfterwards.addAndGet(open.get() == null ? 0 : 1)));
        open.set(live);
        Deployment.write(folder, Deployment.narrow("2"));

        assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
        live.close();
        assertThat(heardAfterwards).hasValue(0);
    }

    private static boolean isWatching() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("remit-live"));
    }

    @Test
    void answersWithTheDigestsInForce() throws IOException {
        try (Deployment on = Deployment.in(temporary)) {
            assertThat(on.live().decisions().decide(CLERK).policy())
                    .isEqualTo(
                            Remit.load(Deployment.narrow("1")).decisionPoint().identity());
        }
    }

    @Test
    void saysThatAListOfFilesIsMissing() throws IOException {
        try (Deployment on = Deployment.in(temporary)) {
            assertThat(on.live().status().notes()).isEmpty();
            Map<String, String> texts = new TreeMap<>(Deployment.narrow("2"));
            texts.computeIfPresent("policy.yaml", (path, text) -> text.replaceAll(", files: \\[.*?]", ""));
            on.deploy(texts);

            assertThat(on.settle().notes()).singleElement().asString().contains("lists no files");
        }
    }
}
