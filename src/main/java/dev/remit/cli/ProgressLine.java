package dev.remit.cli;

import dev.remit.analyze.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows the progress of long work on a terminal, in one line that is removed when the work is done. */
final class ProgressLine implements Progress {
    private static final long BEFORE_THE_FIRST = Duration.ofMillis(400).toNanos();
    private static final long BETWEEN = Duration.ofMillis(100).toNanos();

    private final Notes err;
    private final String what;
    private final LongSupplier nanoseconds;
    private long next;
    private boolean isShown;
    private boolean isUnseen;

    ProgressLine(Notes err, String what, LongSupplier nanoseconds) {
        this.err = err;
        this.what = what;
        this.nanoseconds = nanoseconds;
        next = nanoseconds.getAsLong() + BEFORE_THE_FIRST;
    }

    /** A progress line on standard error, if that is a terminal. */
    static Progress on(Streams streams, String what) {
        return new ProgressLine(streams.err(), what, System::nanoTime);
    }

    @Override
    public void at(int done, int all) {
        if (done >= all) {
            if (isShown) {
                err.clear();
            }
        } else if (!isUnseen && nanoseconds.getAsLong() - next >= 0) {
            isUnseen = !isShown && !err.isTerminal();
            if (!isUnseen) {
                err.showInPassing(what + ": " + done + " of " + all);
                isShown = true;
                next = nanoseconds.getAsLong() + BETWEEN;
            }
        }
    }
}
