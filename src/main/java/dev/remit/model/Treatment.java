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
    /** It was decided when the outputs were produced. */
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
        return switch (this) {
            case INCLUDED, INCLUDED_BY_DECLARATION -> true;
            case EXCLUDED_BY_FILTER,
                    EXCLUDED_BY_DECLARATION,
                    DECLARATION_REQUIRED,
                    SETTLED_UPSTREAM,
                    NOT_ENFORCEABLE,
                    NOT_APPLICABLE -> false;
        };
    }

    /** The duty that comes with being treated so, whatever the policy says; if there is one. */
    public Optional<Id.Obligation> duty() {
        return switch (this) {
            case DECLARATION_REQUIRED -> Optional.of(Vocabulary.DECLARE_OPT_OUT_HANDLING);
            case EXCLUDED_BY_FILTER,
                    EXCLUDED_BY_DECLARATION,
                    SETTLED_UPSTREAM,
                    NOT_ENFORCEABLE,
                    INCLUDED_BY_DECLARATION,
                    INCLUDED,
                    NOT_APPLICABLE -> Optional.empty();
        };
    }

    /**
     * How a permit treats the patients of a register, or empty if it is not admissible for what is asked. This is the table
     * of the modes in section 4 of the page on what a policy means.
     *
     * @param mode what the route can do
     * @param stance what the permit says
     * @param asked what the question asks
     * @param held whether the project holds the register's permission
     * @param mayHold for outputs, whether these patients can be in them; else it makes no difference
     */
    public static Optional<Treatment> of(Mode mode, Stance stance, OptOutRequest asked, boolean held, boolean mayHold) {
        boolean grants = stance.grants(held);
        return switch (mode) {
            case FILTERED ->
                switch (asked) {
                    case INCLUDE -> when(grants, INCLUDED);
                    case EXCLUDE -> Optional.of(EXCLUDED_BY_FILTER);
                    case UNSTATED -> Optional.of(stance.includesUnasked(held) ? INCLUDED : EXCLUDED_BY_FILTER);
                };
            case DECLARED ->
                switch (asked) {
                    case INCLUDE -> when(grants, INCLUDED_BY_DECLARATION);
                    case EXCLUDE -> Optional.of(EXCLUDED_BY_DECLARATION);
                    case UNSTATED -> Optional.of(DECLARATION_REQUIRED);
                };
            case UNFILTERED ->
                switch (asked) {
                    case INCLUDE, UNSTATED -> Optional.of(INCLUDED);
                    case EXCLUDE -> Optional.empty();
                };
            case UNENFORCEABLE ->
                switch (asked) {
                    case INCLUDE, UNSTATED -> Optional.of(NOT_ENFORCEABLE);
                    case EXCLUDE -> Optional.empty();
                };
            case DERIVED ->
                switch (asked) {
                    case INCLUDE -> when(grants, SETTLED_UPSTREAM);
                    case EXCLUDE -> when(!mayHold, SETTLED_UPSTREAM);
                    case UNSTATED -> Optional.of(SETTLED_UPSTREAM);
                };
            case NOT_APPLICABLE -> Optional.of(NOT_APPLICABLE);
        };
    }

    private static Optional<Treatment> when(boolean admissible, Treatment treatment) {
        return admissible ? Optional.of(treatment) : Optional.empty();
    }
}
