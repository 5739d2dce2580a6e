package dev.remit.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which files of real deployments change: the state, the reason, and what is in force; before and after a restart. */
class DeploymentsTest {
    @TempDir
    Path temporary;

    private interface Step {
        void on(Deployment deployment) throws IOException;
    }

    /**
     * A way in which files change under a policy of version 1.
     *
     * @param name what happens
     * @param step does it
     * @param state the state afterwards
     * @param reason part of the reason
     * @param version what is in force
     * @param isWatched whether it takes a process that looks on
     */
    private record Row(String name, Step step, LiveState state, String reason, String version, boolean isWatched) {
        Row(String name, Step step, LiveState state, String reason, String version) {
            this(name, step, state, reason, version, false);
        }

        Row watched() {
            return new Row(name, step, state, reason, version, true);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row("nothing happens", on -> {}, LiveState.LOADED, "", "1"),
                new Row(
                        "files are written in place",
                        on -> on.deploy(Deployment.narrow("2")),
                        LiveState.LOADED,
                        "",
                        "2"),
                new Row("a file is renamed over", DeploymentsTest::renameOver, LiveState.LOADED, "", "2"),
                new Row("a file is written in two halves", DeploymentsTest::inHalves, LiveState.LOADED, "", "2")
                        .watched(),
                new Row("the folder is gone", on -> delete(on.folder), LiveState.STALE, "is not there", "1"),
                new Row(
                        "the folder is deleted and made again",
                        on -> {
                            delete(on.folder);
                            on.settle();
                            on.deploy(Deployment.narrow("2"));
                        },
                        LiveState.LOADED,
                        "",
                        "2"),
                new Row("..data is swapped", DeploymentsTest::swapData, LiveState.LOADED, "", "2").watched(),
                new Row(
                        "a file cannot be read any more",
                        on -> {
                            Path rules = on.folder.resolve("rules/more.yaml");
                            Files.delete(rules);
                            Files.createSymbolicLink(rules, Path.of("more.yaml"));
                        },
                        LiveState.STALE,
                        "this link leads to nothing that can be read",
                        "1"),
                new Row(
                        "a link leads out of the folder",
                        on -> {
                            Path outside =
                                    Files.writeString(on.folder.resolveSibling("more.yaml"), "remit: 1\nrules: []\n");
                            Path rules = on.folder.resolve("rules/more.yaml");
                            Files.delete(rules);
                            Files.createSymbolicLink(rules, outside);
                        },
                        LiveState.STALE,
                        "this link leads out of the bundle's folder",
                        "1"),
                new Row(
                        "a listed file is missing",
                        on -> Files.delete(on.folder.resolve("rules/more.yaml")),
                        LiveState.STALE,
                        "rules/more.yaml",
                        "1"),
                new Row(
                        "a file is cut off",
                        on -> Files.writeString(
                                on.folder.resolve("rules/more.yaml"), "remit: 1\nrules:\n  - {id: nobody-wri"),
                        LiveState.STALE,
                        "rules/more.yaml:3",
                        "1"),
                new Row("the clock jumps ahead", on -> on.setClock(Duration.ofDays(400)), LiveState.LOADED, "", "1"),
                new Row(
                        "the disk is full",
                        on -> {
                            // A folder in the place of the draft: nothing can be written there, as on a full disk.
                            Files.createDirectories(on.state.resolve("in-force.remit.new/full"));
                            on.deploy(Deployment.narrow("2"));
                        },
                        LiveState.STALE,
                        "version `2` passed, and cannot be kept or recorded",
                        "1"),
                new Row("the clock jumps back", on -> on.setClock(Duration.ofDays(-400)), LiveState.LOADED, "", "1"),
                new Row(
                        "a policy with faults",
                        on -> Files.writeString(
                                on.folder.resolve("rules/more.yaml"),
                                "remit: 1\nrules:\n  - {id: a, permit: clark, to: read, levels: final}\n"),
                        LiveState.STALE,
                        "role `clark` is not declared",
                        "1"),
                new Row(
                        "a policy that violates an invariant",
                        on -> on.deploy(Deployment.broken("2")),
                        LiveState.STALE,
                        "invariant `readers-never-write` does not hold",
                        "1"),
                new Row(
                        "a wider policy without a sign-off",
                        on -> on.deploy(Deployment.wide("2")),
                        LiveState.STALE,
                        "the policy would be wider, and nobody signed off exactly this change",
                        "1"),
                new Row(
                        "a wider policy with a sign-off",
                        on -> on.deploy(Deployment.signed(Deployment.narrow("1"), Deployment.wide("2"))),
                        LiveState.LOADED,
                        "",
                        "2"),
                new Row(
                        "a sign-off of another change",
                        on -> on.deploy(Deployment.signed(Deployment.narrower("1"), Deployment.wide("2"))),
                        LiveState.STALE,
                        "nobody signed off exactly this change",
                        "1"),
                new Row("a narrower policy", on -> on.deploy(Deployment.narrower("2")), LiveState.LOADED, "", "2"),
                new Row(
                                "an old policy",
                                on -> {
                                    on.deploy(Deployment.narrower("2"));
                                    on.settle();
                                    on.deploy(Deployment.signed(Deployment.narrower("2"), Deployment.narrow("1")));
                                },
                                LiveState.STALE,
                                "this is a roll-back",
                                "2")
                        .watched(),
                new Row(
                                "back to an earlier meaning under a new version",
                                on -> {
                                    on.deploy(Deployment.signed(Deployment.narrow("1"), Deployment.wide("2")));
                                    on.settle();
                                    Files.delete(on.folder.resolve("sign-off.yaml"));
                                    on.deploy(Deployment.narrow("10"));
                                },
                                LiveState.LOADED,
                                "",
                                "10")
                        .watched(),
                new Row(
                        "people change and change back",
                        on -> {
                            on.deploy(Deployment.bundle("1", "", "", "[clerk, reader]"));
                            on.settle();
                            on.deploy(Deployment.narrow("1"));
                        },
                        LiveState.LOADED,
                        "",
                        "1"),
                new Row(
                        "a policy whose day has not come",
                        on -> on.deploy(Deployment.bundle("2", ", effective-from: 2099-01-01", "", "clerk")),
                        LiveState.WAITING,
                        "version `2` applies from `2099-01-01` on",
                        "1"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keepsTheLastGoodPolicyInForce(Row row) throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            row.step().on(deployment);

            check(row, deployment.settle(), deployment);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isTheSameAfterARestart(Row row) throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            row.step().on(deployment);
            deployment.settle();

            check(row, deployment.restart(), deployment);
        }
    }

