package dev.remit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build hands out: the jar to embed, the jar to run, and their bill of materials. */
class PackagedJarsIT {

    private static final Path EMBED = file("remit.jar");
    private static final Path RUN = file("remit.cliJar");
    private static final Path BOM = file("remit.bom");

    @Test
    void embedsNobodyElsesClasses() throws IOException {
        assertThat(entries(EMBED))
                .contains("module-info.class", "META-INF/LICENSE", "dev/remit/Remit.class")
                .allMatch(name -> name.equals("module-info.class")
                        || name.startsWith("dev/remit/")
                        || name.startsWith("META-INF/"));
    }

    @Test
    void listsEveryShippedPolicyFileInOrder() throws IOException {
        List<String> shipped;
        try (Stream<Path> files = Files.walk(Path.of("policy"))) {
            shipped = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> Path.of("policy").relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }

        for (Path jar : List.of(EMBED, RUN)) {
            assertThat(text(jar, "META-INF/remit/policy/index").lines()).containsExactlyElementsOf(shipped);
            assertThat(entries(jar))
                    .containsAll(shipped.stream()
                            .map(name -> "META-INF/remit/policy/" + name)
                            .toList());
        }
    }

    /** A snapshot that is not taken up costs time and nothing else, so nobody would notice. */
    @Test
    void takesUpTheSnapshotOfTheShippedPolicyInsteadOfCompilingIt() throws IOException, InterruptedException {
        String compiler = " dev.remit.diagram.Compiler ";
        String question = " --role reader --activity read --level final";
        for (Path jar : List.of(EMBED, RUN)) {
            assertThat(entries(jar))
                    .filteredOn(name -> name.startsWith("META-INF/remit/snapshot/"))
                    .hasSize(1);

            Ended shipped = askedOf(jar, "--role researcher --activity view --level 3");
            Ended compiled = askedOf(jar, Path.of("policy", "minimal").toAbsolutePath() + question);

            assertThat(shipped.code()).as(shipped.complained()).isOne();
            assertThat(shipped.said()).contains(" dev.remit.snapshot.Restored ").doesNotContain(compiler);
            assertThat(compiled.said()).as("a policy without a snapshot").contains(compiler);
        }
    }

    /** Asks with this jar, and lists the classes that it took. */
    private static Ended askedOf(Path jar, String question) throws IOException, InterruptedException {
        String libraries = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(path -> path.matches(".*(snakeyaml|jackson-core|picocli)[^/\\\\]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = new ArrayList<>(
                List.of("-verbose:class", "-cp", jar + File.pathSeparator + libraries, "dev.remit.cli.Main", "ask"));
        arguments.addAll(List.of(question.split(" ")));
        return java(arguments);
    }

    @Test
    void runsWithoutModulesOrSignaturesOfItsParts() throws IOException {
        assertThat(entries(RUN))
                .contains("META-INF/LICENSE", "META-INF/services/com.fasterxml.jackson.core.JsonFactory")
                .noneMatch(name -> name.endsWith("module-info.class"))
                .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA|EC)"));
        try (JarFile jar = new JarFile(RUN.toFile())) {
            assertThat(jar.getManifest().getMainAttributes())
                    .containsEntry(Attributes.Name.MAIN_CLASS, "dev.remit.cli.Main")
                    .containsEntry(Attributes.Name.MULTI_RELEASE, "true");
        }
    }

