package dev.remit.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Finds out what the streams of the process are connected to. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final String DUMB = "dumb";

    private Terminal() {}

    /** Whether standard output is a terminal with colours, and colours are not turned off. */
    static boolean hasColours() {
        return !isDumb(System.getenv("TERM")) && Ansi.AUTO.enabled();
    }

    /** Whether a terminal of this name, if it has one, understands no control codes. */
    static boolean isDumb(@Nullable String name) {
        return DUMB.equals(name);
    }

    /** Whether standard error is a terminal that can overwrite a line. Java only knows this of standard output. */
    static boolean isStandardError() {
        if (isDumb(System.getenv("TERM")) || isWindows()) {
            return false;
        }
        try {
            return Files.isSymbolicLink(STANDARD_ERROR)
                    ? isDevice(Files.readSymbolicLink(STANDARD_ERROR).toString())
                    : isTerminalForTheShell();
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Whether the name of a device is that of a terminal. */
    static boolean isDevice(String name) {
        return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console");
    }

    /** Runs the program {@code test}, where no file shows whether standard error is a terminal. */
    private static boolean isTerminalForTheShell() throws IOException {
        Process asked = new ProcessBuilder("test", "-t", "2")
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            return asked.waitFor(1, TimeUnit.SECONDS) && asked.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
