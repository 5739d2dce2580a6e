package dev.remit.bench;

/** What a request says in words, in the order of the columns of {@code policy.csv}. */
enum Field {
    ROLE("role"),
    ACTIVITY("activity"),
    LEVEL("level"),
    CATEGORY("category"),
    KIND("kind"),
    STATUS("status");

    private final String word;

    Field(String word) {
        this.word = word;
    }

    /** Its name in other engines' policies. */
    String word() {
        return word;
    }
}
