package dev.remit.cli;

import dev.remit.analyze.Progress;
import java.io.PrintStream;

/** Shows a person at a terminal how far a long piece of work has come, on one line that is gone when it is done. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 30;

    private final String what;
    private final PrintStream to;
    private int shown = -1;

    private ProgressBar(String what, PrintStream to) {
        this.what = what;
        this.to = to;
    }

    /** A bar if a person looks at a terminal that can show it, and nothing otherwise. */
    static Progress of(String what, Streams streams) {
        return streams.out().hasColours() ? new ProgressBar(what, streams.err()) : Progress.UNHEARD;
    }

    @Override
    public void at(int done, int all) {
        int percent = (int) (100L * done / all);
        if (done == all) {
            to.print("\r" + " ".repeat(line(100).length()) + "\r");
            to.flush();
        } else if (percent != shown) {
            shown = percent;
            to.print("\r" + line(percent));
            to.flush();
        }
    }

    private String line(int percent) {
        int full = WIDTH * percent / 100;
        return what + " [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + percent + " %";
    }
}
