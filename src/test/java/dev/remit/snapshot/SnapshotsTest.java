package dev.remit.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.load.BundleSource;
import dev.remit.load.LoadedBundle;
import dev.remit.load.OpenedBundle;
import dev.remit.model.Assignment;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotsTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Path SHIPPED = Path.of("policy/opensafely");

    /** A bundle loaded from its files. */
    private record Fresh(OpenedBundle opened, Checked<LoadedBundle> loaded, DecisionPoint decisions) {
        static Fresh of(BundleSource source) {
            OpenedBundle opened = OpenedBundle.of(source);
            Checked<LoadedBundle> loaded = opened.load();
            LoadedBundle bundle = loaded.orThrow();
            return new Fresh(
                    opened,
                    loaded,
                    DecisionPoint.of(
                            CompiledPolicy.of(bundle.policy()),
                            bundle.registers(),
                            bundle.invariants(),
                            bundle.positions(),
                            CLOCK,
                            () -> bundle.assurance().digest()));
        }

        byte[] snapshot() {
            return Snapshots.write(opened, loaded.orThrow(), decisions, loaded.diagnostics());
        }
    }

    static Stream<Path> bundles() {
        return Stream.of(
                SHIPPED,
                Path.of("policy/minimal"),
                Path.of("policy/tutorial"),
                Path.of("src/test/resources/dev/remit/load/base"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void giveBackWhatTheFilesSay(Path path) {
        Fresh fresh = Fresh.of(BundleSource.at(path));

        Restored restored =
                Snapshots.read(fresh.snapshot(), fresh.opened, CLOCK).orElseThrow();

        isTheSame(restored, fresh);
    }

    private static void isTheSame(Restored restored, Fresh fresh) {
        LoadedBundle expected = fresh.loaded.orThrow();
        assertThat(restored.bundle())
                .usingRecursiveComparison()
                .ignoringFields("positions", "assurance")
                .isEqualTo(expected);
        assertThat(restored.bundle().assurance()).isEqualTo(expected.assurance());
        assertThat(restored.bundle().assurance().statements())
                .isEqualTo(expected.assurance().statements());
        assertThat(restored.bundle().policy()).isEqualTo(expected.policy());
        assertThat(restored.bundle().registers()).isEqualTo(expected.registers());
        assertThat(restored.bundle().positions().all())
                .isEqualTo(expected.positions().all());
        assertThat(restored.decisions().compiled().rules().packed())
                .usingRecursiveComparison()
                .isEqualTo(fresh.decisions.compiled().rules().packed());
        assertThat(restored.warnings()).isEqualTo(fresh.loaded.diagnostics());
        assertThat(restored.decisions().identity()).isEqualTo(fresh.decisions.identity());
        Random random = new Random(11);
        Space space = fresh.decisions.space();
        for (int i = 0; i < 3_000; i++) {
            Assignment asked = Assignment.of(space, drawn(space, random));
            assertThat(restored.decisions().outcome(asked)).isEqualTo(fresh.decisions.outcome(asked));
            assertThat(restored.decisions().compiled().diagram().permits(asked.values()))
                    .isEqualTo(restored.decisions().outcome(asked).permitted());
        }
    }

    private static int[] drawn(Space space, Random random) {
        int[] values = space.variables().stream()
                .mapToInt(each ->
                        canBeOpen(each) && random.nextInt(4) == 0 ? Assignment.OPEN : random.nextInt(each.size()))
                .toArray();
        PermissionMemory memory = new PermissionMemory(space);
        memory.fit(values);
        memory.fill(values);
        return values;
    }

    private static boolean canBeOpen(Variable variable) {
        return variable.kind().isChoice() || variable.kind().isKnowledge();
    }

    @Test
    void areThereForTheShippedPolicyWhereverItsFilesLie() {
        for (BundleSource source : List.of(BundleSource.onClassPath("opensafely"), BundleSource.at(SHIPPED))) {
            Fresh fresh = Fresh.of(source);

            Restored found = Snapshots.find(fresh.opened, CLOCK).orElseThrow();

            isTheSame(found, fresh);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areTheSameBytesForTheSameFiles(Path path) {
        byte[] one = Fresh.of(BundleSource.at(path)).snapshot();

        assertThat(Fresh.of(BundleSource.at(path)).snapshot()).isEqualTo(one);
    }

    @Test
    void areOnlyTakenUpForTheVeryFiles() {
        Map<String, String> texts = texts();

        assertThat(find(BundleSource.of(texts))).isPresent();
        texts.replaceAll((path, text) -> path.equals("policy.yaml") ? text + "# one word more\n" : text);
        assertThat(find(BundleSource.of(texts))).isEmpty();
    }

    @Test
    void areNotTakenUpForOtherSuites() {
        Map<String, String> texts = texts();

        texts.merge("tests/co-piloting.yaml", "# one word more\n", String::concat);

        assertThat(find(BundleSource.of(texts))).isEmpty();
    }

    @Test
    void areNotTakenUpForFilesUnderOtherNames() {
        Map<String, String> texts = texts();

        texts.put("rules/zz.yaml", texts.remove("rules/co-piloting.yaml"));

        assertThat(find(BundleSource.of(texts))).isEmpty();
    }

    @Test
    void areNotTakenUpWhereThereIsSomethingToReport() {
        Map<String, String> texts = texts();

        texts.put("projetcs.yaml", "remit: 1\n");

        assertThat(OpenedBundle.of(BundleSource.of(texts)).isWhole()).isFalse();
        assertThat(find(BundleSource.of(texts))).isEmpty();
    }

    @Test
    void areNotTakenUpForOtherFilesEvenUnderTheirName() {
        byte[] minimal = Fresh.of(BundleSource.at(Path.of("policy/minimal"))).snapshot();

        assertThat(Snapshots.read(minimal, OpenedBundle.of(BundleSource.at(SHIPPED)), CLOCK))
                .isEmpty();
    }

    @Test
    void areNotTakenUpOnceAByteHasChanged() {
        Fresh fresh = Fresh.of(BundleSource.at(Path.of("policy/minimal")));
        byte[] snapshot = fresh.snapshot();

        for (int at = 0; at < snapshot.length; at++) {
            byte[] changed = snapshot.clone();
            changed[at] ^= 1;
            assertThat(Snapshots.read(changed, fresh.opened, CLOCK)).isEmpty();
        }
        assertThat(Snapshots.read(new byte[0], fresh.opened, CLOCK)).isEmpty();
    }

    private static Optional<Restored> find(BundleSource source) {
        return Snapshots.find(OpenedBundle.of(source), CLOCK);
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, SourceFile> each :
                OpenedBundle.of(BundleSource.at(SHIPPED)).files().entrySet()) {
            texts.put(each.getKey(), each.getValue().text());
        }
        OpenedBundle.of(BundleSource.at(SHIPPED))
                .suites()
                .forEach((path, file) -> texts.put(path, file.orElseThrow().text()));
        return texts;
    }
}
