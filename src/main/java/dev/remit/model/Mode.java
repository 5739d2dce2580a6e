package dev.remit.model;

/** What a route can do about the patients of one opt-out register. */
public enum Mode {
    /** Software adds the filter; nobody has to remember it. */
    FILTERED("filtered"),
    /** The person must state it, and the tool checks that they did. */
    DECLARED("declared"),
    /** The route gives this data to whoever may use it. */
    UNFILTERED("unfiltered"),
    /** Nothing can filter here. */
    UNENFORCEABLE("unenforceable"),
    /** The route shows outputs; the register was settled when they were produced. */
    DERIVED("derived"),
    /** The register has no bearing on this route. */
    NOT_APPLICABLE("not-applicable");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /** The word used in policy files. */
    public String word() {
        return word;
    }
}
