package dev.remit.model;

import static java.util.Objects.requireNonNull;

/**
 * What the declaration of a fact says about closed questions, which take what was not said for false, or for the value
 * declared for that.
 *
 * @param mark whether the fact must be said aloud
 * @param reason why it need not be; empty unless the mark is {@link Mark#NO}
 */
public record MustBeSaid(Mark mark, String reason) {
    /** The declaration says nothing: whether the fact stays unknown is decided by what it means in the rules. */
    public static final MustBeSaid UNMARKED = new MustBeSaid(Mark.UNMARKED, "");

    /** The fact stays unknown until somebody says it. */
    public static final MustBeSaid YES = new MustBeSaid(Mark.YES, "");

    public MustBeSaid {
        requireNonNull(mark, "mark");
        requireNonNull(reason, "reason");
        if (reason.isEmpty() == (mark == Mark.NO)) {
            throw new IllegalArgumentException("reason: there is one exactly if the fact need not be said");
        }
    }

    /** A closed question may make the fact false, or what it is if unsaid, even if it guards. */
    public static MustBeSaid no(String reason) {
        return new MustBeSaid(Mark.NO, reason);
    }

    /** Whether a fact must be said aloud. */
    public enum Mark {
        UNMARKED,
        YES,
        NO;

        /** Whether a closed question leaves a fact with this mark unknown. */
        public boolean staysUnknown(boolean guards) {
            return switch (this) {
                case UNMARKED -> guards;
                case YES -> true;
                case NO -> false;
            };
        }
    }
}
