package dev.remit.decide;

/** What an answer rests on. */
public enum Basis {
    /** Permitted: at least one permit rule matches and nothing forbids it. */
    GRANTED("granted"),
    /** Denied: a forbid rule matches. */
    FORBIDDEN("forbidden"),
    /** Denied: no permit rule matches and is admissible. */
    NOT_GRANTED("not-granted"),
    /** Denied: the question describes a state that a constraint rules out. */
    INCONSISTENT("inconsistent"),
    /** Undetermined: the answer hangs on what was left out. */
    MISSING_INFORMATION("missing-information");

    private final String word;

    Basis(String word) {
        this.word = word;
    }

    /** The word used in answers. */
    public String word() {
        return word;
    }
}
