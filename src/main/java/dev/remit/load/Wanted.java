package dev.remit.load;

/** Whether a file of a bundle is opened when the bundle is read. */
enum Wanted {
    /** It is left closed. */
    NO,
    /** It is opened, and it is a fault if it cannot be read. */
    YES,
    /** It is opened; whether it can be read is for others to report. */
    IF_READABLE;

    /** Opens a file on a condition. */
    static Wanted when(boolean holds) {
        return holds ? YES : NO;
    }
}
