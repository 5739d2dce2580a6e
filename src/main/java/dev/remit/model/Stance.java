package dev.remit.model;

/** What a permit rule says about including the patients of one opt-out register. */
public enum Stance {
    /** They are never included under this rule. */
    NEVER("never"),
    /** They are included for a project that holds the register's permission. */
    IF_PROJECT_PERMITTED("if-project-permitted"),
    /** They may be included. */
    ALLOWED("allowed");

    private final String word;

    Stance(String word) {
        this.word = word;
    }

    /** The word used in policy files. */
    public String word() {
        return word;
    }

    /** Whether this stance grants inclusion to a project that does, or does not, hold the permission. */
    public boolean grants(boolean projectPermitted) {
        return this == ALLOWED || (this == IF_PROJECT_PERMITTED && projectPermitted);
    }
}
