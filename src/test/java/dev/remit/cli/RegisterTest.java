package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
    private static Result run(String words, String... more) {
        List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
        all.addAll(List.of(more));
        return InProcess.run(all, "");
    }

    private static JsonNode json(Result result) throws JsonProcessingException {
        assertThat(result.code()).as(result.err()).isZero();
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void listsPermissionsOneIdALine() {
        Result held = run("register permissions policy/opensafely --register type-1 --at 2026-06-30");
        Result lapsed = run("register permissions policy/opensafely --register type-1 --at 2026-07-01");

        assertThat(held.out().lines().map(line -> line.replaceFirst(" .*", "")))
                .containsExactly("#", "12", "48", "appointments-dataset", "opensafely-internal");
        assertThat(held.out()).contains("\n48  # How care homes were coded in the first year of the pandemic; ");
        assertThat(lapsed.out()).doesNotContain("\n48 ");
    }

    @Test
    void listsWhatEndsWithinSomeDaysAndNothingElse() throws JsonProcessingException {
        JsonNode within = json(run("register ending policy/opensafely --within 26 --at 2026-11-22 --format json"));
        JsonNode short1 = json(run("register ending policy/opensafely --within 25 --at 2026-11-22 --format json"));

        assertThat(within.findValuesAsText("last")).containsOnly("2026-12-18").hasSize(2);
        assertThat(within.findValuesAsText("what")).containsExactly("status", "fact");
        assertThat(short1.get("ending")).isEmpty();
    }

    @Test
    void saysWhoGainsAndLosesWhenDaysPass() throws JsonProcessingException {
        JsonNode days = json(run(
                        "register changes policy/opensafely --since 2026-10-01 --until 2026-10-01 --format json"))
                .get("days");

        assertThat(days).hasSize(1);
        assertThat(days.get(0).get("people").findValuesAsText("person")).containsExactly("gwen");
        JsonNode shift = days.get(0).get("people").get(0).get("shifts").get(0);
        assertThat(shift.get("projects").get(0).asText()).isEqualTo("156");
        assertThat(shift.get("gained").findValuesAsText("activity"))
                .containsExactly("view", "share-with-collaborators");
        assertThat(shift.get("lost")).isEmpty();
    }

    @Test
    void saysThatNothingChangesBetweenABundleAndItself() {
        assertThat(run("register changes policy/opensafely --against policy/opensafely --until 2026-11-22")
                        .out())
                .isEqualTo("before on 2026-11-22, now on 2026-11-22: nobody gained or lost anything\n");
    }

    @Test
    void takesAProjectByAnyOfItsNames() {
        Result byId =
                run("register reach policy/opensafely --project POS-2026-2014 --from 2026-08-01 --until 2026-09-30");
        Result byName =
                run("register reach policy/opensafely --project asthma-clinics --from 2026-08-01 --until 2026-09-30");

        assertThat(byName.out())
                .isEqualTo(byId.out())
                .contains("gwen (Gwen Gallo)\n  as collaborator, until 2026-08-31\n");
    }

    @Test
    void listsPeopleWithWhatTheyHaveToShow() throws JsonProcessingException {
        JsonNode people = json(run("who policy/opensafely --people --activity view --level 4 --project 156"
                        + " --at 2026-11-22 --format json"))
                .get("people");

        assertThat(people.findValuesAsText("person"))
                .containsExactly("alice", "dmitri", "ewa", "farid", "hamid", "ines", "kirsty");
        assertThat(people.get(0).toString()).contains("\"always\":true");
        assertThat(people.get(2).toString()).contains("\"always\":false", "researcher-release-request");
    }

    @Test
    void takesFactsOfCallersIntoAccount() {
        String question = "who policy/opensafely --people --activity release-files --project 156 --at 2026-11-22";

        assertThat(run(question).out()).contains("not author-of-release-request");
        assertThat(run(question, "--fact", "author-of-release-request").out()).startsWith("0 of 13 people");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who policy/opensafely --person alcie | person `alcie` is not in the register | did you mean `alice`?
            who policy/opensafely --people --person alice | `--person` and `--people` exclude each other | who --help
            who policy/opensafely --people --fact named-on-project | expected facts that only a caller knows, found `named-on-project` | leave it out
            who policy/opensafely --people --format yaml | expected `--format` to be `text`, `markdown`, `csv` or `json`, found `yaml` | who --help
            register permissions policy/opensafely --register type1 | opt-out register `type1` is not declared | did you mean `type-1`?
            register ending policy/opensafely | the question names no number of days | give `--within`
            register ending policy/opensafely --within -3 | expected `--within` to be a number of days, found `-3` | write it like `30`
            register reach policy/opensafely --project 156 --from 2026-01-01 | the question names no until | give `--until`
            register reach policy/opensafely --project 157 --from 2026-01-01 --until 2026-01-02 | project `157` is not in the register | did you mean `156`?
            register reach policy/opensafely --project 156 --from 2026-01-02 --until 2026-01-01 | expected the day of `--until` not to come before that of `--from` | register reach --help
            register changes policy/opensafely | the question names no day to look back to | give `--since`
            """)
    void saysWhatIsWrong(String words, String message, String help) {
        Result result = run(words);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("error: " + message).contains(help);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void writesTablesWithTheSameRows() {
        for (String verb : List.of(
                "who policy/opensafely --people --activity view --at 2026-11-22",
                "who policy/opensafely --person alice --at 2026-11-22",
                "who policy/opensafely --of level --role researcher",
                "register permissions policy/opensafely --at 2026-11-22",
                "register ending policy/opensafely --within 60 --at 2026-11-22",
                "register reach policy/opensafely --project 156 --from 2026-09-01 --until 2026-10-31",
                "register changes policy/opensafely --since 2026-10-01 --until 2026-10-10")) {
            Result csv = run(verb, "--format", "csv");
            Result markdown = run(verb, "--format", "markdown");

            assertThat(csv.code() + markdown.code()).as(verb).isZero();
            long rows = csv.out().lines().count();
            assertThat(rows).as(verb).isGreaterThan(2);
            assertThat(markdown.out().lines().filter(line -> line.startsWith("| ")))
                    .as(verb)
                    .hasSize((int) rows);
        }
    }
}
