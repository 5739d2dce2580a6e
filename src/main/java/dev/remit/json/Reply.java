package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.RoleDecisions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The reply to a question: an answer, one answer for each of several roles, or the errors. */
public sealed interface Reply {

    /** The id of the question, if it has one. */
    Optional<String> id();

    /** The answer to a question about somebody acting in one role. */
    record Answered(Optional<String> id, Decision decision) implements Reply {
        public Answered {
            requireNonNull(id, "id");
            requireNonNull(decision, "decision");
        }
    }

    /** The answers to a question about a person or about several roles. */
    record AnsweredEach(Optional<String> id, RoleDecisions decisions) implements Reply {
        public AnsweredEach {
            requireNonNull(id, "id");
            requireNonNull(decisions, "decisions");
        }
    }

    /**
     * The refusal of a text that is not a valid question: at least one error, in the order found, and the line of the
     * question if there are many.
     */
    record Refused(Optional<String> id, List<QuestionError> errors, OptionalLong line) implements Reply {
        public Refused {
            requireNonNull(id, "id");
            requireNonNull(line, "line");
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("errors: a question without faults has an answer");
            }
        }

        /** A refusal without a line. */
        public Refused(Optional<String> id, List<QuestionError> errors) {
            this(id, errors, OptionalLong.empty());
        }

        /** A refusal for the faults that a decision point found. */
        public static Refused of(Optional<String> id, InvalidQuestionException invalid) {
            return new Refused(
                    id,
                    invalid.faults().stream()
                            .limit(StrictJsonReader.MOST_ERRORS)
                            .map(QuestionError::of)
                            .toList());
        }

        /** The same, with the line of the question, counted from 1. */
        public Refused onLine(long number) {
            return new Refused(id, errors, OptionalLong.of(number));
        }
    }

    /** Whether this is a permit in at least one role. */
    default boolean permitted() {
        if (this instanceof Answered answered) {
            return answered.decision().permitted();
        }
        return this instanceof AnsweredEach each && each.decisions().permitted();
    }
}
