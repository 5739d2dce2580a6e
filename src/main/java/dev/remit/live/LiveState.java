package dev.remit.live;

/** How a live policy stands to its source. */
public enum LiveState {
    /** What is in force is what the source holds. */
    LOADED,
    /** The source holds something else, which was refused, or cannot be read; the last good policy stays in force. */
    STALE,
    /** The source holds a policy that is meant for a day still ahead; the last good policy stays in force until then. */
    WAITING,
    /** Nothing answers: there is no policy, or the source has been unreadable or faulty for too long. */
    EXPIRED
}
