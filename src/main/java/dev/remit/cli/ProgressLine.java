package dev.remit.cli;

import dev.remit.analyze.Progress;
import java.io.PrintStream;
import java.util.Optional;

/** A line on a terminal that tells how far some work has come, once it takes long; nothing where nobody watches. */
final class ProgressLine implements Progress {
    private static final long PATIENCE = 500_000_000L;

    private final Optional<PrintStream> terminal;
    private final String work;
    private final long start = System.nanoTime();
    private boolean isShown;

    private ProgressLine(Optional<PrintStream> terminal, String work) {
        this.terminal = terminal;
        this.work = work;
    }

    /** A line on standard error, if people look at a terminal. */
    static ProgressLine on(Streams streams, String work) {
        return new ProgressLine(streams.out().hasColours() ? Optional.of(streams.err()) : Optional.empty(), work);
    }

    @Override
    public void at(int done, int all) {
        if (terminal.isPresent() && System.nanoTime() - start > PATIENCE) {
            isShown = true;
            terminal.get().print("\r\033[K" + work + ": " + done + " of " + all);
            terminal.get().flush();
        }
    }

    /** Takes the line away. */
    void end() {
        if (isShown) {
            terminal.ifPresent(err -> {
                err.print("\r\033[K");
                err.flush();
            });
        }
    }
}
