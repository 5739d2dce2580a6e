package dev.remit.bench;

/** What is measured. */
enum Metric {
    /** Nanoseconds a decision takes, one thread asking. */
    NANOS,
    /** Nanoseconds a decision takes each of two threads that ask at once. */
    NANOS_TWO_THREADS,
    /** Bytes allocated a decision. */
    BYTES,
    /** Milliseconds from files to something that can answer, in a JVM that did nothing before. */
    LOAD_MILLIS,
    /** Mebibytes kept on the heap by what was loaded. */
    RETAINED_MIB,
    /** Milliseconds from the start of a process to its first answer. */
    START_MILLIS,
    /** Lines a second through a process that reads questions and writes answers. */
    LINES_A_SECOND
}
