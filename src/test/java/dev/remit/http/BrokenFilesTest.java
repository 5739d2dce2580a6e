package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.grammar.Grammar;
import dev.remit.http.config.ServeFile;
import dev.remit.http.config.ServeSettings;
import dev.remit.http.mapping.MappingFile;
import dev.remit.json.SchemaWriter;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with one fault each, whose first line says the code and how the text begins that is underlined. */
class BrokenFilesTest {
    private static final Path FILES = Path.of("src/test/resources/dev/remit/http");
    private static final DecisionPoint MINIMAL =
            Remit.load(Path.of("policy/minimal")).decisionPoint();
    private static final String DIGEST = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    static List<Path> settings() {
        return files("serve");
    }

    static List<Path> mappings() {
        return files("mapping");
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(FILES.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SourceFile read(Path path) throws IOException {
        return new SourceFile(path.toString(), Files.readString(path));
    }

    private static void reports(SourceFile file, Checked<?> checked) {
        String[] expected = file.line(1).substring(2).split(": ", 2);
        assertThat(checked.diagnostics()).hasSize(1);
        Diagnostic only = checked.diagnostics().get(0);
        assertThat(only.code().id()).as(only.toString()).isEqualTo(expected[0]);
        String underlined = file.line(only.span().line()).substring(only.span().column() - 1);
        assertThat(underlined).as(only.toString()).startsWith(expected[1]);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void reportsTheFaultOfSettings(Path path) throws IOException {
        SourceFile file = read(path);

        reports(file, ServeFile.read(file, Path.of("")));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void reportsTheFaultOfAMapping(Path path) throws IOException {
        SourceFile file = read(path);

        reports(file, MappingFile.read(file, MINIMAL));
    }

    @Test
    void reportsEveryFaultAtOnce() {
        SourceFile file = new SourceFile(
                "serve.yaml",
                "remit: 1\nlisten: {address: 0.0.0.0, port: x}\nlimits: {idle: 1}\ncallers: [{name: a b}]\nmore: 1\n");

        assertThat(ServeFile.read(file, Path.of("")).diagnostics()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void findsWhatThePolicyDoesNotKnow() {
        SourceFile file = new SourceFile(
                "serve.yaml",
                "remit: 1\ncallers:\n  - {name: a, tokens: " + DIGEST
                        + ", roles: [author, writer], handles: {duties: fly, population: {type-1: included}}}\n");
        ServeSettings settings = ServeFile.read(file, Path.of("")).orThrow();

        assertThat(ServeFile.unknownIn(file, settings, MINIMAL).stream()
                        .map(each -> each.code().id()))
                .containsExactlyInAnyOrder("unknown-obligation", "unknown-register", "unknown-role");
    }

    @Test
    void hasSchemasThatReadAsJson() throws JsonProcessingException {
        assertThat(new ObjectMapper()
                        .readTree(SchemaWriter.of(Grammar.serveFile(), "Settings"))
                        .get("properties")
                        .has("callers"))
                .isTrue();
        assertThat(new ObjectMapper()
                        .readTree(SchemaWriter.of(Grammar.mappingFile(), "Mapping"))
                        .get("$defs")
                        .has("mapped-value"))
                .isTrue();
    }
}
