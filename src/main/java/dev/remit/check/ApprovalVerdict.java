package dev.remit.check;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an approval is worth for a change from one bundle to another.
 *
 * @param isCurrent whether it was given under the present edition of the contract; if not, it approves nothing
 * @param unbound the digests that are not those of the two bundles; empty if it is an approval of exactly this change
 * @param approvers who approves it, as far as their signatures count
 * @param refused the signatures that do not count
 * @param reminders sentences about names that are those of who made the change; names prove nothing either way
 */
public record ApprovalVerdict(
        boolean isCurrent,
        Set<Bound> unbound,
        List<Approver> approvers,
        List<RefusedSignature> refused,
        List<String> reminders) {
    public ApprovalVerdict {
        Set<Bound> ordered = EnumSet.noneOf(Bound.class);
        ordered.addAll(unbound);
        unbound = Set.copyOf(ordered);
        approvers = List.copyOf(approvers);
        refused = List.copyOf(refused);
        reminders = List.copyOf(reminders);
    }

    /** What an approval binds: the three digests of the bundle as it was, and of the bundle as it is to be. */
    public enum Bound {
        OLD_POLICY("the policy as it was"),
        OLD_REGISTERS("the registers as they were"),
        OLD_ASSURANCE("the rest of the files as they were"),
        NEW_POLICY("this policy"),
        NEW_REGISTERS("these registers"),
        NEW_ASSURANCE("the rest of these files");

        private final String words;

        Bound(String words) {
            this.words = words;
        }

        /** The words for it. */
        public String words() {
            return words;
        }
    }

    /**
     * Somebody whose signature counts.
     *
     * @param by the name
     * @param on the day
     * @param key the name and id of the key, if the signature was made with one that counts
     */
    public record Approver(String by, LocalDate on, Optional<String> key) {
        public Approver {
            requireNonNull(by, "by");
            requireNonNull(on, "on");
            requireNonNull(key, "key");
        }
    }

    /**
     * A signature that does not count.
     *
     * @param place its place among the signatures of the approval, counted from 0
     * @param by the name in it
     * @param why why it does not count
     * @param details what exactly, in words
     */
    public record RefusedSignature(int place, String by, Why why, String details) {
        public RefusedSignature {
            requireNonNull(by, "by");
            requireNonNull(why, "why");
            requireNonNull(details, "details");
        }
    }

    /** Why a signature does not count. */
    public enum Why {
        /** A day that has not come. */
        FUTURE,
        /** A name alone, where a key is asked for. */
        NAME_ALONE,
        /** What it has in place of a signed note is none. */
        NO_NOTE,
        /** A note about something else than this approval. */
        ANOTHER_TEXT,
        /** A signature in the name of a key, made with another. */
        FALSE_SIGNATURE,
        /** A key that does not count. */
        UNKNOWN_KEY,
        /** The key of who made the change. */
        NOT_INDEPENDENT;

        /** Whether the signature contradicts itself, so that it cannot be taken for an honest one. */
        public boolean isFalse() {
            return this == NO_NOTE || this == ANOTHER_TEXT || this == FALSE_SIGNATURE;
        }
    }

    /** Whether it is an approval of exactly this change, whoever gave it. */
    public boolean binds() {
        return isCurrent && unbound.isEmpty();
    }

    /** Whether it is an approval of exactly this change, by somebody whose signature counts. */
    public boolean approves() {
        return binds() && !approvers.isEmpty();
    }

    /** Sentences without full stop that say why it does not approve this change; empty if it does. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (!isCurrent) {
            reasons.add("it was given under another edition of what a policy means");
        }
        for (Bound each : Bound.values()) {
            if (unbound.contains(each)) {
                reasons.add("it does not bind " + each.words());
            }
        }
        if (approvers.isEmpty()) {
            refused.forEach(
                    each -> reasons.add("the signature of " + each.by() + " does not count: " + each.details()));
            if (refused.isEmpty()) {
                reasons.add("nobody signed it");
            }
        }
        return reasons;
    }
}
