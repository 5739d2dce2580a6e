package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import dev.remit.model.CanonicalForm;
import dev.remit.model.Id;
import dev.remit.model.Ruling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `remit rulings` says of rulings, and that the other reading of one is the policy that somebody would write. */
class RulingsTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: clinic, version: "1", title: A clinic}
            vocabulary:
              roles: {nurse: Nurse, clerk: Clerk}
              activities: {read: Read, write: Write}
              levels: {1: Records, 2: Letters}
              facts:
                on-duty: {title: On duty, known-from: caller, changed-by: nobody}
                named: {title: Named, known-from: caller, changed-by: nobody}
            rulings:
              ruling-1:
                title: A nurse needs no duty
                or:
                  title: A nurse is on duty
                  without: clerks
                  rules: {nurses: {to: read, when: ready}}
                  conditions: {ready: {all: [on-duty, named]}}
                  also: {id: readers, permit: clerk, to: read, levels: 1, when: ready}
              ruling-2: Nothing hangs on it
            conditions:
              ready: named
            rules:
              - {id: nurses, permit: nurse, to: [read, write], levels: 1, cites: ruling-1}
              - {id: clerks, permit: clerk, to: read, levels: 2, when: ready}
              - {id: both, permit: [nurse, clerk], to: write, levels: 2, when: ready}
            """;
    private static final String OTHER = POLICY.replace("ready: named\n", "ready: {all: [on-duty, named]}\n")
                    .replace("to: [read, write], levels: 1,", "to: read, levels: 1, when: ready,")
                    .replace("  - {id: clerks, permit: clerk, to: read, levels: 2, when: ready}\n", "")
                    .replace("      without: clerks\n", "")
                    .replace("      also: {id: readers", "      also: {id: others")
            + "  - {id: readers, permit: clerk, to: read, levels: 1, when: ready}\n";

    @TempDir
    private Path folder;

    private InProcess.Result rulings(String policy, String... options) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), policy);
        return InProcess.run(
                Stream.concat(Stream.of("rulings", folder.toString()), Arrays.stream(options))
                        .toList(),
                "");
    }

    private static Code code(Diagnostic diagnostic) {
        return diagnostic.code();
    }

    @Test
    void decidesOtherwiseAsIfThePolicyHadBeenWrittenSo() {
        PolicyBundle otherwise = Remit.checkOtherwise(
                        BundleSource.of(Map.of("policy.yaml", POLICY)), new Id.Citation("ruling-1"))
                .orThrow();
        PolicyBundle written = Remit.load(Map.of("policy.yaml", OTHER));

        assertThat(CanonicalForm.text(otherwise.policy())).isEqualTo(CanonicalForm.text(written.policy()));
        assertThat(CanonicalForm.digest(otherwise.policy()))
                .isNotEqualTo(CanonicalForm.digest(
                        Remit.load(Map.of("policy.yaml", POLICY)).policy()));
    }

    @Test
    void saysWhoWouldGainOrLoseAndWhichRulesStandOnNoSentence() throws IOException {
        InProcess.Result all = rulings(POLICY);
        InProcess.Result one = rulings(POLICY, "--only", "ruling-1", "--format", "markdown");

        assertThat(all.code()).isZero();
        assertThat(all.out())
                .contains("nurses: stands on ruling-1")
                .contains(
                        "If ruling-1 were decided the other way: A nurse is on duty (access would be wider)",
                        "GAINED: A clerk may now read")
                .contains("LOST: A clerk may no longer read")
                .contains("2 rulings, 1 has another reading written down");
        assertThat(one.out()).contains("### If ruling-1", "Not so: on duty").doesNotContain("ruling-2");
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        JsonNode rulings = json(rulings(POLICY, "--format", "json").out()).get("rulings");

        assertThat(rulings).hasSize(2);
        assertThat(rulings.get(0).get("alone").get(0).asText()).isEqualTo("nurses");
        assertThat(rulings.get(0).get("otherwise").get("direction").asText()).isEqualTo("wider");
        assertThat(rulings.get(1).has("otherwise")).isFalse();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void knowsNoOtherRulings() throws IOException {
        InProcess.Result unknown = rulings(POLICY, "--only", "ruling-11");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("ruling `ruling-11` is not declared", "did you mean");
    }

    @Test
    void findsEveryUnknownWordOfAnotherReadingWhenItIsLoaded() {
        List<Diagnostic> found = Remit.check(BundleSource.of(Map.of(
                        "policy.yaml",
                        POLICY.replace("without: clerks", "without: clerk")
                                .replace("{to: read, when: ready}}", "{to: reed, when: reedy}}")
                                .replace(
                                        "conditions: {ready: {all: [on-duty, named]}}",
                                        "conditions: {steady: named}"))))
                .diagnostics();

        assertThat(found.stream().map(RulingsTest::code))
                .contains(Code.UNKNOWN_RULE, Code.UNKNOWN_ACTIVITY, Code.UNKNOWN_CONDITION);
    }

    @Test
    void findsWhatIsWrongWithARuleThatThereWouldBeAsWell() {
        List<Diagnostic> found = Remit.check(BundleSource.of(Map.of(
                        "policy.yaml",
                        POLICY.replace("also: {id: readers, permit: clerk", "also: {id: nurses, permit: clerc"))))
                .diagnostics();
        List<Diagnostic> instead = Remit.check(BundleSource.of(
                        Map.of("policy.yaml", POLICY.replace("also: {id: readers,", "also: {id: clerks,"))))
                .diagnostics();

        assertThat(found.stream().map(RulingsTest::code)).contains(Code.DECLARED_TWICE, Code.UNKNOWN_ROLE);
        assertThat(instead).noneMatch(Diagnostic::isError);
    }

    @Test
    void reportsAnotherReadingUnderWhichThePolicyIsNotSound() throws IOException {
        String unsound = POLICY.replace("when: ready}}\n", "when: {all: [named, {not: named}]}}}\n");
        Files.writeString(folder.resolve("policy.yaml"), unsound);

        InProcess.Result checked = InProcess.run(List.of("check", folder.toString()), "");

        assertThat(checked.out()).contains("error[unsound-reading]", "`ruling-1` were decided the other way");
        assertThat(rulings(unsound).code()).isEqualTo(2);
    }

    @Test
    void readsEveryOtherReadingOfTheShippedPolicyAndEachChangesAccess() {
        Path shipped = Path.of("policy/opensafely");
        PolicyBundle bundle = Remit.load(shipped);
        List<Id.Citation> others = bundle.policy().rulings().stream()
                .filter(each -> each.otherwise().isPresent())
                .map(Ruling::id)
                .toList();

        assertThat(others).hasSizeGreaterThan(8);
        for (Id.Citation each : others) {
            PolicyBundle otherwise =
                    Remit.checkOtherwise(BundleSource.at(shipped), each).orThrow();
            assertThat(CanonicalForm.digest(otherwise.policy()))
                    .as("the other reading of %s", each)
                    .isNotEqualTo(CanonicalForm.digest(bundle.policy()));
        }
    }
}
