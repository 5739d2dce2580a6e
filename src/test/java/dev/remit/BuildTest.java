package dev.remit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the files of the build must say twice, they say alike. */
class BuildTest {
    private static final String REMIT = text("pom.xml");
    private static final String BENCH = text("src/bench/pom.xml");

    @Test
    void comparesReleasesInExactlyWhatIsExported() {
        assertThat(found("<include>(dev\\.remit[^<]*)</include>", REMIT))
                .containsExactlyInAnyOrderElementsOf(exported());
    }

    @Test
    void compilesTheBenchmarksThroughTheSameGates() {
        List<String> gates = found("<arg>(-[^<]*)</arg>", REMIT);

        assertThat(gates).anyMatch(gate -> gate.contains("ErrorProne"));
        assertThat(found("<arg>(-[^<]*)</arg>", BENCH).stream()
                        .map(gate -> gate.replace("-processing,-classfile", "-processing")
                                .replace(" -XepExcludedPaths:.*/generated-sources/.*", "")))
                .containsExactlyElementsOf(gates);
    }

    @Test
    void buildsTheBenchmarksWithTheSameVersions() {
        Map<String, String> versions = versions(REMIT);
        Map<String, String> again = versions(BENCH);
        again.keySet().retainAll(versions.keySet());

        assertThat(again).containsKeys("jackson.version", "errorprone.version", "compiler-plugin.version");
        assertThat(versions).containsAllEntriesOf(again);
        assertThat(found("<version>([^<]*)</version>", BENCH).get(0))
                .isEqualTo(found("<version>([^<]*)</version>", REMIT).get(0));
    }

    @Test
    void tellsUsersTheBoundsThatAreTried() {
        Map<String, String> versions = versions(REMIT);

        assertThat(text("docs/use/embedding.md"))
                .contains(
                        "SnakeYAML " + versions.get("snakeyaml.lowest") + " to " + versions.get("snakeyaml.newest"),
                        "Jackson " + versions.get("jackson.lowest") + " to " + versions.get("jackson.newest"));
    }

    private static List<String> exported() {
        return ModuleFinder.of(Path.of(Remit.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()))
                .find("dev.remit")
                .orElseThrow()
                .descriptor()
                .exports()
                .stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .toList();
    }

    private static Map<String, String> versions(String pom) {
        return Pattern.compile("<([a-z-]+\\.(?:version|lowest|newest))>([^<$]*)</")
                .matcher(pom)
                .results()
                .collect(toMap(found -> found.group(1), found -> found.group(2)));
    }

    private static List<String> found(String pattern, String pom) {
        return Pattern.compile(pattern)
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
