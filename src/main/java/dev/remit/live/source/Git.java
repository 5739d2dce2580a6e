package dev.remit.live.source;

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
    /** The most bytes to read: one more than any file of a policy may have, so that a larger file is recognised. */
    private static final int MOST_BYTES = (1 << 26) + 1;

    Git {
        requireNonNull(folder, "folder");
    }

    /** Its output without surrounding blanks; empty if it fails. */
    Optional<String> line(String... arguments) {
        return text(arguments).map(String::strip);
    }

    /** Its output; empty if it fails. */
    Optional<String> text(String... arguments) {
        return bytes(arguments).map(bytes -> {
            if (bytes.length == MOST_BYTES) {
                throw new UnusableRevisionException(
                        "there is more in this revision than can be read", Optional.empty());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        });
    }

    /** Its output, cut one byte after the limit; empty if it fails. */
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
            throw new UnusableRevisionException(
                    "`git` cannot be run", "install git, or check the revision out and name its folder");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnusableRevisionException("git was interrupted", Optional.empty());
        }
    }
}
