package dev.remit.decide;

/** The three answers. Only {@link #PERMITTED} opens anything. */
public enum Answer {
    /** Yes: some choice is permitted in every state the question leaves possible. */
    PERMITTED,
    /** No: no choice is permitted in any state the question leaves possible. */
    DENIED,
    /** It hangs on what was not said. Treated as no until it is. */
    UNDETERMINED
}
