package dev.remit.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.Remit;
import dev.remit.cli.InProcess;
import dev.remit.model.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page with another version, a day of the registers, and people. */
class ExploreOptionsTest {
    @TempDir
    private static Path folder;

    private static String against = "";
    private static String againstOnDay = "";
    private static String withPeople = "";
    private static String before = "";
    private static String after = "";

    @BeforeAll
    static void make() throws Exception {
        String old = Changed.copy(folder).toString();
        against = Changed.page("--against", old);
        againstOnDay = Changed.page("--against", old, "--at", Changed.DAY);
        withPeople = Changed.page("--against", old, "--at", Changed.DAY, "--people");
        before = Changed.page("--at", "2026-06-30");
        after = Changed.page("--at", "2026-07-01");
    }

    private static String text(String page, String id) {
        return requireNonNull(Jsoup.parse(page).getElementById(id), id).text();
    }

    private static JsonNode registers(String page) throws Exception {
        Document parsed = Jsoup.parse(page);
        return new ObjectMapper()
                .readTree(requireNonNull(parsed.getElementById("data"), "data").data())
                .path("registers");
    }

    /** The ids and names of registered people that stand anywhere in a page. */
    private static List<String> named(String page) {
        List<String> found = new ArrayList<>();
        for (Person each :
                Remit.load(Path.of(Changed.SHIPPED)).registers().people().values()) {
            for (String name : List.of(each.id().value(), each.name(), "Ewa E.")) {
                if (Pattern.compile("\\b" + Pattern.quote(name)).matcher(page).find()) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    @Test
    void namesNobodyUnlessAskedTo() {
        assertThat(named(before)).isEmpty();
        assertThat(named(against)).isEmpty();
        assertThat(named(againstOnDay)).isEmpty();

        assertThat(named(withPeople)).contains("alice", "Alice Adeyemi", "Ewa Eriksen", "hamid");
    }

    @Test
    void countsPeopleWhereItDoesNotNameThem() {
        String change = text(againstOnDay, "panel-change");

        assertThat(change)
                .startsWith("What would change Access is wider.")
                .contains("A platform developer may now view, on level 4")
                .contains("may no longer deploy software")
                .contains("Project 156 (Antibiotics for sore throats in the winter months)")
                .containsPattern("changes what \\d people named on it may do")
                .contains("What the register says of 1 person changes, which widens access for 1 of them")
                .contains("1 registered person may do more, on the conditions above")
                .contains("people are not named on this page")
                .containsPattern("\\d changes? of tests or of what is written about people");
    }

    @Test
    void namesPeopleInWhatWouldChangeIfAskedTo() {
        String change = text(withPeople, "panel-change");

        assertThat(change)
                .contains("Person ewa (Ewa Eriksen)", "hamid (Hamid Holt) as a platform developer")
                .doesNotContain("not named on this page");
    }

    @Test
    void hasNoTabForChangesWithoutAnotherVersion() {
        assertThat(Jsoup.parse(before).getElementById("panel-change")).isNull();
    }

    @Test
    void holdsTheProjectsAsTheyAreOnTheDay() throws Exception {
        assertThat(registers(against).isMissingNode()).isTrue();

        JsonNode last = registers(before);
        JsonNode next = registers(after);

        assertThat(last.get("day").asText()).isEqualTo("2026-06-30");
        assertThat(last.get("projects")).hasSize(15);
        assertThat(last.has("people")).isFalse();
        assertThat(registers(withPeople).get("people")).hasSize(13);
        // The permission of this project ended in the night between the two days.
        assertThat(project(last, "48")).isNotEqualTo(project(next, "48"));
        assertThat(project(last, "156")).isEqualTo(project(next, "156"));
    }

    private static JsonNode project(JsonNode registers, String id) {
        for (JsonNode each : registers.get("projects")) {
            if (each.get("id").asText().equals(id)) {
                return each.get("values");
            }
        }
        throw new AssertionError("no project " + id);
    }

    @Test
    void needsADayForPeople() {
        InProcess.Result result = InProcess.run(List.of("explore", Changed.SHIPPED, "--people"), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("`--people` needs a day");
        assertThat(result.out()).isEmpty();
    }
}
