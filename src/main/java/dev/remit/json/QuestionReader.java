package dev.remit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.remit.decide.Given;
import dev.remit.decide.Question;
import dev.remit.decide.Question.Choice;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.decide.Question.Subject;
import dev.remit.diagnostic.Nearest;
import dev.remit.diagnostic.Words;
import dev.remit.model.OptOutRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one question from one JSON text. */
final class QuestionReader {
    /** The word for any choice; it cannot be an id. */
    static final String ANY = "any";

    private static final List<String> NEEDED = List.of("activity");
    private static final List<String> SUBJECTS = List.of("role", "roles", "person");
    private static final List<String> KEYS = List.of(
            "id",
            "role",
            "roles",
            "person",
            "activity",
            "level",
            "category",
            "route",
            "project",
            "facts",
            "closed",
            "optOuts",
            "at");

    private final StrictJsonReader json;
    private final Topics topics;
    /** The keys that were present, and those that unknown keys were probably meant to be. */
    private final List<String> accountedFor = new ArrayList<>(KEYS.size());

    private Optional<String> id = Optional.empty();
    private Optional<Subject> subject = Optional.empty();
    private Optional<String> activity = Optional.empty();
    private Optional<String> level = Optional.empty();
    private Choice category = new Choice(Optional.empty(), false);
    private Choice route = new Choice(Optional.empty(), false);
    private ProjectReference project = new ProjectReference.Unsaid();
    private final Map<String, Given> facts = new LinkedHashMap<>();
    private boolean closed;
    private final Map<String, OptOutRequest> optOuts = new LinkedHashMap<>();
    private Optional<Instant> at = Optional.empty();

    QuestionReader(StrictJsonReader json, Topics topics) {
        this.json = json;
        this.topics = topics;
    }

    ReadQuestion read() throws IOException {
        try {
            json.next();
            boolean isObject = json.isObject();
            Set<String> twice = json.members("the question", this::member);
            if (twice.contains("id")) {
                id = Optional.empty();
            }
            if (isObject) {
                complete();
            }
        } catch (JsonProcessingException broken) {
            return ReadQuestion.failed(id, List.of(json.syntaxError(broken)));
        }
        json.end();
        return subject.isPresent() && json.errors().isEmpty()
                ? new ReadQuestion(id, Optional.of(question(subject.get())), List.of())
                : ReadQuestion.failed(id, json.errors());
    }

    private Question question(Subject who) {
        return new Question(who, activity, level, category, route, project, facts, closed, optOuts, at);
    }

    private void member(String key) throws IOException {
        accountedFor.add(key);
        switch (key) {
            case "id" -> id = json.text("`id`");
            case "role" -> subject = json.text("`role`").map(Subject.InRole::new);
            case "roles" -> subject = roles();
            case "person" -> subject = json.text("`person`").map(Subject.Registered::new);
            case "activity" -> activity = json.text("`activity`");
            case "level" -> level = json.textOrWhole("`level`", "a string or a whole number");
            case "category" -> category = choice("`category`");
            case "route" -> route = choice("`route`");
            case "project" -> project = new ProjectReader(json, topics).read();
            case "facts" ->
                json.members("`facts`", fact -> topics.fact(json, fact).ifPresent(given -> facts.put(fact, given)));
            case "closed" -> closed = json.truth("", "closed").orElse(false);
            case "optOuts" -> json.members("`optOuts`", this::wish);
            case "at" -> at = json.text("`at`").flatMap(this::instant);
            default -> unknown(key);
        }
    }

    private Optional<Subject> roles() throws IOException {
        if (!json.isList()) {
            return json.wrongType("`roles`", "a list of strings");
        }
        Set<String> roles = new LinkedHashSet<>();
        int items = 0;
        for (; json.next(); items++) {
            Optional<String> role = json.text("each of `roles`");
            if (role.isPresent() && !roles.add(role.get())) {
                json.note(
                        ErrorCode.DUPLICATE_ITEM,
                        "role " + Words.quoted(role.get()) + " stands twice in `roles`",
                        Optional.empty());
            }
            json.skip();
        }
        if (items == 0) {
            json.note(ErrorCode.EMPTY_LIST, "expected `roles` to name a role, found an empty list", Optional.empty());
        }
        return Optional.of(new Subject.InAnyOf(List.copyOf(roles)));
    }

    private Choice choice(String what) throws IOException {
        Optional<String> word = json.text(what);
        boolean saidAny = word.filter(ANY::equals).isPresent();
        return new Choice(saidAny ? Optional.empty() : word, saidAny);
    }

    private void wish(String register) throws IOException {
        Optional<String> word = json.text("`optOuts." + register + "`");
        if (word.isEmpty()) {
            return;
        }
        for (OptOutRequest wish : List.of(OptOutRequest.INCLUDE, OptOutRequest.EXCLUDE)) {
            if (wish.word().equals(word.get())) {
                optOuts.put(register, wish);
                return;
            }
        }
        json.note(
                ErrorCode.WRONG_VALUE,
                "expected `optOuts." + register + "` to be `include` or `exclude`, found " + Words.quoted(word.get()),
                Words.didYouMean(word.get(), List.of(OptOutRequest.INCLUDE.word(), OptOutRequest.EXCLUDE.word()))
                        .or(() -> Optional.of("leave the register out to say nothing about it")));
    }

    private Optional<Instant> instant(String text) {
        Optional<Instant> instant = JsonQuestions.instant(text);
        if (instant.isEmpty()) {
            json.note(
                    ErrorCode.WRONG_VALUE,
                    "expected `at` to be an instant such as `2026-11-22T10:00:00Z`, found " + Words.quoted(text),
                    Optional.empty());
        }
        return instant;
    }

    private void unknown(String key) {
        Optional<String> advice = Optional.empty();
        if (topics.hasFact(key)) {
            advice = Optional.of("facts stand in `facts`");
        } else if (topics.hasAttribute(key)) {
            advice = Optional.of("what is known of the project stands in `project`");
        }
        Nearest.to(key, KEYS).ifPresent(accountedFor::add);
        json.unknownKey(key, KEYS, advice);
    }

    private void complete() {
        List<String> who = new ArrayList<>(SUBJECTS);
        who.retainAll(accountedFor);
        if (who.isEmpty()) {
            json.note(
                    ErrorCode.INCOMPLETE_QUESTION,
                    "the question does not say who asks",
                    Optional.of("write `role`, `roles` or `person`"));
        } else if (who.size() > 1) {
            json.note(
                    ErrorCode.CONFLICTING_KEYS,
                    "expected one of " + Words.or(SUBJECTS) + ", found " + Words.and(who),
                    Optional.of("ask about one of them"));
        }
        for (String key : NEEDED) {
            if (!accountedFor.contains(key)) {
                json.note(
                        ErrorCode.INCOMPLETE_QUESTION,
                        "the question names no " + key,
                        Optional.of("write `" + key
                                + "`: every question needs an activity, and a level where the policy has several"));
            }
        }
    }
}
