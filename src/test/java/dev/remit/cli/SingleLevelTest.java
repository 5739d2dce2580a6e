package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.decide.QuestionBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy without levels, patients and projects: questions need say none of them, and no text mentions them. */
class SingleLevelTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: tickets, version: "1", title: Tickets, files: [tests/all.yaml]}
            vocabulary:
              roles: {agent: Agent, customer: Customer}
              activities: {open: Open a ticket, close: Close a ticket}
              levels: {ticket: {title: A ticket, patient-data: false}}
              facts: {own: {title: It is their own, known-from: caller, changed-by: nobody}}
            rules:
              - {id: agents-close, title: Agents close tickets, permit: agent, to: any, because: It is their work}
              - {id: customers-open, title: Customers open their own, permit: customer, to: open, when: own, because: So}
            """;
    private static final String SUITE = """
            remit: 1
            suite: Tickets
            cases:
              - {name: An agent closes, ask: {role: agent, activity: close}, expect: permitted}
              - {name: A customer does not, ask: {role: customer, activity: close, closed: true}, expect: denied}
            tables:
              - name: Opening
                over: {role: any}
                ask: {activity: open, facts: own}
                expect: {for: rest, answer: permitted}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of("old", "new")) {
            Files.createDirectories(folder.resolve(name + "/tests"));
            Files.writeString(
                    folder.resolve(name + "/policy.yaml"),
                    name.equals("old") ? POLICY : POLICY.replace("permit: customer, to: open", "permit: customer"));
            Files.writeString(folder.resolve(name + "/tests/all.yaml"), SUITE);
        }
    }

    @Test
    void needsNoLevelInJava() {
        DecisionPoint decisions = Remit.load(folder.resolve("old")).decisionPoint();
        QuestionBuffer buffer = decisions.buffer();
        buffer.set(decisions.field("role"), "agent");
        buffer.set(decisions.field("activity"), "close");

        assertThat(decisions.decide(Question.may("agent").perform("close")).permitted())
                .isTrue();
        assertThat(decisions
                        .decide(Question.may("customer").perform("close").closed())
                        .permitted())
                .isFalse();
        assertThat(buffer.permitted()).isTrue();
    }

    @Test
    void needsNoLevelInJsonAndSuites() {
        String bundle = folder.resolve("old").toString();

        assertThat(InProcess.run(List.of("decide", bundle), "{\"role\":\"agent\",\"activity\":\"close\"}\n")
                        .out())
                .contains("\"answer\":\"PERMITTED\"");
        InProcess.Result tested = InProcess.run(List.of("test", bundle), "");
        assertThat(tested.code()).as(tested.out() + tested.err()).isZero();
    }

    @Test
    void needsALevelWhereThereAreSeveral() throws IOException {
        String several = POLICY.replace("levels: {", "levels: {note: {title: A note, patient-data: false}, ");
        Files.writeString(folder.resolve("old/policy.yaml"), several);
        String bundle = folder.resolve("old").toString();

        assertThat(InProcess.run(List.of("decide", bundle), "{\"role\":\"agent\",\"activity\":\"close\"}\n")
                        .out())
                .contains("incomplete-question", "names no level");
        assertThat(InProcess.run(List.of("ask", bundle, "--role", "agent", "--activity", "close"), "")
                        .err())
                .contains("the question names no level");
        assertThat(InProcess.run(List.of("test", bundle), "").err())
                .contains("error[incomplete-question]: the question names no level")
                .contains("error[incomplete-question]: the questions of this table name no level");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask old --role customer --activity open",
                "ask old --role customer --activity close --closed",
                "ask old --role customer --activity close --closed --admin",
                "ask old --role agent --activity close",
                "who old --activity open",
                "matrix old",
                "matrix old --format markdown",
                "matrix old --format html",
                "page old",
                "diff old new",
                "diff old new --format markdown"
            })
    void speaksOfNoLevelPatientOrProject(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            words.add(
                    word.equals("old") || word.equals("new")
                            ? folder.resolve(word).toString()
                            : word);
        }

        InProcess.Result result = InProcess.run(words, "");

        assertThat(result.code()).as(result.err()).isNotEqualTo(2);
        String text = result.out()
                .replace(folder.toString(), "")
                .replaceAll("(?s)<script.*?</script>|<style.*?</style>", "")
                .replaceAll("data-level=\"[^\"]*\"|--level [a-z]+|id=\"[^\"]*\"|href=\"[^\"]*\"", "")
                .toLowerCase(Locale.ROOT);
        assertThat(text.lines().filter(line -> line.matches(".*\\b(levels?|patients?|opt-outs?|opted|projects?)\\b.*")))
                .isEmpty();
    }
}
