package dev.remit.cli;

import dev.remit.analyze.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows on a terminal how far long work has come, in one line that is gone when the work is done. */
final class ProgressLine implements Progress {
    private static final long BEFORE_THE_FIRST = Duration.ofMillis(400).toNanos();
    private static final long BETWEEN = Duration.ofMillis(100).toNanos();
    private static final String CLEAR = "\r\033[K";

    private final PrintStream err;
    private final String what;
    private final LongSupplier nanoseconds;
    private long next;
    private boolean isShown;

    ProgressLine(PrintStream err, String what, LongSupplier nanoseconds) {
        this.err = err;
        this.what = what;
        this.nanoseconds = nanoseconds;
        next = nanoseconds.getAsLong() + BEFORE_THE_FIRST;
    }

    /** On the terminal if a person looks at one, otherwise nowhere. */
    static Progress on(Streams streams, String what) {
        return streams.out().hasColours() ? new ProgressLine(streams.err(), what, System::nanoTime) : UNHEARD;
    }

    @Override
    public void at(int done, int all) {
        if (done >= all) {
            if (isShown) {
                err.print(CLEAR);
                err.flush();
            }
        } else if (nanoseconds.getAsLong() - next >= 0) {
            err.print(CLEAR + what + ": " + done + " of " + all);
            err.flush();
            isShown = true;
            next = nanoseconds.getAsLong() + BETWEEN;
        }
    }
}
