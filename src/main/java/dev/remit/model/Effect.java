package dev.remit.model;

/** What a rule does when it matches. A forbid rule wins over every permit rule. */
public enum Effect {
    PERMIT("permit"),
    FORBID("forbid");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** The word used in policy files. */
    public String word() {
        return word;
    }
}