    static List<Row> unwatched() {
        return rows().stream().filter(row -> !row.isWatched()).toList();
    }

    @ParameterizedTest
    @MethodSource("unwatched")
    void isTheSameIfTheProcessWasNotThere(Row row) throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            deployment.live().close();
            row.step().on(deployment);

            check(row, deployment.restart(), deployment);
        }
    }

    private static void check(Row row, LiveStatus status, Deployment deployment) {
        assertThat(status.state()).as(status.reason()).isEqualTo(row.state());
        assertThat(status.reason()).contains(row.reason());
        assertThat(status.reasons().isEmpty()).isEqualTo(row.state() == LiveState.LOADED);
        assertThat(deployment.version()).isEqualTo(row.version());
    }

    @Test
    void expiresOnceTheSourceIsUnreadableForTooLong() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            delete(deployment.folder);
            deployment.settle();
            deployment.pass(Deployment.MAX_AGE);

            assertThat(deployment.live().status().state()).isEqualTo(LiveState.EXPIRED);
            assertThatThrownBy(deployment::version)
                    .isInstanceOf(NotInForceException.class)
                    .hasMessageContaining("for longer than PT1H");

            deployment.deploy(Deployment.narrow("2"));
            assertThat(deployment.settle().state()).isEqualTo(LiveState.LOADED);
            assertThat(deployment.version()).isEqualTo("2");
        }
    }

    @Test
    void doesNotExpireWhileASoundPolicyIsRefused() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            deployment.deploy(Deployment.wide("2"));
            for (int i = 0; i < 30; i++) {
                deployment.settle();
                deployment.pass(Deployment.MAX_AGE.dividedBy(10));
            }

            assertThat(deployment.settle().state()).isEqualTo(LiveState.STALE);
            assertThat(deployment.version()).isEqualTo("1");
        }
    }

    @Test
    void expiresThoughNobodyWatches() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            deployment.pass(Deployment.MAX_AGE.plus(Deployment.POLL));

            assertThatThrownBy(deployment::version).isInstanceOf(NotInForceException.class);
        }
    }

    @Test
    void doesNotGrowYoungByARestart() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            delete(deployment.folder);
            deployment.settle();
            deployment.pass(Deployment.MAX_AGE.dividedBy(2));
            deployment.restart();
            assertThat(deployment.live().status().state()).isEqualTo(LiveState.STALE);
            deployment.pass(Deployment.MAX_AGE.dividedBy(2));

            assertThat(deployment.restart().state()).isEqualTo(LiveState.EXPIRED);
        }
    }

    @Test
    void comesIntoForceOnItsDay() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            String day = deployment.today().plus(Duration.ofDays(2)).toString().substring(0, 10);
            deployment.deploy(Deployment.bundle("2", ", effective-from: " + day, "", "clerk"));
            assertThat(deployment.settle().state()).isEqualTo(LiveState.WAITING);
            deployment.setClock(Duration.ofDays(2));

            assertThat(deployment.settle().state()).isEqualTo(LiveState.LOADED);
            assertThat(deployment.version()).isEqualTo("2");
        }
    }

    @Test
    void trustsNoFirstPolicyUnlessAllowed() throws IOException {
        Deployment.write(temporary.resolve("bundle"), Deployment.narrow("1"));
        try (LivePolicy live = LivePolicy.open(LiveSettings.of(PolicySource.at(temporary.resolve("bundle")))
                .clocks(() -> Instant.now().plusSeconds(60), System::nanoTime))) {
            assertThat(live.status().state()).isEqualTo(LiveState.EXPIRED);
            assertThat(live.status().reason()).contains("do not trust a first one");
            assertThatThrownBy(() -> live.decisions().now()).isInstanceOf(NotInForceException.class);
        }
    }

    @Test
    void staysWithTheOldOneIfTheNewCannotBeKept() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            // A folder in the place of the draft, as a full disk: nothing can be written there.
            Files.createDirectories(deployment.state.resolve("in-force.remit.new/full"));
            deployment.deploy(Deployment.narrow("2"));

            LiveStatus status = deployment.settle();
            assertThat(status.state()).isEqualTo(LiveState.STALE);
            assertThat(status.reason()).contains("version `2` passed, and cannot be kept");
            assertThat(deployment.version()).isEqualTo("1");

            delete(deployment.state.resolve("in-force.remit.new"));
            assertThat(deployment.settle().state()).isEqualTo(LiveState.LOADED);
            assertThat(deployment.version()).isEqualTo("2");
        }
    }

    @Test
    void staysWithTheOldOneIfPermissionsAreLost() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            Path rules = deployment.folder.resolve("rules/more.yaml");
            Files.setPosixFilePermissions(rules, Set.of());
            assumeThat(Files.isReadable(rules))
                    .as("whoever runs this may read everything")
                    .isFalse();

            assertThat(deployment.settle().state()).isEqualTo(LiveState.STALE);
            assertThat(deployment.version()).isEqualTo("1");
            assertThat(deployment.restart().reason()).contains("does not let us read");
            Files.setPosixFilePermissions(rules, PosixFilePermissions.fromString("rw-------"));
            assertThat(deployment.settle().state()).isEqualTo(LiveState.LOADED);
        }
    }

    @Test
    void letsOnlyOneProcessHaveTheState() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            assertThatThrownBy(() -> Deployment.in(temporary))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another live policy");
            assertThat(deployment.version()).isEqualTo("1");
        }
    }

    @Test
    void doesNotStartWithADamagedState() throws IOException {
        try (Deployment deployment = Deployment.in(temporary)) {
            deployment.live().close();
            Path kept = deployment.state.resolve("in-force.remit");
            byte[] bytes = Files.readAllBytes(kept);
            Files.write(kept, Arrays.copyOf(bytes, bytes.length - 1));

            assertThatThrownBy(deployment::restart)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot be taken up");
        }
    }

    private static void renameOver(Deployment on) throws IOException {
        Path fresh = on.folder.resolveSibling("policy.yaml.fresh");
        Files.writeString(fresh, Deployment.narrow("2").get("policy.yaml"));
        Files.move(fresh, on.folder.resolve("policy.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A rule that forbids stands in the second half: nobody must be answered by the first alone. */
    private static void inHalves(Deployment on) throws IOException {
        Map<String, String> texts = Deployment.narrower("2");
        String rules = requireNonNull(texts.get("rules/more.yaml"));
        int half = rules.indexOf("  - {id: no-clerks");
        on.deploy(Map.of("policy.yaml", texts.get("policy.yaml"), "rules/more.yaml", rules.substring(0, half)));
        on.live().refresh();
        assertThat(on.version()).isEqualTo("1");
        on.pass(Deployment.POLL.dividedBy(2));
        on.live().refresh();
        assertThat(on.version()).isEqualTo("1");
        on.deploy(Map.of("rules/more.yaml", rules));
        on.pass(Deployment.POLL.dividedBy(2));
        on.live().refresh();
        assertThat(on.version()).isEqualTo("1");
    }

    private static void swapData(Deployment on) throws IOException {
        delete(on.folder);
        Files.createDirectories(on.folder);
        Deployment.write(on.folder.resolve("..one"), Deployment.narrow("1"));
        Deployment.write(on.folder.resolve("..two"), Deployment.narrow("2"));
        Path data = Files.createSymbolicLink(on.folder.resolve("..data"), Path.of("..one"));
        for (String name : List.of("policy.yaml", "rules", "invariants.yaml", "people.yaml")) {
            Files.createSymbolicLink(on.folder.resolve(name), Path.of("..data", name));
        }
        on.settle();
        assertThat(on.live().status().state()).isEqualTo(LiveState.LOADED);
        Path next = Files.createSymbolicLink(on.folder.resolve("..data_tmp"), Path.of("..two"));
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
            try (Stream<Path> inside = Files.list(path)) {
                for (Path each : inside.toList()) {
                    delete(each);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
