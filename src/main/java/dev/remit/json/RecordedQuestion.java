package dev.remit.json;

import dev.remit.decide.Decision;
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

    static void write(JsonText json, Decision decision) throws IOException {
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
        known(json, "attributes", known, Variable.Kind.ATTRIBUTE);
        known(json, "permissions", known, Variable.Kind.PERMISSION);
        known(json, "permissionsEver", known, Variable.Kind.EVER);
        json.text("at", decision.at().toString());
        facts(json, decision);
        if (question.isClosed()) {
            json.truth("closed", true);
        }
        wishes(json, question.optOuts());
        List<String> unknown = decision.statedFacts().unknown();
        if (!unknown.isEmpty()) {
            json.texts("unknown", unknown);
        }
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

    private static void facts(JsonText json, Decision decision) throws IOException {
        StatedFacts facts = decision.statedFacts();
        if (facts.byDirectory().isEmpty() && facts.byCaller().isEmpty()) {
            return;
        }
        String directory = decision.policy().isOfBundle() ? "register" : "directory";
        json.object("facts", members -> {
            truths(members, directory, facts.byDirectory());
            truths(members, "caller", facts.byCaller());
        });
    }

    private static void truths(JsonText json, String key, Map<String, Boolean> truths) throws IOException {
        if (truths.isEmpty()) {
            return;
        }
        json.object(key, members -> {
            for (Map.Entry<String, Boolean> each : truths.entrySet()) {
                members.truth(each.getKey(), each.getValue());
            }
        });
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
