package dev.remit.cli;

import dev.remit.model.TooLargeException;

/** Reports why the program ends without an answer. */
final class Ending {
    /** The exit code where there is no answer. */
    static final int CODE = 2;

    private static final long MEGABYTE = 1 << 20;

    private Ending() {}

    /** Reports what stopped the work; returns the exit code. */
    static int of(Throwable broken, Notes err) {
        if (broken instanceof Output.Failed) {
            err.println("error: what was asked for cannot be written");
        } else if (broken instanceof TooLargeException full) {
            err.println("error: " + full.tooLarge().message());
            full.tooLarge().help().ifPresent(help -> err.println("  = help: " + help));
        } else if (broken instanceof OutOfMemoryError) {
            err.println("error: the memory this program was given, "
                    + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB, does not do for this");
            err.println("  = help: give it more, as with `java -Xmx2g -jar remit-cli.jar`");
        } else if (broken instanceof StackOverflowError) {
            err.println("error: something is nested deeper than the memory of one thread does for");
            err.println("  = help: give it more, as with `java -Xss16m -jar remit-cli.jar`");
        } else if (broken instanceof LinkageError) {
            err.println("error: a library this program needs is missing, or of another version: " + missing(broken));
            err.println("  = help: use `remit-cli.jar`, which brings all of them along");
        } else {
            err.println("error: broken invariant of ours, please report it with what follows");
            err.trace(broken);
        }
        return CODE;
    }

    /** The class or method that could not be linked, as the virtual machine names it. */
    private static String missing(Throwable error) {
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = first.getMessage();
        return "`"
                + (message == null
                        ? first.getClass().getSimpleName()
                        : message.replace('/', '.').strip()) + "`";
    }
}
