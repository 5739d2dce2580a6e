package dev.remit.analyze.mutation;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Question;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A question that shows something: about a project that is described, or about one of the register, which is named.
 *
 * @param assignment the question, with what is true of the project
 * @param named the project of the register it is about, if it is about one
 */
public record ExampleQuestion(Assignment assignment, Optional<Named> named) {
    public ExampleQuestion {
        requireNonNull(assignment, "assignment");
        requireNonNull(named, "named");
    }

    /** A question about a project that is described. */
    public static ExampleQuestion of(Assignment assignment) {
        return new ExampleQuestion(assignment, Optional.empty());
    }

    /**
     * A project of the register at an instant.
     *
     * @param project the project, by its id
     * @param at the instant
     */
    public record Named(Id.Project project, Instant at) {
        public Named {
            requireNonNull(project, "project");
            requireNonNull(at, "at");
        }
    }

    /** The question in words. It has an instant if it is about a project of the register, since it depends on it then. */
    public Question question() {
        Question described = Question.of(assignment);
        return named.map(each -> described.forProject(each.project().value()).at(each.at()))
                .orElse(described);
    }

    /** The question at an instant, some instant if it does not depend on it. */
    public Question dated() {
        return named.isPresent() ? question() : question().at(Instant.EPOCH);
    }
}
