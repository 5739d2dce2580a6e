package dev.remit.http.config;

import java.util.Optional;

/** Something that a caller may be allowed to ask. */
public enum Right {
    /** Whether something is permitted. */
    EVALUATION("evaluation"),
    /** Who may do something, to what, and what. */
    SEARCH("search"),
    /** What would make a denial a permit. */
    EXPLANATION("explanation"),
    /** The reasons for whoever keeps the policy, with rules and their places. */
    ADMINISTRATION("administration"),
    /** The page of the policy, its words, its identity. */
    POLICY("policy"),
    /** The figures of the service. */
    METRICS("metrics"),
    /** The newest checkpoint of the log. */
    RECORDS("records");

    private final String word;

    Right(String word) {
        this.word = word;
    }

    /** The word in configurations. */
    public String word() {
        return word;
    }

    /** The right that a word stands for. */
    public static Optional<Right> of(String word) {
        for (Right right : values()) {
            if (right.word.equals(word)) {
                return Optional.of(right);
            }
        }
        return Optional.empty();
    }
}
