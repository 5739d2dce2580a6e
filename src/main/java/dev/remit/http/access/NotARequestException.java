package dev.remit.http.access;

/** A text is no AuthZEN request. Carries what is wrong, for whoever sent it. */
public final class NotARequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    NotARequestException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong, expected before found. */
    public String problem() {
        return problem;
    }
}
