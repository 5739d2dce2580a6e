package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.cli.InProcess.Result;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoTest {
    private static Result who(String... arguments) {
        List<String> all = new ArrayList<>(List.of("who", "policy/tutorial"));
        all.addAll(List.of(arguments));
        return InProcess.run(all, "");
    }

    @Test
    void canBeAskedOfEverythingAQuestionCanSay() {
        Space space = Space.of(Remit.load(Path.of("policy/tutorial")).policy().vocabulary());

        for (Variable variable : space.variables()) {
            Result who = who("--of", variable.name());
            assertThat(who.code()).as(who.err()).isZero();
            assertThat(who.out()).as(variable.name()).contains("\n  - ");
            assertThat(who("--of", variable.name(), "--format", "json").out())
                    .startsWith("{\"asked\":\"" + variable.name() + "\",\"allowed\":[{");
        }
    }

    @Test
    void takesAProjectAttributeByItsOwnName() {
        assertThat(who("--of", "project.status").out())
                .isEqualTo(who("--of", "status").out());
    }

    @Test
    void asksOfASetWhichElementsItMustHave() {
        List<String> question = List.of(
                "who", "src/test/resources/dev/remit/values", "--activity", "read", "--level", "raw", "--of", "datasets");

        assertThat(InProcess.run(question, "").out()).startsWith("has ecds\n  - ").contains("\nhas sus\n");
        List<String> inJson = new ArrayList<>(question);
        inJson.addAll(List.of("--format", "json"));
        assertThat(InProcess.run(inJson, "").out())
                .startsWith("{\"asked\":\"project.datasets\",\"allowed\":[{\"value\":\"ecds\",");
        List<String> said = new ArrayList<>(question);
        said.addAll(List.of("--attribute", "datasets=sus"));
        assertThat(InProcess.run(said, "").err())
                .contains("expected `project.datasets` to be left open, found `project.datasets lacks ecds`");
    }

    @Test
    void wantsWhatIsAskedForToBeLeftOpen() {
        Result who = who("--of", "level", "--level", "tables");

        assertThat(who.code()).isEqualTo(2);
        assertThat(who.err()).contains("expected `level` to be left open, found `tables`");
    }

    @Test
    void tellsWhatIsWrongWithAQuestionAsAskDoes() {
        List<String> question = List.of("--role", "raeder", "--activity", "read", "--level", "x");
        List<String> whole = new ArrayList<>(List.of("who", "policy/minimal"));
        whole.addAll(question);

        InProcess.Result text = InProcess.run(whole, "");
        whole.set(0, "ask");
        InProcess.Result asked = InProcess.run(whole, "");

        assertThat(text.code()).isEqualTo(2);
        assertThat(text.err())
                .startsWith("error[unknown-role]: role `raeder` is not declared\n  = help: did you mean `reader`?\n")
                .contains("error[unknown-level]: ")
                .isEqualTo(asked.err());
        whole.addAll(List.of("--format", "json"));
        InProcess.Result askedInJson = InProcess.run(whole, "");
        whole.set(0, "who");
        InProcess.Result json = InProcess.run(whole, "");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.out()).contains("\"code\":\"unknown-role\"").isEqualTo(askedInJson.out());
    }

    @Test
    void suggestsWhatWasMeant() {
        Result who = who("--of", "statu");

        assertThat(who.code()).isEqualTo(2);
        assertThat(who.err()).contains("the policy has no `statu` to ask for", "did you mean `status`?");
    }
}
