package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing wrong with a question.
 *
 * @param code what kind of fault it is
 * @param message what is wrong, in one line, with the asker's words in backticks
 * @param help what to do about it, such as the nearest known word
 */
public record QuestionFault(Code code, String message, Optional<String> help) {
    public QuestionFault {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
        requireNonNull(help, "help");
    }

    /** The kinds of fault a question can have. */
    public enum Code {
        UNKNOWN_ROLE("unknown-role"),
        UNKNOWN_ACTIVITY("unknown-activity"),
        UNKNOWN_LEVEL("unknown-level"),
        UNKNOWN_CATEGORY("unknown-category"),
        UNKNOWN_ROUTE("unknown-route"),
        UNKNOWN_FACT("unknown-fact"),
        UNKNOWN_ATTRIBUTE("unknown-attribute"),
        UNKNOWN_VALUE("unknown-value"),
        UNKNOWN_REGISTER("unknown-register"),
        UNKNOWN_PROJECT("unknown-project"),
        UNKNOWN_PERSON("unknown-person"),
        /** Who asks, the activity or the level was left out, or more than one subject was given. */
        INCOMPLETE("incomplete-question"),
        /** The question contradicts what the register says. */
        CONTRADICTS_REGISTER("contradicts-register"),
        /** The policy has no questions about no project. */
        NO_STATE_WITHOUT_PROJECT("no-state-without-project");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** The code as tools see it. */
        public String id() {
            return id;
        }
    }

    @Override
    public String toString() {
        return message + help.map(text -> "; " + text).orElse("");
    }
}
