package dev.remit.cli;

import dev.remit.analyze.Progress;
import java.io.PrintStream;

/** Tells on a terminal how far a long piece of work has come, on one line that goes away again. */
final class ProgressLine implements Progress {
    private static final String CLEAR = "\r\033[K";

    private final PrintStream err;
    private final boolean isSeen;
    private final String what;

    private ProgressLine(PrintStream err, boolean isSeen, String what) {
        this.err = err;
        this.isSeen = isSeen;
        this.what = what;
    }

    /** Tells it on standard error, if somebody looks at a terminal. */
    static ProgressLine on(Streams streams, String what) {
        return new ProgressLine(streams.err(), streams.out().hasColours(), what);
    }

    @Override
    public void at(int done, int all) {
        if (isSeen) {
            err.print(CLEAR + what + ": " + done + " of " + all);
            err.flush();
        }
    }

    /** Takes the line away. */
    void end() {
        if (isSeen) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
