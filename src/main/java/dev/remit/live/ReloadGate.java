package dev.remit.live;

/** Which changes of access a policy may bring when it takes the place of the one in force. */
public enum ReloadGate {
    /** Any change. */
    ANY,
    /** Nobody may do more, no duty is dropped and no more patients are included. */
    NARROWER,
    /** As narrower; a wider one only with a sign-off of exactly this change. */
    SIGNED
}
