package dev.remit.json;

import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.decide.Question.Subject;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Writes a question in the form that {@link QuestionReader} reads, without the parts that the question leaves out. */
final class QuestionWriter {
    private final Topics topics;

    QuestionWriter(Vocabulary vocabulary) {
        topics = new Topics(vocabulary);
    }

    String write(Optional<String> id, Question question) {
        return JsonText.object(json -> {
            json.present("id", id);
            members(json, question);
        });
    }

    /** Writes the members of a question, without an id. */
    void members(JsonText json, Question question) throws IOException {
        subject(json, question.subject());
        json.present("activity", question.activity());
        json.present("level", question.level());
        choice(json, "category", question.category());
        choice(json, "route", question.route());
        project(json, question.project());
        if (!question.facts().isEmpty()) {
            json.object("facts", facts -> topics.writeFacts(facts, question.facts()));
        }
        if (question.isClosed()) {
            json.truth("closed", true);
        }
        if (question.optOuts().values().stream().anyMatch(wish -> wish != OptOutRequest.UNSTATED)) {
            json.object("optOuts", wishes -> wishes(wishes, question.optOuts()));
        }
        json.present("at", question.at().map(Object::toString));
    }

    private static void subject(JsonText json, Subject subject) throws IOException {
        if (subject instanceof Subject.InRole inRole) {
            json.text("role", inRole.role());
        } else if (subject instanceof Subject.InAnyOf several) {
            json.texts("roles", several.roles());
        } else if (subject instanceof Subject.Registered registered) {
            json.text("person", registered.person());
        }
    }

    private static void choice(JsonText json, String key, Question.Choice choice) throws IOException {
        json.present(key, choice.saidAny() ? choice.word().or(() -> Optional.of(QuestionReader.ANY)) : choice.word());
    }

    private void project(JsonText json, ProjectReference project) throws IOException {
        if (project instanceof ProjectReference.None) {
            json.nothing("project");
        } else if (project instanceof ProjectReference.Registered registered) {
            json.text("project", registered.id());
        } else if (project instanceof ProjectReference.Described described) {
            json.object("project", members -> attributes(members, described.attributes()));
        }
    }

    private void attributes(JsonText json, ProjectAttributes project) throws IOException {
        topics.writeAttributes(json, project.attributes());
        if (!project.permissions().isEmpty()) {
            json.object(ProjectReader.PERMISSIONS, members -> truths(members, project.permissions()));
        }
        if (!project.permissionsEver().isEmpty()) {
            json.object(ProjectReader.EVER, members -> truths(members, project.permissionsEver()));
        }
    }

    private static void truths(JsonText json, Map<String, Boolean> truths) throws IOException {
        for (Map.Entry<String, Boolean> each : truths.entrySet()) {
            json.truth(each.getKey(), each.getValue());
        }
    }

    private static void wishes(JsonText json, Map<String, OptOutRequest> wishes) throws IOException {
        for (Map.Entry<String, OptOutRequest> each : wishes.entrySet()) {
            if (each.getValue() != OptOutRequest.UNSTATED) {
                json.text(each.getKey(), each.getValue().word());
            }
        }
    }
}
