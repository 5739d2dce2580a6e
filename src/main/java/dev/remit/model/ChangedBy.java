package dev.remit.model;

/** Who could make a fact, attribute or permission different; explanations suggest only changes somebody can make. */
public enum ChangedBy {
    /** The person who asks. */
    REQUESTER("requester"),
    /** Somebody who approves such things. */
    APPROVER("approver"),
    /** Nobody: it is so or it is not. */
    NOBODY("nobody");

    private final String word;

    ChangedBy(String word) {
        this.word = word;
    }

    /** The word used in policy files. */
    public String word() {
        return word;
    }
}
