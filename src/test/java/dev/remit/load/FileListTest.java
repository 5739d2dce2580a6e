package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.model.CanonicalForm;
import dev.remit.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileListTest {
    private static final List<String> FILES = List.of("people.yaml", "rules/a.yaml");

    /** Bars stand for line ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "policy: {id: p, title: T} # why|x: y ~ policy: {id: p, title: T, files: [people.yaml, rules/a.yaml]} # why|x: y",
                "policy: {id: p, files: [a, b], title: T} ~ policy: {id: p, files: [people.yaml, rules/a.yaml], title: T}",
                "policy: {id: p, files: a} ~ policy: {id: p, files: [people.yaml, rules/a.yaml]}",
                "policy:|  id: p # why|# more|x: y ~ policy:|  id: p # why|  files:|    - people.yaml|    - rules/a.yaml|# more|x: y",
                "policy:|  id: p|  sources: {S: T} ~ policy:|  id: p|  files:|    - people.yaml|    - rules/a.yaml|  sources: {S: T}",
                "policy:|  id: p|  notice: >-|    Long,|    longer.|x: y"
                        + " ~ policy:|  id: p|  files:|    - people.yaml|    - rules/a.yaml|  notice: >-|    Long,|    longer.|x: y",
                "policy:|  files:|    - old # gone|    - older|  id: p|"
                        + " ~ policy:|  files:|    - people.yaml|    - rules/a.yaml|  id: p|",
                "policy:|  files: []|  id: 𝕡 ~ policy:|  files:|    - people.yaml|    - rules/a.yaml|  id: 𝕡",
                "policy:|  files:|  id: p ~ policy:|  files:|    - people.yaml|    - rules/a.yaml|  id: p",
            })
    void leavesAllElseAsItWasWritten(String was, String is) {
        for (String end : List.of("\n", "\r\n")) {
            SourceFile policy = new SourceFile("policy.yaml", was.replace("|", end));

            assertThat(FileList.write(policy, FILES).orThrow()).isEqualTo(is.replace("|", end));
        }
    }

    @Test
    void writesAListOfNothing() {
        assertThat(write("policy:\n  id: p\n", List.of())).isEqualTo("policy:\n  id: p\n  files: []\n");
        assertThat(write("policy: {id: p}", List.of())).isEqualTo("policy: {id: p, files: []}");
    }

    @Test
    void quotesNamesThatYamlWouldTakeForSomethingElse() {
        assertThat(write("policy: {id: p}", List.of("rules/a, b.yaml", "rules/#\".yaml")))
                .isEqualTo("policy: {id: p, files: [\"rules/a, b.yaml\", \"rules/#\\\".yaml\"]}");
    }

    @Test
    void saysWhatKeepsItFromBeingWritten() {
        for (String text : List.of("rules: []\n", "policy: {}\n", "policy: {id: p\n", "")) {
            assertThat(FileList.write(new SourceFile("policy.yaml", text), FILES)
                            .diagnostics())
                    .isNotEmpty()
                    .allMatch(Diagnostic::isError);
        }
    }

    @Test
    void isNoPartOfTheMeaning() {
        String text = """
                remit: 1
                policy: {id: p, version: "1", title: P}
                vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}}
                rules: [{id: x, permit: r, to: a}]
                """;
        LoadedBundle without = load(text);
        LoadedBundle with = load(write(text, List.of()));

        assertThat(with.policy().header().files()).contains(List.of());
        assertThat(without.policy().header().files()).isEmpty();
        assertThat(CanonicalForm.digest(with.policy())).isEqualTo(CanonicalForm.digest(without.policy()));
    }

    private static LoadedBundle load(String policy) {
        return OpenedBundle.of(BundleSource.of(Map.of("policy.yaml", policy)))
                .load()
                .orThrow();
    }

    private static String write(String text, List<String> files) {
        return FileList.write(new SourceFile("policy.yaml", text), files).orThrow();
    }
}
