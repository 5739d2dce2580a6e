package dev.remit.json;

import dev.remit.analyze.replay.RecordedAnswer;
import dev.remit.analyze.replay.RecordedAnswer.RecordedGrant;
import dev.remit.analyze.replay.RecordedAnswer.Way;
import dev.remit.decide.Answer;
import dev.remit.decide.Given;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.Question.Choice;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.decide.Question.Subject;
import dev.remit.model.Id;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Treatment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads answers from records, without the instants that were asked about: what was known then stands in the record. Members that are
 * not known are skipped.
 */
public final class AnswerReader {
    private static final List<String> SPEAKERS = List.of("register", "directory", "caller");

    private AnswerReader() {}

    /**
     * The answer in a record; empty for records of other kinds, and for those that lack what every answer has.
     *
     * @param project the id of the project, if one was named
     */
    public static Optional<RecordedAnswer> read(JsonTree record, Optional<String> project) {
        JsonTree question = record.object("question");
        Optional<Answer> answer = record.text("answer")
                .flatMap(word -> Arrays.stream(Answer.values())
                        .filter(each -> each.name().equals(word))
                        .findFirst());
        return question.text("role")
                .flatMap(role -> answer.map(given -> new RecordedAnswer(
                        question(role, question),
                        project,
                        question.texts("unknown"),
                        given,
                        record.objects("grants").stream()
                                .map(AnswerReader::grant)
                                .toList(),
                        record.text("basis")
                                .filter("forbidden"::equals)
                                .map(forbidden -> record.texts("forbiddenBy"))
                                .orElse(List.of()))));
    }

    private static Question question(String role, JsonTree question) {
        Map<String, Given> facts = new LinkedHashMap<>();
        for (String speaker : SPEAKERS) {
            question.object("facts")
                    .object(speaker)
                    .given()
                    .forEach((fact, given) -> facts.merge(
                            fact, given, (one, other) -> one.joined(other).orElse(one)));
        }
        Map<String, OptOutRequest> wishes = new LinkedHashMap<>();
        question.object("optOuts")
                .words()
                .forEach((register, word) -> Arrays.stream(OptOutRequest.values())
                        .filter(each -> each.word().equals(word))
                        .forEach(each -> wishes.put(register, each)));
        return new Question(
                new Subject.InRole(role),
                question.text("activity"),
                question.text("level"),
                choice(question.text("category")),
                choice(question.text("route")),
                project(question),
                facts,
                question.truth("closed").orElse(false),
                wishes,
                Optional.empty());
    }

    private static Choice choice(Optional<String> word) {
        boolean saidAny = word.filter(QuestionReader.ANY::equals).isPresent();
        return new Choice(saidAny ? Optional.empty() : word, saidAny);
    }

    private static ProjectReference project(JsonTree question) {
        Map<String, Given> attributes = question.object("attributes").given();
        Map<String, Boolean> permissions = question.object("permissions").truths();
        Map<String, Boolean> ever = question.object("permissionsEver").truths();
        return attributes.isEmpty() && permissions.isEmpty() && ever.isEmpty()
                ? new ProjectReference.Unsaid()
                : new ProjectReference.Described(new ProjectAttributes(attributes, permissions, ever));
    }

    private static RecordedGrant grant(JsonTree grant) {
        Map<Id.Register, Treatment> population = new LinkedHashMap<>();
        grant.object("population")
                .words()
                .forEach((register, word) -> Treatment.of(word)
                        .filter(each -> each != Treatment.NOT_APPLICABLE)
                        .ifPresent(treatment -> population.put(new Id.Register(register), treatment)));
        Set<Id.Obligation> obligations = new HashSet<>();
        grant.texts("obligations").forEach(duty -> obligations.add(new Id.Obligation(duty)));
        return new RecordedGrant(
                grant.text("rule").orElse(""),
                new Way(grant.text("category"), grant.text("route")),
                population,
                obligations);
    }
}
