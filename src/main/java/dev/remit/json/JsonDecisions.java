package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Question;
import java.util.Optional;

/**
 * A decision point for questions in JSON: every text gets a reply, either an answer or the errors. Immutable and safe
 * to share between threads.
 */
public final class JsonDecisions {
    private final DecisionPoint decisions;
    private final JsonQuestions questions;

    private JsonDecisions(DecisionPoint decisions) {
        this.decisions = requireNonNull(decisions, "decisions");
        this.questions = JsonQuestions.of(decisions);
    }

    /** Asks a decision point. */
    public static JsonDecisions of(DecisionPoint decisions) {
        return new JsonDecisions(decisions);
    }

    /** The reply to one line of JSON in UTF-8, without its line end. */
    public Reply decide(byte[] line) {
        ReadQuestion read = questions.read(line);
        return read.question()
                .map(question -> decide(read.id(), question))
                .orElseGet(() -> new Reply.Refused(read.id(), read.errors()));
    }

    /** The reply to a question. */
    public Reply decide(Optional<String> id, Question question) {
        try {
            return question.subject() instanceof Question.Subject.InRole
                    ? new Reply.Answered(id, decisions.decide(question))
                    : new Reply.AnsweredEach(id, decisions.decideEach(question));
        } catch (InvalidQuestionException invalid) {
            return Reply.Refused.of(id, invalid);
        }
    }
}