    @Test
    void holdsNoTestLibraryAndNoLogger() throws IOException {
        assertThat(entries(RUN))
                .filteredOn(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .allMatch(name -> name.matches(
                        "(dev/remit|org/yaml/snakeyaml|com/fasterxml/jackson/core|org/jspecify|picocli|org/eclipse/jetty|org/slf4j"
                                + "|io/prometheus)/.*"));
    }

    @Test
    void answersAboutTheShippedPolicyInItsExitCodeToo() throws IOException, InterruptedException {
        String question = "ask --role researcher --activity view --project 156 --closed"
                + " --fact named-on-project --fact secure-environment-access --level ";

        Ended permitted = run(question + "4");
        Ended forbidden = run(question + "3");

        assertThat(permitted.said()).startsWith("PERMITTED");
        assertThat(permitted.code()).isZero();
        assertThat(forbidden.said()).startsWith("DENIED");
        assertThat(forbidden.code()).isOne();
    }

    @Test
    void saysHowToBeUsed() throws IOException, InterruptedException {
        Ended help = run("--help");

        assertThat(help.said()).contains("Usage: remit");
        assertThat(help.complained()).isEmpty();
        assertThat(help.code()).isZero();
    }

    @Test
    void billsWhatEverybodyGetsAsRequiredAndTheRestAsOptional() throws IOException {
        assumeThat("offline=true".equals(System.getProperty("remit.maven")))
                .as("mvn -o, under which no bill is made")
                .isFalse();
        Map<String, String> scopes = new HashMap<>();
        for (JsonNode part : new ObjectMapper().readTree(BOM.toFile()).get("components")) {
            scopes.put(
                    part.get("group").asText() + ":" + part.get("name").asText(),
                    part.path("scope").asText());
        }

        assertThat(scopes)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("org.yaml:snakeyaml", "required"),
                        entry("com.fasterxml.jackson.core:jackson-core", "required"),
                        entry("org.jspecify:jspecify", "required"),
                        // In the cli jar alone.
                        entry("info.picocli:picocli", "optional"),
                        entry("org.eclipse.jetty:jetty-server", "optional"),
                        entry("org.eclipse.jetty:jetty-http", "optional"),
                        entry("org.eclipse.jetty:jetty-io", "optional"),
                        entry("org.eclipse.jetty:jetty-util", "optional"),
                        entry("org.slf4j:slf4j-api", "optional"),
                        entry("io.prometheus:prometheus-metrics-core", "optional"),
                        entry("io.prometheus:prometheus-metrics-model", "optional"),
                        entry("io.prometheus:prometheus-metrics-config", "optional"),
                        entry("io.prometheus:prometheus-metrics-tracer-initializer", "optional"),
                        entry("io.prometheus:prometheus-metrics-tracer-common", "optional"),
                        entry("io.prometheus:prometheus-metrics-tracer-otel", "optional"),
                        entry("io.prometheus:prometheus-metrics-tracer-otel-agent", "optional"),
                        entry("io.prometheus:prometheus-metrics-exposition-textformats", "optional"),
                        // In neither jar: whoever uses dev.remit.testing has these.
                        entry("org.assertj:assertj-core", "optional"),
                        entry("net.bytebuddy:byte-buddy", "optional"),
                        entry("org.junit.jupiter:junit-jupiter-api", "optional"),
                        entry("org.junit.platform:junit-platform-commons", "optional"),
                        entry("org.opentest4j:opentest4j", "optional"),
                        entry("org.apiguardian:apiguardian-api", "optional")));
    }

    private record Ended(int code, String said, String complained) {}

    private static Ended run(String arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-jar", RUN.toString()));
        all.addAll(List.of(arguments.split(" ")));
        return java(all);
    }

    private static Ended java(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        Path said = Files.createTempFile("remit", ".out");
        Path complained = Files.createTempFile("remit", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(said.toFile())
                    .redirectError(complained.toFile())
                    .start();
            process.getOutputStream().close();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ends").isTrue();
            return new Ended(process.exitValue(), Files.readString(said), Files.readString(complained));
        } finally {
            Files.delete(said);
            Files.delete(complained);
        }
    }

    private static List<String> entries(Path archive) throws IOException {
        try (JarFile jar = new JarFile(archive.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .toList();
        }
    }

    private static String text(Path archive, String name) throws IOException {
        try (JarFile jar = new JarFile(archive.toFile())) {
            return new String(jar.getInputStream(jar.getJarEntry(name)).readAllBytes(), UTF_8);
        }
    }

    private static Path file(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), property));
    }
}
