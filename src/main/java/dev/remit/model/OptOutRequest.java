package dev.remit.model;

/**
 * What a question asks about the patients of one opt-out register. The three are different things: saying nothing is
 * not the same as asking to leave them out.
 */
public enum OptOutRequest {
    /** Nothing was said. */
    UNSTATED("unstated"),
    /** Asks for data that includes them. */
    INCLUDE("include"),
    /** Asks for data without them. */
    EXCLUDE("exclude");

    private final String word;

    OptOutRequest(String word) {
        this.word = word;
    }

    /** The word used in questions. */
    public String word() {
        return word;
    }
}
