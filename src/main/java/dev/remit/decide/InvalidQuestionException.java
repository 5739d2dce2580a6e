package dev.remit.decide;

import java.util.List;
import java.util.stream.Collectors;

/** A question could not be understood; it got no answer, neither yes nor no. Carries every fault found. */
public final class InvalidQuestionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<QuestionFault> faults;

    InvalidQuestionException(List<QuestionFault> faults) {
        super(faults.stream().map(QuestionFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, at least one fault, in the order in which a question is written. */
    public List<QuestionFault> faults() {
        return faults;
    }
}
