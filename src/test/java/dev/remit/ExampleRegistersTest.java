package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.Progress;
import dev.remit.check.Inspections;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes into the example registers of the OpenSAFELY policy what must not stand there. */
class ExampleRegistersTest {
    private static final Path SHIPPED = Path.of("policy/opensafely");
    private static final InstantSource DAY = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

    @Test
    void aNewProjectIsNotMadeLegacyByAWord() {
        assertThat(codes(edited("projects.yaml", "    kind: audit\n", "    kind: audit\n    legacy: true\n")))
                .containsExactly("contradicts-closed-list");
    }

    @Test
    void nobodyGrantsAPermissionWhoIsNotDeclared() {
        assertThat(codes(edited(
                        "projects.yaml", "granted-by: Information governance lead", "granted-by: The researchers")))
                .containsOnly("unknown-approver");
    }

    @Test
    void anOrdinaryStudyHoldsNoPermissionForType1() {
        assertThat(codes(edited("projects.yaml", "      national: {", "      type-1: {")))
                .contains("constraint-broken");
    }

    @Test
    void noTwoProjectsShareAName() {
        assertThat(codes(edited("projects.yaml", "    also: STUDY-2020-12\n", "    also: pathology-dataset\n")))
                .containsExactly("declared-twice");
    }

    @Test
    void nobodyChecksForTheProjectTheyWorkOn() {
        Map<String, String> unbound =
                edited("people.yaml", "{role: output-checker, project: 156, from", "{role: output-checker, from");

        assertThat(found(unbound)).extracting(each -> each.code().id()).containsOnly("duties-not-separated");
        assertThat(found(unbound)).extracting(Diagnostic::message).anyMatch(each -> each.contains("farid"));
    }

    @Test
    void nobodyWhoResearchesLooksAtRecordsOfTheSameStudyInAnotherRole() {
        Map<String, String> twoHats = edited(
                "people.yaml",
                "    roles: platform-developer\n    facts:\n      - appropriate-permissions\n",
                "    roles: [platform-developer, researcher]\n    facts:\n"
                        + "      - {fact: named-on-project, project: 156}\n      - appropriate-permissions\n");

        assertThat(found(twoHats))
                .extracting(each -> each.code().id())
                .containsOnly("duties-not-separated", "forbidden-in-another-role");
        assertThat(found(twoHats)).extracting(Diagnostic::message).anyMatch(each -> each.contains("hamid"));
    }

    private static List<String> codes(Map<String, String> texts) {
        Checked<PolicyBundle> loaded = Remit.check(BundleSource.of(texts));
        return loaded.diagnostics().stream()
                .map(each -> each.code().id())
                .distinct()
                .toList();
    }

    private static List<Diagnostic> found(Map<String, String> texts) {
        BundleSource source = BundleSource.of(texts);
        return Inspections.usual(DAY).of(Remit.check(source).orThrow(), source, Progress.UNHEARD).diagnostics().stream()
                .filter(each -> !each.severity().word().equals("note"))
                .toList();
    }

    /** The files of the bundle without its suites, with every place in one of them written otherwise. */
    private static Map<String, String> edited(String file, String was, String is) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String name = SHIPPED.relativize(each).toString();
                if (!name.startsWith("tests")) {
                    texts.put(name, Files.readString(each));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(texts.get(file)).contains(was);
        texts.computeIfPresent(file, (name, text) -> text.replace(was, is));
        texts.computeIfPresent("policy.yaml", (name, text) -> text.replaceAll("    - tests/.*\n", ""));
        return texts;
    }
}
