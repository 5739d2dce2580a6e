package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.InvalidPolicyException;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Rule;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSourceTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: small, version: "1", title: Small}
            vocabulary:
              roles: {a: A}
              activities: {x: X}
              levels: {l: L}
            rules: [{id: r, permit: a, to: x}]
            """;
    private static final String FORBID = "remit: 1\nrules: [{id: never, forbid: a, to: x}]\n";

    @TempDir
    private Path folder;

    @Test
    void loadsAFolder() throws IOException {
        write("policy.yaml", POLICY);
        write("rules/more.yaml", FORBID);

        LoadedBundle bundle = load(folder).orThrow();

        assertThat(bundle.policy().rules()).extracting(Rule::id).containsExactly(rule("never"), rule("r"));
        assertThat(bundle.files())
                .extracting(SourceFile::name)
                .containsExactly(folder + "/policy.yaml", folder + "/rules/more.yaml");
        assertThat(bundle.positions().find(Section.RULES.path("never")))
                .get()
                .hasToString(folder + "/rules/more.yaml:2:9");
    }

    @Test
    void takesThePolicyFileForItsFolder() throws IOException {
        write("policy.yaml", POLICY);
        write("rules/more.yaml", FORBID);

        LoadedBundle bundle = load(folder.resolve("policy.yaml")).orThrow();

        assertThat(bundle.policy().rules()).hasSize(2);
    }

    @Test
    void takesAFileOfAnotherNameForItself() throws IOException {
        write("draft.yaml", POLICY);
        write("rules/more.yaml", FORBID);

        LoadedBundle bundle = load(folder.resolve("draft.yaml")).orThrow();

        assertThat(bundle.policy().rules()).hasSize(1);
        assertThat(bundle.files()).extracting(SourceFile::name).containsExactly(folder + "/draft.yaml");
    }

    @Test
    void namesFilesAsTheCallerDoes() {
        Path path = Path.of("src/test/../test/resources/dev/remit/load/base");

        LoadedBundle bundle = load(path).orThrow();

        assertThat(bundle.positions().find(Section.PROJECTS.path("156")))
                .map(Span::file)
                .contains(path + "/projects.yaml");
    }

    @Test
    void loadsTexts() {
        Checked<LoadedBundle> loaded = OpenedBundle.of(
                        BundleSource.of(Map.of("rules/more.yaml", FORBID, "policy.yaml", POLICY)))
                .load();

        assertThat(loaded.orThrow().policy().rules()).hasSize(2);
        assertThat(loaded.orThrow().files())
                .extracting(SourceFile::name)
                .containsExactly("policy.yaml", "rules/more.yaml");
    }

    @Test
    void loadsFromTheClassPath() throws IOException {
        write("META-INF/remit/policy/index", "small/policy.yaml\nsmall/rules/more.yaml\nother/policy.yaml\n");
        write("META-INF/remit/policy/small/policy.yaml", POLICY);
        write("META-INF/remit/policy/small/rules/more.yaml", FORBID);

        try (URLClassLoader loader = loader()) {
            LoadedBundle bundle = OpenedBundle.of(BundleSource.onClassPath("small", loader))
                    .load()
                    .orThrow();

            assertThat(bundle.policy().rules()).hasSize(2);
            assertThat(bundle.files())
                    .extracting(SourceFile::name)
                    .containsExactly(
                            "classpath:META-INF/remit/policy/small/policy.yaml",
                            "classpath:META-INF/remit/policy/small/rules/more.yaml");
        }
    }

    @Test
    void reportsAMisspeltBundleOnTheClassPath() throws IOException {
        write("META-INF/remit/policy/index", "small/policy.yaml\n");

        try (URLClassLoader loader = loader()) {
            Checked<LoadedBundle> loaded =
                    OpenedBundle.of(BundleSource.onClassPath("smal", loader)).load();

            assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.MISSING_FILE);
            assertThat(loaded.diagnostics().get(0).help()).contains("did you mean `small`?");
        }
    }

    @Test
    void reportsAFileThatOnlyTheIndexHas() throws IOException {
        write("META-INF/remit/policy/index", "small/policy.yaml\nsmall/rules/more.yaml\n");
        write("META-INF/remit/policy/small/policy.yaml", POLICY);

        try (URLClassLoader loader = loader()) {
            Checked<LoadedBundle> loaded =
                    OpenedBundle.of(BundleSource.onClassPath("small", loader)).load();

            assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.MISSING_FILE);
        }
    }

    @Test
    void reportsAMissingFolderWithTheNearestName() throws IOException {
        Files.createDirectory(folder.resolve("opensafely"));

        Checked<LoadedBundle> loaded = load(folder.resolve("opensafly"));

        assertThat(loaded.diagnostics()).hasSize(1);
        assertThat(loaded.diagnostics().get(0).code()).isEqualTo(Code.MISSING_FILE);
        assertThat(loaded.diagnostics().get(0).help()).contains("did you mean `opensafely`?");
    }

    @Test
    void reportsAMissingFile() {
        Checked<LoadedBundle> loaded = load(folder.resolve("draft.yaml"));

        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.MISSING_FILE);
    }

    @Test
    void reportsAFileThatIsNoPolicy() throws IOException {
        write("notes.txt", "hello");

        assertThat(load(folder.resolve("notes.txt")).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.UNKNOWN_FILE);
    }

    @Test
    void reportsAFolderInPlaceOfAFile() throws IOException {
        write("policy.yaml", POLICY);
        Files.createDirectory(folder.resolve("projects.yaml"));
        Path other = Files.createDirectories(folder.resolve("other/policy.yaml"));

        assertThat(load(other).diagnostics()).extracting(Diagnostic::code).containsExactly(Code.UNREADABLE_FILE);
        assertThat(load(folder).diagnostics()).extracting(Diagnostic::code).containsExactly(Code.UNREADABLE_FILE);
    }

    @Test
    void reportsTextThatIsNotUtf8WhereItIsNot() throws IOException {
        byte[] text = POLICY.replace("Small", "Sm\u00e4ll").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("policy.yaml"), text);

        List<Diagnostic> found = load(folder).diagnostics();

        assertThat(found).extracting(Diagnostic::code).containsExactly(Code.NOT_UTF_8);
        assertThat(found.get(0).span()).hasToString(folder + "/policy.yaml:2:44");
        assertThat(found.get(0).message()).contains("0xE4");
    }

    @Test
    void reportsAFileThatIsTooLarge() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("policy.yaml").toFile(), "rw")) {
            file.setLength(65L * 1024 * 1024);
        }

        assertThat(load(folder).diagnostics()).extracting(Diagnostic::code).containsExactly(Code.FILE_TOO_LARGE);
    }

    @Test
    void refusesAFolderThatWasMeantToBeRead() throws IOException {
        write("policy.yaml", POLICY);
        write("rule/more.yaml", FORBID);
        write("attic/more.yaml", FORBID);
        write(".cache/more.yaml", FORBID);
        Files.createDirectory(folder.resolve("Tests"));

        Checked<LoadedBundle> loaded = load(folder);

        assertThat(loaded.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.UNKNOWN_FILE, Code.UNKNOWN_FILE, Code.UNKNOWN_FILE);
        assertThat(loaded.diagnostics().get(2).help())
                .contains("call it `rules/more.yaml`, or move it out of the bundle");
        assertThat(loaded.value()).isEmpty();
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        write("policy.yaml", POLICY);
        write("stored/more.yaml", FORBID);
        Files.createSymbolicLink(folder.resolve("rules"), Path.of("stored"));

        assertThat(load(folder).orThrow().policy().rules()).hasSize(2);
    }

    @Test
    void neverWaitsForAPipe() throws IOException, InterruptedException {
        write("policy.yaml", POLICY);
        Files.createDirectory(folder.resolve("rules"));
        Path pipe = folder.resolve("rules/more.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(load(folder).diagnostics()).extracting(Diagnostic::code).containsExactly(Code.UNREADABLE_FILE);
        assertThat(load(pipe).diagnostics()).extracting(Diagnostic::code).containsExactly(Code.UNREADABLE_FILE);
    }

    @Test
    void readsTheFilesOfOneMomentWhileAllAreExchanged() throws IOException {
        String permit = POLICY.replace("permit: a", "permit: any");
        for (int version = 0; version < 2; version++) {
            write("..v" + version + "/policy.yaml", permit.replace("Small", "v" + version));
            write("..v" + version + "/rules/more.yaml", FORBID.replace("never", "never-v" + version));
        }
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..v0"));
        Files.createSymbolicLink(folder.resolve("policy.yaml"), Path.of("..data/policy.yaml"));
        Files.createSymbolicLink(folder.resolve("rules"), Path.of("..data/rules"));
        AtomicBoolean isOver = new AtomicBoolean();
        Thread exchanging = new Thread(() -> exchange(isOver));
        exchanging.start();
        try {
            for (int i = 0; i < 100; i++) {
                Checked<LoadedBundle> loaded = load(folder);

                loaded.value()
                        .ifPresent(bundle -> assertThat(bundle.policy().rules())
                                .extracting(Rule::id)
                                .contains(
                                        rule("never-" + bundle.policy().header().title())));
                assertThat(loaded.diagnostics())
                        .allSatisfy(each -> assertThat(each.message()).contains("changes while it is read"));
            }
        } finally {
            isOver.set(true);
        }
    }

    private void exchange(AtomicBoolean isOver) {
        try {
            for (int version = 1; !isOver.get(); version = 1 - version) {
                Path next = Files.createSymbolicLink(folder.resolve("..next"), Path.of("..v" + version));
                Files.move(next, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
                Thread.sleep(1);
            }
        } catch (IOException | InterruptedException over) {
            isOver.set(true);
        }
    }

    @Test
    void takesAPartForTheBundleItBelongsTo() throws IOException {
        write("policy.yaml", POLICY);
        write("rules/more.yaml", FORBID);
        write("people.yaml", "remit: 1\npeople: {}\n");

        for (String part : List.of("people.yaml", "rules/more.yaml")) {
            assertThat(load(folder.resolve(part)).orThrow().policy().rules()).hasSize(2);
        }
    }

    @Test
    void saysWhatAPartIsWhoseBundleIsNotThere() throws IOException {
        write("people.yaml", "remit: 1\npeople: {}\n");

        List<Diagnostic> found = load(folder.resolve("people.yaml")).diagnostics();

        assertThat(found).extracting(Diagnostic::code).containsExactly(Code.MISSING_FILE);
        assertThat(found.get(0).message()).startsWith("this is the people register of a bundle");
    }

    @Test
    void saysHowAFileOfAnotherEndingIsToBeCalled() throws IOException {
        write("draft.yml", POLICY);

        List<Diagnostic> found = load(folder.resolve("draft.yml")).diagnostics();

        assertThat(found).extracting(Diagnostic::code).containsExactly(Code.UNKNOWN_FILE);
        assertThat(found.get(0).help())
                .hasValueSatisfying(help -> assertThat(help).contains("`draft.yaml`"));
    }

    @Test
    void refusesTextsInPlacesThatABundleDoesNotHave() {
        for (String path :
                List.of("/rules/more.yaml", "rules/more", "Rules/more.yaml", "../more.yaml", "more", "docs/more", "")) {
            assertThat(OpenedBundle.of(BundleSource.of(Map.of("policy.yaml", POLICY, path, FORBID)))
                            .load()
                            .hasErrors())
                    .as(path)
                    .isTrue();
        }
        assertThat(OpenedBundle.of(BundleSource.of(Map.of("./policy.yaml", POLICY, "./rules/more.yaml", FORBID)))
                        .load()
                        .orThrow()
                        .policy()
                        .rules())
                .hasSize(2);
        assertThat(OpenedBundle.of(BundleSource.of(
                                Map.of("policy.yaml", POLICY, "rules/a.yaml", FORBID, "./rules/a.yaml", FORBID)))
                        .load()
                        .hasErrors())
                .isTrue();
    }

    @Test
    void reportsAFileThatTheIndexLacks() throws IOException {
        write("META-INF/remit/policy/index", "small/policy.yaml\n");
        write("META-INF/remit/policy/small/policy.yaml", POLICY);
        write("META-INF/remit/policy/small/rules/more.yaml", FORBID);

        try (URLClassLoader loader = loader()) {
            Checked<LoadedBundle> loaded =
                    OpenedBundle.of(BundleSource.onClassPath("small", loader)).load();

            assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.UNLISTED_FILE);
        }
    }

    @Test
    void handsOverFilesEvenIfThereAreErrors() throws IOException {
        write("policy.yaml", POLICY);
        write("rules/more.yaml", FORBID.replace("forbid: a", "forbid: b"));

        OpenedBundle opened = OpenedBundle.of(BundleSource.at(folder));

        assertThat(opened.load().value()).isEmpty();
        assertThat(opened.files().values())
                .extracting(SourceFile::text)
                .hasSize(2)
                .contains(POLICY);
    }

    @Test
    void throwsWithAllFaultsIfTheCallerCannotGoOn() {
        Checked<LoadedBundle> loaded = load(folder);

        assertThatThrownBy(loaded::orThrow)
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("missing-file");
    }

    private static Checked<LoadedBundle> load(Path path) {
        return OpenedBundle.of(BundleSource.at(path)).load();
    }

    private static Id.Rule rule(String id) {
        return new Id.Rule(id);
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
