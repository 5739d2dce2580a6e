package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Says what is known of a person and a project at a moment. A bundle's registers are one directory; a service with its own
 * database implements another and hands it to {@link DecisionPoint#withDirectory}.
 *
 * <p>Each question is one look-up, whatever the number of roles it is asked for, so that it is answered from one state.
 * A question that names neither a person nor a project of the directory needs none. Implementations must be safe to call
 * from several threads.
 *
 * <p>What a directory says is held against the policy: a word that is not declared, or that a directory cannot know, is a
 * {@link QuestionFault} that says so, and the question gets no answer. An exception thrown here reaches the asker as the
 * cause of a {@link DirectoryFailedException}, and no decision is made.
 */
@FunctionalInterface
public interface Directory {

    /**
     * What is known at a moment of whom and what a question names.
     *
     * @param person the person asked about, if one is
     * @param project the project asked about, if one is, by any of its names; facts that are about a project, and roles that
     *     are bound to one, are those of this one
     * @param moment the moment
     * @return the person and the project; empty for one that is not known, and for one that is not asked about
     */
    DirectoryAnswer lookUp(Optional<String> person, Optional<String> project, Moment moment);

    /**
     * When something is asked about.
     *
     * @param instant the instant
     * @param day the day it falls on in the policy's time zone
     */
    record Moment(Instant instant, LocalDate day) {
        public Moment {
            requireNonNull(instant, "instant");
            requireNonNull(day, "day");
        }
    }
}
