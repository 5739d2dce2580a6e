package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.grammar.Grammar;
import dev.remit.http.config.CallerWords;
import dev.remit.http.config.ServeFile;
import dev.remit.http.mapping.MappingFile;
import dev.remit.json.SchemaWriter;
import dev.remit.model.Element;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

        assertThat(CallerWords.unknownIn(file, MINIMAL).stream()
                        .map(each -> each.code().id() + " "
                                + file.line(3).substring(each.span().column() - 1)))
                .satisfiesExactly(
                        role -> assertThat(role).startsWith("unknown-role writer"),
                        duty -> assertThat(duty).startsWith("unknown-obligation fly"),
                        register -> assertThat(register).startsWith("unknown-register type-1"));
    }

    @Test
    void findsEveryFileThatIsNotWhatItIsSaidToBe(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificates own = Certificates.make(folder, "own");
        own.write(folder.resolve("own.pem"), folder.resolve("own.key"));
        Files.writeString(
                folder.resolve("other.key"),
                Certificates.pem(
                        "PRIVATE KEY",
                        KeyPairGenerator.getInstance("EC")
                                .generateKeyPair()
                                .getPrivate()
                                .getEncoded()));
        Files.writeString(folder.resolve("short.key"), "short");
        SourceFile file = new SourceFile("serve.yaml", """
                remit: 1
                tls: {certificate: own.pem, key: other.key, client-authorities: own.key}
                policy: {source: gone, keys: [gone.pub, .]}
                records: {folder: log, subject-keys: none, checkpoint-key: lost}
                page-key: short.key
                mapping: mapping.yaml
                lisen: {}
                """);

        assertThat(SettingsFiles.faults(file, folder).stream()
                        .map(each -> each.code().id() + " at "
                                + file.line(each.span().line())
                                        .substring(each.span().column() - 1)
                                        .split("[,}\\]]", -1)[0]))
                .containsExactly(
                        "wrong-value at other.key",
                        "wrong-value at own.key",
                        "missing-file at gone",
                        "missing-file at gone.pub",
                        "unreadable-file at .",
                        "missing-file at none",
                        "missing-file at lost",
                        "wrong-value at short.key",
                        "missing-file at mapping.yaml");
        SourceFile watched = new SourceFile("serve.yaml", "remit: 1\npolicy: {source: gone, gate: any}\n");
        assertThat(SettingsFiles.faults(watched, folder)).isEmpty();
        SourceFile sound = new SourceFile("serve.yaml", "remit: 1\ntls: {certificate: own.pem, key: own.key}\n");
        assertThat(SettingsFiles.faults(sound, folder)).isEmpty();
    }

    @Test
    void mapsASetByItsOwnName() {
        DecisionPoint decisions = Remit.load(Path.of("docs/examples/every-row")).decisionPoint();
        String set = decisions.policy().vocabulary().attributes().stream()
                .map(each -> each.id().value())
                .filter(each -> !Element.owner(each).equals(each))
                .findFirst()
                .orElseThrow();
        String mapping = "remit: 1\nmapping: Test\nsubjects: [{type: user, as: role}]\n"
                + "actions: [{name: view, activity: view}]\nresources: [{type: level, as: level}]\n"
                + "properties: [{to: \"project.%s\", value: {is: subject.properties.of}}]\n";

        assertThat(MappingFile.read(
                                new SourceFile("mapping.yaml", String.format(mapping, Element.owner(set))), decisions)
                        .diagnostics())
                .isEmpty();
        assertThat(MappingFile.read(new SourceFile("mapping.yaml", String.format(mapping, set)), decisions)
                        .diagnostics())
                .singleElement()
                .satisfies(only -> assertThat(only.code().id()).isEqualTo("unknown-attribute"));
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
