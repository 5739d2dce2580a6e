package dev.remit.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a grant treats the patients of one opt-out register, most restrictive first: where one entry must stand for
 * several, the earliest of these does.
 */
public enum Treatment {
    /** Software leaves them out. */
    EXCLUDED_BY_FILTER("excluded-by-filter"),
    /** The person states that they are left out, and the tool checks it. */
    EXCLUDED_BY_DECLARATION("excluded-by-declaration"),
    /** The person must still state whether they are in or out. */
    DECLARATION_REQUIRED("declaration-required"),
    /** It was settled when the outputs were produced. */
    SETTLED_UPSTREAM("settled-upstream"),
    /** Nothing can filter on this route. */
    NOT_ENFORCEABLE("not-enforceable"),
    /** The person states that they are included, and the tool checks it. */
    INCLUDED_BY_DECLARATION("included-by-declaration"),
    /** They are included. */
    INCLUDED("included"),
    /** The register has no bearing here. */
    NOT_APPLICABLE("not-applicable");

    private final String word;

    Treatment(String word) {
        this.word = word;
    }

    /** The word used in answers. */
    public String word() {
        return word;
    }

    /** The treatment of a word used in answers; empty if there is none. */
    public static Optional<Treatment> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** The words used in answers. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Treatment::word).toList();
    }

    /** The more restrictive of two. */
    public Treatment or(Treatment other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether the platform's switch for including these patients is to be set. */
    public boolean includes() {
        return this == INCLUDED || this == INCLUDED_BY_DECLARATION;
    }
}
