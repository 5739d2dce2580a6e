package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.RoleDecisions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What comes back for a question: an answer, one answer for each of several roles, or the reasons why there is none. */
public sealed interface Reply {

    /** The id the asker gave the question. */
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
     * No answer: it was no question. At least one error, in the order in which they were found; of many questions, on which
     * line this one stood.
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

        /** No answer to what stood on no line. */
        public Refused(Optional<String> id, List<QuestionError> errors) {
            this(id, errors, OptionalLong.empty());
        }

        /** No answer, for the faults that a decision point found. */
        public static Refused of(Optional<String> id, InvalidQuestionException invalid) {
            return new Refused(
                    id,
                    invalid.faults().stream()
                            .limit(StrictJsonReader.MOST_ERRORS)
                            .map(QuestionError::of)
                            .toList());
        }

        /** The same, told with the line on which it stood, from 1. */
        public Refused onLine(long number) {
            return new Refused(id, errors, OptionalLong.of(number));
        }
    }

    /** Whether this is a permit, in one role at least. */
    default boolean permitted() {
        if (this instanceof Answered answered) {
            return answered.decision().permitted();
        }
        return this instanceof AnsweredEach each && each.decisions().permitted();
    }
}
