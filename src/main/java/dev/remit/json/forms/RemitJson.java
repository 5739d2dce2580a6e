package dev.remit.json.forms;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionEvent;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Explanation;
import dev.remit.decide.Question;
import dev.remit.json.JsonForms;
import dev.remit.json.JsonQuestions;
import dev.remit.json.QuestionError;
import dev.remit.json.ReadQuestion;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes questions, decisions, explanations and events as JSON, and reads questions, in the forms of the command line. Each is one
 * object on one line without a line end; members may be added in later versions, and none changes. Immutable and safe to share
 * between threads.
 */
public final class RemitJson {
    private final JsonQuestions questions;

    private RemitJson(JsonQuestions questions) {
        this.questions = questions;
    }

    /** The forms in the words of a decision point. */
    public static RemitJson of(DecisionPoint decisions) {
        return new RemitJson(JsonQuestions.of(requireNonNull(decisions, "decisions")));
    }

    /** A question, so that reading it gives it back. Where it came from is left out. */
    public String question(Question question) {
        return questions.write(Optional.empty(), question);
    }

    /**
     * Reads a question. Whether its words are declared is checked when it is asked.
     *
     * @throws IllegalArgumentException with everything that is wrong with its form
     */
    public Question question(String json) {
        ReadQuestion read = questions.read(json);
        return read.question()
                .orElseThrow(() -> new IllegalArgumentException("json: "
                        + read.errors().stream().map(QuestionError::message).collect(Collectors.joining("; "))));
    }

    /**
     * A decision, as an answer of {@code remit decide} has it.
     *
     * @throws dev.remit.decide.DetachedDecisionException if no decision point made it
     */
    public String decision(Decision decision) {
        return JsonForms.decision(decision);
    }

    /**
     * A decision with a member {@code explanation}: why, and what would change it.
     *
     * @throws dev.remit.decide.DetachedDecisionException if no decision point made it
     */
    public String explained(Decision decision) {
        return JsonForms.explained(decision);
    }

    /** An explanation by itself. */
    public String explanation(Explanation explanation) {
        return JsonForms.explanation(explanation);
    }

    /**
     * An event in the form of a record, without the person asked about: nothing personal stands in it, and no words that the policy
     * does not declare.
     */
    public String event(DecisionEvent event) {
        return JsonForms.event(event, person -> Optional.empty());
    }

    /**
     * An event in the form of a record.
     *
     * @param pseudonym what stands for the person asked about, as {@code subject}
     */
    public String event(DecisionEvent event, UnaryOperator<String> pseudonym) {
        requireNonNull(pseudonym, "pseudonym");
        return JsonForms.event(event, person -> Optional.of(pseudonym.apply(person)));
    }
}
