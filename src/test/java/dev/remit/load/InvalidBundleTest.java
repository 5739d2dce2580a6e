package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads every bundle under {@code invalid} and finds what it says at its beginning, and nothing else. */
class InvalidBundleTest {

    /** What no text can show: shown by {@link BundleSourceTest}. */
    private static final Set<String> OF_FILES =
            Set.of("unreadable-file", "file-too-large", "not-utf-8", "refused-link");

    /** What takes millions of values to show: shown where YAML is read. */
    private static final Set<String> OF_LIMITS = Set.of("too-many-nodes");

    /** What only those meet who ask questions or test. */
    private static final Set<String> OF_QUESTIONS = Set.of("unknown-person", "not-an-instant");

    /** What the loader only names as said to be on purpose. */
    private static final Set<String> OF_EXCUSES =
            Set.of("role-without-access", "level-without-access", "fact-without-effect", "obligation-never-reached");

    private static final Pattern CODE = Pattern.compile("\\bCode\\.([A-Z][A-Z0-9_]+)");

    static List<CorpusBundle> bundles() {
        return CorpusBundle.all("invalid");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void reportsExactlyWhatTheFileSays(CorpusBundle bundle) {
        Checked<LoadedBundle> loaded = OpenedBundle.of(bundle.source()).load();

        assertThat(bundle.expected()).isNotEmpty();
        assertThat(loaded.diagnostics()).extracting(bundle::told).containsExactlyElementsOf(bundle.expected());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void handsOutNothingAfterAnError(CorpusBundle bundle) {
        Checked<LoadedBundle> loaded = OpenedBundle.of(bundle.source()).load();

        boolean hasErrors = loaded.diagnostics().stream().anyMatch(Diagnostic::isError);
        assertThat(loaded.value().isEmpty()).isEqualTo(hasErrors);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void findsTheSameInFilesOfOtherNames(CorpusBundle bundle) {
        // The order of rules files is that of their names, so other names are another order.
        Map<String, String> turned = bundle.texts().entrySet().stream()
                .collect(Collectors.toMap(file -> turned(file.getKey()), Map.Entry::getValue));
        CorpusBundle other = new CorpusBundle(bundle.name(), List.of(), turned);

        Checked<LoadedBundle> loaded = OpenedBundle.of(other.source()).load();

        // Of two that clash, the second is told, and which is the second depends on the order.
        assertThat(loaded.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrderElementsOf(OpenedBundle.of(bundle.source()).load().diagnostics().stream()
                        .map(Diagnostic::code)
                        .toList());
        if (!bundle.name().startsWith("twice/")) {
            assertThat(loaded.diagnostics())
                    .extracting(other::told)
                    .containsExactlyInAnyOrderElementsOf(bundle.expected());
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void findsTheSameInAFolder(CorpusBundle bundle, @TempDir Path folder) throws IOException {
        for (Map.Entry<String, String> file : bundle.texts().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }

        Checked<LoadedBundle> loaded = OpenedBundle.of(BundleSource.at(folder)).load();

        assertThat(loaded.diagnostics())
                .extracting(found -> found.toString().replace(folder + "/", ""))
                .containsExactlyElementsOf(OpenedBundle.of(bundle.source()).load().diagnostics().stream()
                        .map(Diagnostic::toString)
                        .toList());
    }

    @Test
    void hasManyBundles() {
        assertThat(bundles()).hasSizeGreaterThan(250);
    }

    @Test
    void startsFromASoundBundle() {
        Checked<LoadedBundle> loaded = OpenedBundle.of(BundleSource.at(CorpusBundle.RESOURCES.resolve("base")))
                .load();

        assertThat(loaded.diagnostics()).isEmpty();
    }

    @Test
    void showsEveryCodeThatReadingABundleCanReport() throws IOException {
        Set<String> shown = bundles().stream()
                .flatMap(bundle -> bundle.expected().stream())
                .map(expected -> expected.replaceAll("^\\w+\\[([a-z0-9-]+)].*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        shown.addAll(OF_FILES);
        shown.addAll(OF_LIMITS);
        shown.addAll(OF_QUESTIONS);
        shown.addAll(OF_EXCUSES);

        assertThat(codesIn("node", "grammar", "load")).isSubsetOf(shown);
    }

    /** The codes that are named in the source of some rooms; those of suites and of findings have tests of their own. */
    private static Set<String> codesIn(String... rooms) throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String room : rooms) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/remit", room))) {
                for (Path file : files.filter(each -> !each.toString().matches(".*(Suite|OnPurpose).*"))
                        .toList()) {
                    Matcher named = CODE.matcher(Files.readString(file));
                    while (named.find()) {
                        codes.add(Code.valueOf(named.group(1)).id());
                    }
                }
            }
        }
        return codes;
    }

    private static String turned(String file) {
        return file.matches("rules/[^/]*\\.yaml")
                ? "rules/" + new StringBuilder(file.substring(6, file.length() - 5)).reverse() + ".yaml"
                : file;
    }
}
