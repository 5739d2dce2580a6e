package dev.remit.snapshot;

/** The kind of the next value in a snapshot. */
enum Tag {
    /** A repeated value, by its number. */
    AGAIN,
    /** A text. */
    TEXT,
    /** The name of one of the bundle's files, by its number. */
    FILE,
    /** An {@code int}. */
    NUMBER,
    FALSE,
    TRUE,
    /** An optional that is empty. */
    NONE,
    /** An optional, then its value. */
    SOME,
    LIST,
    /** A long list: its size, the lengths of its parts, then the parts, each to be read by itself. */
    LATE,
    SET,
    /** Keys, each followed by its value. */
    MAP,
    /** An {@code int[]}. */
    NUMBERS,
    DATE,
    ZONE,
    /** A constant: its class and its name. */
    CONSTANT,
    /** A record: its class, then its components. */
    RECORD;

    private static final Tag[] ALL = values();

    static Tag of(int code) {
        return ALL[code];
    }
}
