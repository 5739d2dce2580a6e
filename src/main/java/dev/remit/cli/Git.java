package dev.remit.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code git} in a folder.
 *
 * @param folder any folder of the repository
 */
record Git(Path folder) {
    /** One byte more than any file of a policy may have, so that whoever reads it sees that it is too large. */
    private static final int MOST_BYTES = (1 << 26) + 1;

    Git {
        requireNonNull(folder, "folder");
    }

    /** What it writes, without blanks around it; empty if it refuses. */
    Optional<String> line(String... arguments) {
        return text(arguments).map(String::strip);
    }

    /** What it writes; empty if it refuses. */
    Optional<String> text(String... arguments) {
        return bytes(arguments).map(bytes -> {
            if (bytes.length == MOST_BYTES) {
                throw new UsageError("there is more in this revision than can be read", Optional.empty());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        });
    }

    /** What it writes, as far as the limit and one byte beyond; empty if it refuses. */
    Optional<byte[]> bytes(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            byte[] read;
            try (InputStream out = git.getInputStream()) {
                read = out.readNBytes(MOST_BYTES);
            }
            boolean isCut = read.length == MOST_BYTES;
            return git.waitFor() == 0 || isCut ? Optional.of(read) : Optional.empty();
        } catch (IOException noGit) {
            throw new UsageError("`git` cannot be run", "install git, or check the revision out and name its folder");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UsageError("git was interrupted", Optional.empty());
        }
    }
}
