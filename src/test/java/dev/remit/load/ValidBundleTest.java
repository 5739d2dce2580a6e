package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Checked;
import dev.remit.model.CanonicalForm;
import dev.remit.model.PolicyPath.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads what is sound: the bundles under {@code valid}, and those under {@code same}, which are written differently. */
class ValidBundleTest {

    static List<CorpusBundle> valid() {
        return CorpusBundle.all("valid");
    }

    /** Bundles that lie in one folder say the same. */
    static List<List<CorpusBundle>> same() {
        Map<String, List<CorpusBundle>> folders = CorpusBundle.all("same").stream()
                .collect(Collectors.groupingBy(
                        bundle -> bundle.name().substring(0, bundle.name().indexOf('/')),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return List.copyOf(folders.values());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void loads(CorpusBundle bundle) {
        Checked<LoadedBundle> loaded = OpenedBundle.of(bundle.source()).load();

        assertThat(loaded.diagnostics()).extracting(bundle::told).containsExactlyElementsOf(bundle.expected());
        assertThat(loaded.value()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("same")
    void isTheSameHoweverItIsWritten(List<CorpusBundle> bundles) {
        LoadedBundle first = load(bundles.get(0));

        for (CorpusBundle bundle : bundles.subList(1, bundles.size())) {
            LoadedBundle other = load(bundle);

            assertThat(other.policy()).isEqualTo(first.policy());
            assertThat(other.registers()).isEqualTo(first.registers());
            assertThat(CanonicalForm.text(other.policy())).isEqualTo(CanonicalForm.text(first.policy()));
            assertThat(CanonicalForm.text(other.registers())).isEqualTo(CanonicalForm.text(first.registers()));
        }
    }

    @Test
    void readsAnyLineEnds() {
        Map<String, String> texts = CorpusBundle.of("base", "").texts();
        LoadedBundle usual = OpenedBundle.of(BundleSource.of(texts)).load().orThrow();

        for (String end : List.of("\r\n", "\r")) {
            Map<String, String> other = texts.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, file -> file.getValue().replace("\n", end)));

            LoadedBundle loaded = OpenedBundle.of(BundleSource.of(other)).load().orThrow();

            assertThat(loaded.policy()).isEqualTo(usual.policy());
            assertThat(loaded.positions().find(Section.RULES.path("research-view")))
                    .isEqualTo(usual.positions().find(Section.RULES.path("research-view")));
        }
    }

    @Test
    void hasBundles() {
        assertThat(valid()).hasSizeGreaterThan(7);
        assertThat(same())
                .hasSizeGreaterThan(3)
                .allSatisfy(bundles -> assertThat(bundles).hasSizeGreaterThan(1));
    }

    private static LoadedBundle load(CorpusBundle bundle) {
        Checked<LoadedBundle> loaded = OpenedBundle.of(bundle.source()).load();
        assertThat(loaded.diagnostics()).extracting(bundle::told).containsExactlyElementsOf(bundle.expected());
        return loaded.orThrow();
    }
}
