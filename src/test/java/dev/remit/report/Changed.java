package dev.remit.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shipped policy as it might have been before, for pages that say what would change; and such pages. */
final class Changed {
    static final String SHIPPED = "policy/opensafely";
    static final String DAY = "2026-11-22";

    private Changed() {}

    /** Copies the shipped policy, with other rules, another person, another project and another test. */
    static Path copy(Path folder) throws IOException {
        Path shipped = Path.of(SHIPPED);
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file));
                Files.createDirectories(requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
        edit(
                folder.resolve("rules/backend-systems.yaml"),
                "to: view\n        levels: [1, 2, 3, 4]",
                "to: view\n        levels: [1, 2, 3]");
        edit(
                folder.resolve("rules/backend-systems.yaml"),
                "[appropriate-permissions, updating-software, tested-with-simulated-data]",
                "[appropriate-permissions, updating-software]");
        edit(
                folder.resolve("people.yaml"),
                "name: Ewa Eriksen\n    roles: output-checker",
                "name: Ewa E.\n    roles: researcher");
        edit(folder.resolve("projects.yaml"), "reference: IG-2025-031}", "reference: IG-2025-031, until: 2026-01-31}");
        edit(
                folder.resolve("tests/registers.yaml"),
                "{person: alice, activity: run-pipeline",
                "{person: alice, activity: view-logs");
        return folder;
    }

    private static void edit(Path file, String what, String into) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replaceFirst(Pattern.quote(what), into));
    }

    /** The page of the shipped policy with some options. */
    static String page(String... options) {
        List<String> arguments = new ArrayList<>(List.of("explore", SHIPPED));
        arguments.addAll(List.of(options));
        InProcess.Result result = InProcess.run(arguments, "");
        assertThat(result.code()).as(result.err()).isZero();
        return result.out();
    }
}
