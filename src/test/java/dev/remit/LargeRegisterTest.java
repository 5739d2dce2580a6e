package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Question;
import dev.remit.model.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenSAFELY policy with a register of 30,000 projects, with ids as the platform has them. */
class LargeRegisterTest {
    private static final int PROJECTS = 30_000;
    private static final Path POLICY = Path.of("policy/opensafely");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static PolicyBundle bundle = Remit.load(Path.of("policy/minimal"));

    @BeforeAll
    static void loads() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(POLICY)) {
            for (Path file : files.filter(LargeRegisterTest::isOfThePolicy).toList()) {
                texts.put(POLICY.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        // The people of the example are on its projects, which are not in this register.
        texts.remove("people.yaml");
        texts.put("projects.yaml", register());
        texts.computeIfPresent("policy.yaml", (name, text) -> withFiles(text, texts.keySet()));
        bundle = Remit.load(texts);
    }

    /** The policy with the list of just these files. */
    private static String withFiles(String policy, Set<String> files) {
        String listed = files.stream()
                .filter(file -> !file.equals("policy.yaml") && !file.equals("sign-off.yaml"))
                .collect(Collectors.joining(", ", "  files: [", "]\n"));
        return policy.replaceFirst("(?m)^  files:\n(?:    - .*\n)+", listed);
    }

    private static boolean isOfThePolicy(Path file) {
        return file.toString().endsWith(".yaml") && !file.startsWith(POLICY.resolve("tests"));
    }

    @Test
    void knowsEveryProject() {
        assertThat(bundle.warnings()).isEmpty();
        assertThat(bundle.registers().projects().keySet())
                .isEqualTo(IntStream.range(0, PROJECTS)
                        .mapToObj(i -> new Id.Project(id(i)))
                        .collect(Collectors.toSet()));
    }

    @Test
    void includesPatientsForJustTheProjectsThatHoldThePermission() {
        int permitted = 0;
        for (int i = 0; i < PROJECTS; i += 7) {
            Decision decision = bundle.decisionPoint()
                    .decide(Question.may("researcher")
                            .perform("run-pipeline")
                            .onLevel("1")
                            .forProject(id(i))
                            .given("named-on-project")
                            .closed()
                            .including("national")
                            .at(NOW));

            assertThat(decision.answer()).as(id(i)).isEqualTo(holds(i) ? Answer.PERMITTED : Answer.DENIED);
            permitted += decision.permitted() ? 1 : 0;
        }
        assertThat(permitted).isPositive();
    }

    @Test
    void saysWhichProjectMayHaveBeenMeant() {
        Question unknown =
                Question.may("researcher").perform("view").onLevel("4").forProject("POS-2026-O001");

        assertThatThrownBy(() -> bundle.decisionPoint().decide(unknown))
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessageContaining("POS-2026-");
    }

    /** A number, a reference with its year, or a name of some words. */
    private static String id(int i) {
        return switch (i % 3) {
            case 0 -> Integer.toString(1 + i / 3);
            case 1 -> "POS-" + (2020 + i % 8) + "-" + String.format(Locale.ROOT, "%04d", i / 3);
            default -> "opensafely-study-of-ward-" + i;
        };
    }

    private static boolean isActive(int i) {
        return i % 5 != 0;
    }

    private static boolean hasPermission(int i) {
        return i % 4 == 0;
    }

    private static boolean holds(int i) {
        return isActive(i) && hasPermission(i);
    }

    private static String register() {
        StringBuilder register = new StringBuilder("remit: 1\nprojects:\n");
        for (int i = 0; i < PROJECTS; i++) {
            register.append("  ")
                    .append(id(i))
                    .append(":\n    title: Study number ")
                    .append(i)
                    .append('\n');
            register.append("    kind: ")
                    .append(i % 2 == 0 ? "research" : "short-data-report")
                    .append('\n');
            register.append("    status: active\n    from: 2024-01-15\n    until: ");
            register.append(isActive(i) ? "2027-12-31" : "2025-12-31").append('\n');
            if (hasPermission(i)) {
                register.append(
                                "    permissions:\n      national: {granted-by: Information governance lead, granted-on: 2024-02-01,"
                                        + " reference: IG-")
                        .append(i)
                        .append("}\n");
            }
        }
        return register.toString();
    }
}
