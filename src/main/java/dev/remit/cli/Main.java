package dev.remit.cli;

import java.util.List;

/**
 * The program {@code remit}: run with {@code --help} for its verbs. This class refers to no library, so that it can be
 * loaded and report the error even if a library is missing.
 */
public final class Main {
    private Main() {}

    /** Runs one verb and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = Ending.CODE;
        try {
            code = run(args);
        } finally {
            System.exit(code);
        }
    }

    @SuppressWarnings("CatchingThrowable") // whatever it is, the process ends with it
    private static int run(String[] args) {
        try {
            return run(List.of(args), Streams.ofProcess());
        } catch (Throwable broken) {
            return Ending.of(broken, new Notes(System.err, () -> false));
        }
    }

    /** Runs one verb; returns its exit code. */
    @SuppressWarnings("CatchingThrowable") // never silence, and never the exit code of a no, let alone of a yes
    static int run(List<String> args, Streams streams) {
        try {
            return Program.run(args, streams);
        } catch (Throwable broken) {
            return Ending.of(broken, streams.err());
        }
    }
}
