package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.check.Inspections;
import dev.remit.cli.InProcess;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Severity;
import dev.remit.load.BundleSource;
import dev.remit.load.FileList;
import dev.remit.load.LoadedBundle;
import dev.remit.load.OpenedBundle;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the page of diagnostics to the codes there are, and its examples to the code they stand under. An example is a
 * file of the shipped bundle: a whole file, or with {@code also} some lines at the end of one; a {@code policy.yaml}
 * stands alone.
 */
class DiagnosticsPageTest {
    private static final Page PAGE = Page.of("docs/use/diagnostics.md");
    private static final Path SHIPPED = Path.of("policy/opensafely");

    private static final Map<String, List<String>> SECTIONS = sections();

    @Test
    void hasAParagraphForEveryCodeAndForNoOther() {
        List<String> codes = new ArrayList<>();
        for (Code code : Code.values()) {
            codes.add(code.id());
        }

        assertThat(SECTIONS.keySet()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest
    @EnumSource
    void saysHowMuchEachWeighsAndThenWhatItIs(Code code) {
        String error = code.ofShape() ? "*Error, editor.* " : "*Error.* ";
        String label = switch (code.severity()) {
            case ERROR -> error;
            case WARNING -> "*Warning.* ";
            case NOTE -> "*Note.* ";
        };

        List<String> lines =
                section(code).stream().filter(line -> !line.isBlank()).toList();

        assertThat(lines).isNotEmpty();
        assertThat(lines.get(0)).startsWith(label).hasSizeGreaterThan(label.length() + 20);
    }

    @ParameterizedTest
    @EnumSource
    void givesExamplesOfItAndOfNothingElse(Code code) {
        for (Page.Block example : new Page(PAGE.path(), section(code)).blocks("yaml")) {
            List<Diagnostic> found = found(code, with(example));

            assertThat(found.stream()
                            .filter(each -> each.code() == code || each.code() != Code.NO_LIST_OF_FILES)
                            .filter(each -> each.severity().compareTo(code.severity()) <= 0)
                            .filter(each -> each.code() == code || each.severity() != Severity.NOTE)
                            .map(Diagnostic::code)
                            .distinct())
                    .as("the example of %s: %s", code.id(), found)
                    .containsExactly(code);
        }
    }

    /** What loading finds or, if that is not what is looked for, what {@code remit check} does. */
    private static List<Diagnostic> found(Code code, Map<String, String> texts) {
        Checked<PolicyBundle> loaded = Remit.check(BundleSource.of(texts));
        boolean isOfLoading = loaded.diagnostics().stream().anyMatch(each -> each.code() == code);
        return isOfLoading || loaded.hasErrors()
                ? loaded.diagnostics()
                : Inspections.usual(InstantSource.fixed(InProcess.NOW))
                        .of(loaded.orThrow(), BundleSource.of(texts), Progress.UNHEARD)
                        .diagnostics();
    }

    @Test
    void hasExamplesOfMost() {
        assertThat(PAGE.blocks("yaml")).hasSizeGreaterThan(50);
    }

    private static List<String> section(Code code) {
        return SECTIONS.getOrDefault(code.id(), List.of());
    }

    private static Map<String, String> with(Page.Block example) {
        String file = example.use().replace(" also", "");
        if (file.equals("policy.yaml")) {
            return Map.of(file, example.text());
        }
        Map<String, String> texts = new HashMap<>();
        LoadedBundle shipped = OpenedBundle.of(BundleSource.at(SHIPPED)).load().orThrow();
        for (SourceFile each : shipped.files()) {
            texts.put(SHIPPED.relativize(Path.of(each.name())).toString(), each.text());
        }
        texts.merge(file, example.text(), (own, more) -> example.use().endsWith(" also") ? own + more : more);
        relist(texts);
        return texts;
    }

    /** The list of files is that of the shipped bundle and its suites, and not that of an example. */
    private static void relist(Map<String, String> texts) {
        List<String> files = texts.keySet().stream()
                .filter(path -> BundleSource.isMember(path) && !path.equals("policy.yaml"))
                .sorted()
                .toList();
        texts.computeIfPresent(
                "policy.yaml",
                (name, text) ->
                        FileList.write(new SourceFile(name, text), files).orThrow());
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : PAGE.lines()) {
            if (line.startsWith("#")) {
                section = new ArrayList<>();
            }
            if (line.startsWith("### ")) {
                sections.put(line.substring("### ".length()), section);
            } else {
                section.add(line);
            }
        }
        return sections;
    }
}
