package dev.remit.decide;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A program says that it takes care of something that the policy does not know: a duty, an opt-out register or an outcome.
 * Carries every fault found.
 */
public final class InvalidHandledException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<QuestionFault> faults;

    InvalidHandledException(List<QuestionFault> faults) {
        super("handled: " + faults.stream().map(QuestionFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, at least one fault. */
    public List<QuestionFault> faults() {
        return faults;
    }
}
