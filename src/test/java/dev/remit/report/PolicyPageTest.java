package dev.remit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class PolicyPageTest {
    private static final Path OPENSAFELY = Path.of("policy/opensafely");
    private static final Path KEPT = Path.of("docs/policy/opensafely.md");

    /** Whoever changes the policy makes the page anew, and sees in the difference what the change says to people. */
    @Test
    void isKeptUpToDateForTheShippedPolicy() throws IOException {
        assertThat(page(OPENSAFELY)).as("""
                        %s as it should be. To refresh it, run:
                          java -jar target/remit-cli.jar page policy/opensafely > %s
                        """, KEPT, KEPT).isEqualTo(Files.readString(KEPT));
    }

    @Test
    void tellsEverythingAPolicyCanSay() throws IOException {
        assertThat(page(Ward.FOLDER))
                .isEqualTo(Files.readString(Path.of("src/test/resources/dev/remit/report/ward.md")));
    }

    @Test
    void tellsAPolicyThatHasHardlyAnything() {
        PolicyBundle bundle = Remit.load(Map.of("policy.yaml", """
                remit: 1
                policy: {id: p, version: "1", title: P}
                vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}}
                rules: [{id: x, permit: r, to: a, levels: l}]
                """));

        assertThat(PolicyPage.of(bundle.decisionPoint(), bundle.invariants()))
                .contains("# P\n", "## What is permitted\n\n### x\n\nEverybody may **do anything**.\n")
                .contains("| A | **always** |")
                .doesNotContain(
                        "## Sources",
                        "## What is forbidden",
                        "## Which states exist",
                        "## Patients",
                        "Purpose",
                        "Way in");
    }

    @Test
    void namesEveryRuleThatPermitsAndEveryCategory() throws IOException {
        PolicyBundle bundle = Remit.load(OPENSAFELY);
        List<String> lines = page(OPENSAFELY).lines().toList();

        assertThat(lines)
                .containsAll(bundle.policy().rules().stream()
                        .map(rule -> "### " + rule.id())
                        .toList())
                .containsAll(bundle.policy().vocabulary().categories().stream()
                        .map(category -> "## " + category.title())
                        .toList());
        assertThat(lines.stream().filter(line -> line.startsWith("| ") && line.contains("](#")))
                .as("lines of the matrix with rules in them")
                .isNotEmpty();
    }

    @Test
    void isTheSameWhereverItIsMade() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = page(Ward.FOLDER);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertThat(page(Ward.FOLDER)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String page(Path folder) {
        PolicyBundle bundle = Remit.load(folder);
        return PolicyPage.of(bundle.decisionPoint(), bundle.invariants());
    }
}
