package dev.remit.model;

import java.util.Map;

/** What a permit rule says about including the patients of one opt-out register. */
public enum Stance {
    /** They are never included under this rule. */
    NEVER("never"),
    /** They are included for a project that holds the register's permission, if that is asked for. */
    IF_ASKED_AND_PERMITTED("if-asked-and-permitted"),
    /** They are included for a project that holds the register's permission, unless it asks to leave them out. */
    IF_PROJECT_PERMITTED("if-project-permitted"),
    /** They may be included. */
    ALLOWED("allowed");

    private final String word;

    Stance(String word) {
        this.word = word;
    }

    /** The word used in policy files. */
    public String word() {
        return word;
    }

    /** Whether this stance grants inclusion to a project that does, or does not, hold the permission. */
    public boolean grants(boolean held) {
        return switch (this) {
            case NEVER -> false;
            case IF_ASKED_AND_PERMITTED, IF_PROJECT_PERMITTED -> held;
            case ALLOWED -> true;
        };
    }

    /** Whether a project that holds the permission includes these patients without asking, where software filters. */
    boolean includesUnasked(boolean held) {
        return switch (this) {
            case NEVER, IF_ASKED_AND_PERMITTED, ALLOWED -> false;
            case IF_PROJECT_PERMITTED -> held;
        };
    }

    /** The stance that counts for a register over a route with some mode. Where the register has no bearing none does, which reads {@link #NEVER}. */
    public static Stance on(Id.Register register, Mode mode, Map<Id.Register, Stance> stances) {
        if (!mode.hasBearing()) {
            return NEVER;
        }
        Stance stance = stances.get(register);
        if (stance == null) {
            throw new IllegalStateException("a fault of Remit itself: a permit states no stance on " + register);
        }
        return stance;
    }
}
