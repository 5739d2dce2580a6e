package dev.remit.bench;

/** What a request says by a boolean, in the order of the columns of {@code policy.csv}. */
enum Flag {
    NAMED("named"),
    SECURE("secure"),
    APPROVAL("approval"),
    INCLUDES_TYPE_1("includesType1"),
    INCLUDES_NATIONAL("includesNational"),
    TYPE_1_PERMISSION("type1Permission"),
    NATIONAL_PERMISSION("nationalPermission");

    private final String word;

    Flag(String word) {
        this.word = word;
    }

    /** Its name in other engines' policies. */
    String word() {
        return word;
    }
}
