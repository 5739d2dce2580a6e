package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Question;
import dev.remit.decide.RequestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A decision point for questions in JSON: every text gets a reply, either an answer or the errors. Immutable and safe
 * to share between threads.
 */
public final class JsonDecisions {
    private final DecisionPoint decisions;
    private final JsonQuestions questions;
    private final RequestContext context;
    private final BooleanSupplier takesPeople;

    private JsonDecisions(
            DecisionPoint decisions, JsonQuestions questions, RequestContext context, BooleanSupplier takesPeople) {
        this.decisions = requireNonNull(decisions, "decisions");
        this.questions = questions;
        this.context = context;
        this.takesPeople = takesPeople;
    }

    /** Asks a decision point. */
    public static JsonDecisions of(DecisionPoint decisions) {
        return new JsonDecisions(decisions, JsonQuestions.of(decisions), RequestContext.UNSTATED, () -> true);
    }

    /** The same, for questions that come from a caller. */
    public JsonDecisions by(String caller) {
        return new JsonDecisions(
                decisions, questions, new RequestContext(Optional.of(caller), context.request()), takesPeople);
    }

    /** The same, asking another decision point of the same policy. */
    public JsonDecisions asking(DecisionPoint other) {
        return new JsonDecisions(other, questions, context, takesPeople);
    }

    /** The same, refusing questions about people while they cannot be recorded. */
    public JsonDecisions takingPeople(BooleanSupplier areRecorded) {
        return new JsonDecisions(decisions, questions, context, requireNonNull(areRecorded, "areRecorded"));
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
        if (question.person().isPresent() && !takesPeople.getAsBoolean()) {
            return new Reply.Refused(id, List.of(QuestionError.NO_SUBJECT_KEY));
        }
        Question asked = context.equals(RequestContext.UNSTATED) ? question : question.within(context);
        try {
            return asked.subject() instanceof Question.Subject.InRole
                    ? new Reply.Answered(id, decisions.decide(asked))
                    : new Reply.AnsweredEach(id, decisions.decideEach(asked));
        } catch (InvalidQuestionException invalid) {
            return Reply.Refused.of(id, invalid);
        }
    }
}
