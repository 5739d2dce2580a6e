package dev.remit.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of a bundle's files that the digests of the policy and of the registers cover, so that the digest of
 * assurance leaves them out. Whatever is not listed here is covered by the latter: a new key of the language that changes
 * what a policy or its registers mean gets a line here, and all others need none.
 *
 * <p>A line is the way to a part, key by key. {@code *} is any id, {@code -} any item of a list, and {@code =} at the end
 * says that only a word or a list is covered, not a mapping. Immutable.
 */
final class Covered {
    /** Nothing is covered. */
    static final Covered NOTHING = new Covered(List.of());

    private static final List<String> RULE = List.of(
            "-/id",
            "-/permit",
            "-/forbid",
            "-/to",
            "-/levels",
            "-/in",
            "-/via",
            "-/when",
            "-/opt-outs",
            "-/obligations");

    private static final Covered POLICY = new Covered(List.of(
                    "remit",
                    "policy/time-zone",
                    "vocabulary/levels/*/patient-data",
                    "vocabulary/routes/*/opt-outs",
                    "vocabulary/routes/*/obligations",
                    "vocabulary/routes/*/derived-from",
                    "vocabulary/project/*/=",
                    "vocabulary/project/*/values",
                    "vocabulary/project/*/set-of",
                    "vocabulary/project/*/if-unsaid",
                    "vocabulary/project/*/final",
                    "vocabulary/project/*/true-only-for",
                    "vocabulary/project/*/changed-by",
                    "vocabulary/facts/*/values",
                    "vocabulary/facts/*/set-of",
                    "vocabulary/facts/*/if-unsaid",
                    "vocabulary/facts/*/known-from",
                    "vocabulary/facts/*/about",
                    "vocabulary/facts/*/changed-by",
                    "vocabulary/facts/*/must-be-said/=",
                    "vocabulary/opt-outs/*/list",
                    "vocabulary/opt-outs/*/keep",
                    "vocabulary/opt-outs/*/flag",
                    "vocabulary/opt-outs/*/approvers",
                    "vocabulary/opt-outs/*/if-list-missing",
                    "vocabulary/opt-outs/*/permission-changed-by",
                    "domains",
                    "sets",
                    "conditions",
                    "work-categories/*/opt-outs",
                    "work-categories/*/obligations",
                    "constraints/-/id",
                    "constraints/-/if",
                    "constraints/-/then"))
            .and("rules/", RULE)
            .and("work-categories/*/rules/", RULE);

    private static final Covered PROJECTS = new Covered(List.of(
            "remit",
            "projects/*/from",
            "projects/*/until",
            "projects/*/also",
            "projects/*/permissions",
            "projects/*/*"));

    private static final Covered PEOPLE = new Covered(List.of("remit", "people/*/roles", "people/*/facts"));

    /** What is covered of the files that say nothing about decisions. */
    static final Covered OTHERS = new Covered(List.of("remit"));

    private final Map<String, Covered> below = new TreeMap<>();

    private Covered(List<String> ways) {
        ways.forEach(this::add);
    }

    private Covered and(String prefix, List<String> ways) {
        ways.forEach(way -> add(prefix + way));
        return this;
    }

    private void add(String way) {
        Covered place = this;
        for (String key : way.split("/", -1)) {
            place = place.below.computeIfAbsent(key, none -> new Covered(List.of()));
        }
    }

    /** What is covered of the files of one part. */
    static Covered of(Part part) {
        return switch (part) {
            case POLICY, RULES -> POLICY;
            case PROJECTS -> PROJECTS;
            case PEOPLE -> PEOPLE;
            case CLAUSES, INVARIANTS -> OTHERS;
        };
    }

    /** What is covered below a key of the grammar. */
    Covered at(String key) {
        return below.getOrDefault(key, NOTHING);
    }

    /** What is covered below an id. */
    Covered atId() {
        return at("*");
    }

    /** What is covered of an item of a list. */
    Covered atItem() {
        return at("-");
    }

    /** Whether all of it is covered. */
    boolean isWhole() {
        return this != NOTHING && below.isEmpty();
    }

    /** Whether it is covered if it is a word or a list. */
    boolean isWord() {
        return below.containsKey("=");
    }
}
