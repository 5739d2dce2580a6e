package dev.remit.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Finds out what the streams of the process are connected to. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");
    private static final int UNKNOWN = -1;
    private static final String DUMB = "dumb";

    private Terminal() {}

    /** Whether standard output is a terminal with colours, and colours are not turned off. */
    static boolean hasColours() {
        return !isDumb(System.getenv("TERM")) && mayHaveColours() && Ansi.AUTO.enabled();
    }

    /** False where it is plain that there are none, and nobody asks for them: the library that knows better starts slowly. */
    private static boolean mayHaveColours() {
        return isWindows()
                || System.getenv("CLICOLOR_FORCE") != null
                || System.getProperty("picocli.ansi") != null
                || isStandardOutput();
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

    /** How many characters fit on a line of standard output, asked once when it is needed; 0 if it is no terminal. */
    static IntSupplier width() {
        AtomicInteger known = new AtomicInteger(UNKNOWN);
        return () -> {
            if (known.get() == UNKNOWN) {
                known.set(isStandardOutput() ? width(System.getenv("COLUMNS")) : 0);
            }
            return known.get();
        };
    }

    /** Whether standard output is a terminal. */
    private static boolean isStandardOutput() {
        try {
            return !isWindows()
                    && (Files.isSymbolicLink(STANDARD_OUTPUT)
                            ? isDevice(Files.readSymbolicLink(STANDARD_OUTPUT).toString())
                            : hasConsole());
        } catch (IOException unknown) {
            return false;
        }
    }

    @SuppressWarnings("SystemConsoleNull") // from Java 22 on there always is one, and lines are wrapped for nobody
    private static boolean hasConsole() {
        return System.console() != null;
    }

    /** The width that the environment states, or else the one that the terminal has. */
    static int width(@Nullable String stated) {
        if (stated != null && stated.matches("[1-9]\\d{0,4}")) {
            return Integer.parseInt(stated);
        }
        try {
            Process asked = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            String size = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return asked.waitFor(1, TimeUnit.SECONDS) && size.matches("\\d+ \\d{1,5}")
                    ? Integer.parseInt(size.substring(size.indexOf(' ') + 1))
                    : 0;
        } catch (IOException none) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Whether standard input is a terminal, at which somebody types. */
    static boolean isStandardInput() {
        try {
            return !isWindows()
                    && Files.isSymbolicLink(STANDARD_INPUT)
                    && isDevice(Files.readSymbolicLink(STANDARD_INPUT).toString());
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
