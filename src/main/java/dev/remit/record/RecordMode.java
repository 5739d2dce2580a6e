package dev.remit.record;

/** What a log waits for before an answer is given. */
public enum RecordMode {
    /** Until the record is safe from a loss of power. */
    DURABLE("durable"),
    /** Until the system has the record, so that it is safe from the end of the process. */
    WRITTEN("written");

    private final String word;

    RecordMode(String word) {
        this.word = word;
    }

    /** The mode as records state it. */
    String word() {
        return word;
    }
}
