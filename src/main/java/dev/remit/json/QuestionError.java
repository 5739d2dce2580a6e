package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.QuestionFault;
import dev.remit.diagnostic.Words;
import java.util.Optional;

/**
 * One reason why there is no answer.
 *
 * <p>Message and help are one line each. Text of the question is quoted in them with hidden characters made visible,
 * and cut to a readable length, so that a hostile question cannot forge or flood a report.
 *
 * @param code the kind of fault
 * @param message the fault, expected before found
 * @param help what to do about it, such as the nearest known word
 */
public record QuestionError(ErrorCode code, String message, Optional<String> help) {
    /** The error of a question about a person where nothing can be recorded about people. */
    static final QuestionError NO_SUBJECT_KEY = new QuestionError(
            ErrorCode.NO_SUBJECT_KEY,
            "a question about a person cannot be recorded without a subject key that is for today",
            Optional.of("give one with `--subject-key`, or ask about a role"));

    private static final int HEAD = 300;
    private static final int TAIL = 100;

    /** Checks that all parts are present and can be shown. */
    public QuestionError {
        requireNonNull(code, "code");
        message = shown(requireNonNull(message, "message"));
        help = requireNonNull(help, "help").map(Words::visible);
    }

    /** The error for a fault that a decision point found. */
    static QuestionError of(QuestionFault fault) {
        return new QuestionError(ErrorCode.of(fault.code()), fault.message(), fault.help());
    }

    private static String shown(String message) {
        return Words.visible(
                message.length() <= HEAD + TAIL
                        ? message
                        : message.substring(0, HEAD) + "…" + message.substring(message.length() - TAIL));
    }
}
