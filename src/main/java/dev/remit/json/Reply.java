package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import dev.remit.decide.RoleDecisions;
import java.util.List;
import java.util.Optional;

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

    /** No answer: it was no question. At least one error, in the order in which they were found. */
    record Refused(Optional<String> id, List<QuestionError> errors) implements Reply {
        public Refused {
            requireNonNull(id, "id");
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("errors: a question without faults has an answer");
            }
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
