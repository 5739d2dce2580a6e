package consumer;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Question;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.InvalidPolicyException;
import dev.remit.json.JsonQuestions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads YAML and JSON, right and wrong, with the libraries on the class path. */
public final class Libraries {

    private Libraries() {}

    /**
     * Fails if one of the libraries is another one, or reads otherwise than the one Remit was built with.
     *
     * @param jars the names of the libraries' jars
     */
    public static void main(String[] jars) {
        List<String> path = Arrays.asList(System.getProperty("java.class.path").split("[:;/\\\\]"));
        expect(path.containsAll(Arrays.asList(jars)), "these jars", path);
        Consumer.main(new String[] {"class path, with " + String.join(" and ", jars)});

        // Another policy than the one that travels compiled: its YAML is read.
        PolicyBundle policy = Remit.load(Map.of("policy.yaml", """
                remit: 1
                policy: {id: tea, version: "1", title: Who pours}
                vocabulary:
                  roles: {host: Host}
                  activities: {pour: Pour}
                  levels: {tea: Tea}
                  facts: {guests-thirsty: {title: Guests are thirsty, known-from: caller, changed-by: requester}}
                rules:
                  - {id: hosts-pour, permit: host, to: pour, levels: tea, when: guests-thirsty}
                """));
        refusesYaml("remit: 1\npolicy: {id: [\n", 3);
        refusesYaml("remit: 1\nremit: 1\n", 2);
        refusesYaml("remit: \"\\uD8\n", 1);

        JsonQuestions questions = JsonQuestions.of(policy.policy().vocabulary());
        String line = "{\"id\":\"q\",\"role\":\"host\",\"activity\":\"pour\",\"level\":\"tea\",\"facts\":{\"guests-thirsty\":true}}";
        Question question = questions.read(line).question().orElseThrow();
        expect(policy.decisionPoint().decide(question).permitted(), "PERMITTED", question);
        expect(questions.write(Optional.of("q"), question).equals(line), line, question);
        expect(!questions.read(line + "}").errors().isEmpty(), "an error", line + "}");
        expect(!questions.read("[".repeat(99)).errors().isEmpty(), "an error", "99 lists");
    }

    private static void refusesYaml(String text, int line) {
        try {
            Remit.load(Map.of("policy.yaml", text));
        } catch (InvalidPolicyException refused) {
            List<Diagnostic> found = refused.diagnostics();
            expect(found.stream().anyMatch(each -> each.span().line() == line), "a fault in line " + line, found);
            return;
        }
        throw new IllegalStateException("expected to be refused: " + text);
    }

    private static void expect(boolean holds, String what, Object found) {
        if (!holds) {
            throw new IllegalStateException("expected " + what + ", found " + found);
        }
    }
}
