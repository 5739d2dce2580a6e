package dev.remit.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    /** The route shows outputs; the register was applied when they were produced. */
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

    /** The mode of a word used in policy files; empty if there is none. */
    public static Optional<Mode> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Whether the register has a bearing where a route has this mode. */
    public boolean hasBearing() {
        return switch (this) {
            case FILTERED, DECLARED, UNFILTERED, UNENFORCEABLE, DERIVED -> true;
            case NOT_APPLICABLE -> false;
        };
    }

    /** Whether what is reached over the route was produced elsewhere, so that only the ways it came can say who is in it. */
    public boolean isOfOutputs() {
        return switch (this) {
            case DERIVED -> true;
            case FILTERED, DECLARED, UNFILTERED, UNENFORCEABLE, NOT_APPLICABLE -> false;
        };
    }

    /** Whether nobody can be left out here, whoever asks for it. */
    public boolean leavesNobodyOut() {
        return switch (this) {
            case UNFILTERED, UNENFORCEABLE -> true;
            case FILTERED, DECLARED, DERIVED, NOT_APPLICABLE -> false;
        };
    }

    /** Whether a permit over a route with this mode may have a stance: where nobody can be left out, it has to say so. */
    public boolean keeps(Stance stance) {
        return switch (stance) {
            case NEVER, IF_ASKED_AND_PERMITTED, IF_PROJECT_PERMITTED -> !leavesNobodyOut();
            case ALLOWED -> true;
        };
    }

    /** The duties that a grant over a route with this mode can bring, beside those that the policy declares for it. */
    public Set<Id.Obligation> duties() {
        Set<Id.Obligation> duties = new TreeSet<>();
        for (Stance stance : Stance.values()) {
            for (OptOutRequest asked : OptOutRequest.values()) {
                for (boolean held : new boolean[] {false, true}) {
                    for (boolean mayHold : new boolean[] {false, true}) {
                        Treatment.of(this, stance, asked, held, mayHold)
                                .flatMap(Treatment::duty)
                                .ifPresent(duties::add);
                    }
                }
            }
        }
        return duties;
    }
}
