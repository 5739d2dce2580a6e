package dev.remit.json;

import dev.remit.decide.Decision;
import dev.remit.decide.Given;
import dev.remit.decide.Question;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.decide.StatedFacts;
import dev.remit.model.Assignment;
import dev.remit.model.OptOutRequest;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Variable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The members of a recorded question: what was asked, with all that was known of the project on that day and of the facts, so
 * that it can be asked again without any register.
 */
final class RecordedQuestion {
    private static final List<String> BOOLEAN =
            ProjectAttribute.BOOLEAN.stream().map(Object::toString).toList();

    private RecordedQuestion() {}

    static void write(JsonText json, Decision decision, RecordFragments fragments) throws IOException {
        Question question = decision.question();
        Assignment known = decision.assignment();
        json.text("role", ((Question.Subject.InRole) question.subject()).role());
        json.present("activity", question.activity());
        json.present("level", question.level());
        choice(json, "category", question.category());
        choice(json, "route", question.route());
        if (question.project() instanceof ProjectReference.Registered registered) {
            json.text("project", registered.id());
        }
        json.members(fragments.project(known));
        json.text("at", decision.at().toString());
        facts(json, fragments.topics(known.space()), decision);
        if (question.isClosed()) {
            json.truth("closed", true);
        }
        wishes(json, question.optOuts());
        List<String> unknown = decision.statedFacts().unknown();
        if (!unknown.isEmpty()) {
            json.texts("unknown", unknown);
        }
    }

    /** Writes what was known of the project. */
    static void project(JsonText json, Topics topics, Assignment known) throws IOException {
        attributes(json, topics, known);
        known(json, "permissions", known, Variable.Kind.PERMISSION);
        known(json, "permissionsEver", known, Variable.Kind.EVER);
    }

    private static void choice(JsonText json, String key, Question.Choice choice) throws IOException {
        json.present(key, choice.saidAny() ? choice.word().or(() -> Optional.of(QuestionReader.ANY)) : choice.word());
    }

    private static void known(JsonText json, String key, Assignment known, Variable.Kind kind) throws IOException {
        List<Variable> some = known.space().variables().stream()
                .filter(each -> each.kind() == kind && !known.isOpen(each))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        json.object(key, members -> {
            for (Variable each : some) {
                if (each.values().equals(BOOLEAN)) {
                    members.truth(each.id(), known.isTrue(each));
                } else {
                    members.text(each.id(), known.word(each));
                }
            }
        });
    }

    private static void attributes(JsonText json, Topics topics, Assignment known) throws IOException {
        if (Question.of(known).project() instanceof ProjectReference.Described described
                && !described.attributes().attributes().isEmpty()) {
            json.object(
                    "attributes",
                    members -> topics.writeAttributes(
                            members, described.attributes().attributes()));
        }
    }

    private static void facts(JsonText json, Topics topics, Decision decision) throws IOException {
        StatedFacts facts = decision.statedFacts();
        if (facts.byDirectory().isEmpty() && facts.byCaller().isEmpty()) {
            return;
        }
        String directory = decision.policy().isOfBundle() ? "register" : "directory";
        json.object("facts", members -> {
            given(members, topics, directory, facts.byDirectory());
            given(members, topics, "caller", facts.byCaller());
        });
    }

    private static void given(JsonText json, Topics topics, String speaker, Map<String, Given> given)
            throws IOException {
        if (!given.isEmpty()) {
            json.object(speaker, members -> topics.writeFacts(members, given));
        }
    }

    private static void wishes(JsonText json, Map<String, OptOutRequest> wishes) throws IOException {
        Map<String, OptOutRequest> stated = new TreeMap<>(wishes);
        stated.values().removeIf(each -> each == OptOutRequest.UNSTATED);
        if (stated.isEmpty()) {
            return;
        }
        json.object("optOuts", members -> {
            for (Map.Entry<String, OptOutRequest> each : stated.entrySet()) {
                members.text(each.getKey(), each.getValue().word());
            }
        });
    }
}
