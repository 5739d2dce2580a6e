package dev.remit.cli;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * The streams and the clock of a run of the command line. Text is UTF-8 everywhere.
 *
 * @param in standard input
 * @param out the result
 * @param err messages about the result
 * @param clock gives the present time
 * @param isTyped whether standard input is a terminal, at which somebody types
 */
record Streams(InputStream in, Output out, Notes err, InstantSource clock, BooleanSupplier isTyped) {
    private static final int BUFFER = 1 << 16;

    Streams {
        requireNonNull(in, "in");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
        requireNonNull(clock, "clock");
        requireNonNull(isTyped, "isTyped");
    }

    static Streams of(InputStream in, OutputStream out, OutputStream err, boolean colours) {
        return of(in, out, err, colours, InstantSource.system());
    }

    static Streams of(InputStream in, OutputStream out, OutputStream err, boolean colours, InstantSource clock) {
        return of(in, out, err, colours, () -> false, clock);
    }

    static Streams of(
            InputStream in,
            OutputStream out,
            OutputStream err,
            boolean colours,
            BooleanSupplier isErrTerminal,
            InstantSource clock) {
        return new Streams(
                in,
                new Output(new BufferedOutputStream(out, BUFFER), colours),
                new Notes(err, isErrTerminal),
                clock,
                () -> false);
    }

    /** The streams of the process, with colours only on a terminal that has them, and only if they are wanted. */
    static Streams ofProcess() {
        return new Streams(
                System.in,
                new Output(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                        Terminal.hasColours(),
                        Terminal.width()),
                new Notes(new FileOutputStream(FileDescriptor.err), Terminal::isStandardError),
                InstantSource.system(),
                Terminal::isStandardInput);
    }
}
