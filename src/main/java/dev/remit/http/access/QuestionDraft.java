package dev.remit.http.access;

import dev.remit.decide.Question;
import dev.remit.json.ErrorCode;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonQuestions;
import dev.remit.json.JsonValue;
import dev.remit.json.QuestionError;
import dev.remit.json.ReadQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question under construction from the parts of an AuthZEN request. */
final class QuestionDraft {
    private final Map<String, JsonValue> parts = new LinkedHashMap<>();
    private final Map<String, JsonValue> facts = new LinkedHashMap<>();
    private final Map<String, JsonValue> project = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();

    /** Says one part of the question; saying it twice and differently is refused. */
    void say(String part, JsonValue value) throws RefusedException {
        put(parts, part, value);
    }

    /** Says something of a fact; saying it twice and differently is refused. */
    void fact(String fact, JsonValue value) throws RefusedException {
        put(facts, fact, value);
    }

    /** Says something of the project's attributes. */
    void attribute(String attribute, JsonValue value) throws RefusedException {
        put(project, attribute, value);
    }

    /** Describes the project in place of naming it. */
    void describe(JsonValue.Members attributes) {
        parts.put("project", attributes);
    }

    /** Notes a property that the policy does not know. */
    void ignore(String path) {
        ignored.add(path);
    }

    List<String> ignored() {
        return ignored;
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    private static void put(Map<String, JsonValue> into, String key, JsonValue value) throws RefusedException {
        JsonValue before = into.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            throw RefusedException.badContext("`" + key + "` is said twice, and differently");
        }
    }

    /** The question, as `remit decide` would read it. */
    Question question(JsonQuestions questions) throws RefusedException {
        JsonMembers json = JsonMembers.of();
        parts.forEach(json::value);
        if (!facts.isEmpty()) {
            json.value("facts", new JsonValue.Members(facts));
        }
        if (!project.isEmpty() && !parts.containsKey("project")) {
            json.value("project", new JsonValue.Members(project));
        }
        ReadQuestion read = questions.read(json.build().json());
        Optional<Question> question = read.question();
        if (question.isPresent()) {
            return question.get();
        }
        QuestionError error = read.errors().get(0);
        boolean isIncomplete = error.code() == ErrorCode.INCOMPLETE_QUESTION;
        throw new RefusedException(
                isIncomplete ? error.code().id() : RefusedException.BAD_CONTEXT, error.message(), error.help());
    }
}
