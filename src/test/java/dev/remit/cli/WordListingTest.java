package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListingTest {
    private static final String TUTORIAL = "policy/tutorial";
    private static final String VALUES = "src/test/resources/dev/remit/values";

    @Test
    void listsEveryKindWithTitles() {
        String out = InProcess.run(List.of("words", TUTORIAL), "").out();

        assertThat(out)
                .contains(
                        "role\n  analyst  Analyst\n",
                        "  kind    Kind of project (study, upkeep, none)\n",
                        "person\n  ada  Ada\n");
    }

    @Test
    void listsTheElementsOfASetUnderItsOwnName() {
        String out =
                InProcess.run(List.of("words", VALUES, "--of", "attribute"), "").out();

        assertThat(out).contains("datasets").contains("(a set of: ecds").doesNotContain("[ecds]");
        assertThat(InProcess.run(List.of("words", VALUES, "--of", "attribute", "--format", "json"), "")
                        .out())
                .contains("\"setOf\":[\"ecds\"");
    }

    @Test
    void givesProgramsAListOfEachKind() {
        assertThat(InProcess.run(List.of("words", TUTORIAL, "--of", "level", "--format", "json"), "")
                        .out())
                .isEqualTo("{\"policy\":\"survey-archive\",\"version\":\"1\",\"levels\":["
                        + "{\"id\":\"records\",\"title\":\"The answers, person by person\",\"patientData\":true},"
                        + "{\"id\":\"tables\",\"title\":\"Tables made of the answers\",\"patientData\":true},"
                        + "{\"id\":\"published\",\"title\":\"Published tables\",\"patientData\":false}]}\n");
        assertThat(InProcess.run(List.of("words", TUTORIAL, "--of", "fact", "--format", "json"), "")
                        .out())
                .contains("\"registered\":true,\"mustBeSaid\":false}");
    }

    @Test
    void listsIdsAloneForShells() {
        assertThat(InProcess.run(List.of("words", TUTORIAL, "--of", "role", "--ids"), "")
                        .out())
                .isEqualTo("analyst\nsteward\nguest\n");
    }

    @Test
    void refusesAKindThatThereIsNot() {
        InProcess.Result result = InProcess.run(List.of("words", TUTORIAL, "--of", "rolle"), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("found `rolle`", "did you mean `role`?");
    }
}
