package dev.remit.decide;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Directory} threw an exception, or did not keep to its contract. The question got no answer, and it is not the
 * asker's mistake. Carries what the directory threw, if it did, as its cause.
 */
public final class DirectoryFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private DirectoryFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static DirectoryFailedException threw(Directory directory, RuntimeException thrown) {
        return new DirectoryFailedException(named(directory) + " threw " + thrown, thrown);
    }

    static DirectoryFailedException answered(Directory directory, String what) {
        return new DirectoryFailedException(named(directory) + " returned " + what, null);
    }

    private static String named(Directory directory) {
        return "`lookUp` of directory `" + directory.getClass().getName() + "`";
    }
}
