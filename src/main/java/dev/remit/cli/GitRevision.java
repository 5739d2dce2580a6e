package dev.remit.cli;

import dev.remit.diagnostic.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bundle as it was in a revision of a git repository, written {@code PATH@REVISION}. The files are read by running
 * {@code git}; nothing is checked out.
 */
final class GitRevision {
    private static final Pattern SEPARATOR = Pattern.compile("\t");
    private static final int MOST_BYTES = 1 << 26;

    private final Path path;
    private final String revision;

    private GitRevision(Path path, String revision) {
        this.path = path;
        this.revision = revision;
    }

    /** What a path means if it means a revision: nothing lies there, and there is an {@code @} in it. */
    static Optional<GitRevision> of(Path written) {
        String text = written.toString();
        int at = text.lastIndexOf('@');
        // A revision may hold an @ of its own, as in main@{yesterday}.
        int reflog = text.lastIndexOf('@', at - 1);
        if (at > 0 && text.startsWith("@{", at) && reflog > 0) {
            at = reflog;
        }
        if (at <= 0 || Files.exists(written)) {
            return Optional.empty();
        }
        return Optional.of(new GitRevision(Path.of(text.substring(0, at)), text.substring(at + 1)));
    }

    /**
     * The texts of the bundle's files, by their names within it.
     *
     * @throws Misuse if there is no git, no repository, no such revision, or no such path in it
     */
    Map<String, String> texts() {
        if (revision.isEmpty() || revision.startsWith("-") || revision.contains(":")) {
            throw new Misuse(
                    "expected a revision after the `@`, found " + Words.quoted(revision),
                    "write it like `policy/opensafely@HEAD~1`");
        }
        Path folder = standing();
        String commit = run(folder, List.of("rev-parse", "--verify", "--quiet", revision + "^{commit}"))
                .map(String::strip)
                .orElseThrow(() -> isRepository(folder)
                        ? new Misuse(
                                "git knows no revision " + Words.quoted(revision),
                                "`git log --oneline " + path + "` lists those in which the bundle changed; in a"
                                        + " shallow clone, fetch more of them first")
                        : new Misuse(
                                Words.quoted(path.toString()) + " lies in no git repository",
                                "only a bundle that is kept in git has revisions"));
        String relative = relative(folder);
        String tree = commit + ":" + relative;
        String type =
                run(folder, List.of("cat-file", "-t", tree)).map(String::strip).orElse("");
        if (type.isEmpty()) {
            throw new Misuse(
                    "there is no " + Words.quoted(path.toString()) + " in revision " + Words.quoted(revision),
                    "it may have been called otherwise then");
        }
        if (type.equals("blob")) {
            return Map.of("policy.yaml", blob(folder, tree));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        String listed =
                run(folder, List.of("ls-tree", "-r", "-z", "--full-tree", tree)).orElse("");
        for (String line : listed.split("\0", -1)) {
            String[] parts = SEPARATOR.split(line, 2);
            if (parts.length == 2 && parts[1].endsWith(".yaml")) {
                texts.put(parts[1], blob(folder, parts[0].split(" ", -1)[2]));
            }
        }
        return texts;
    }

    /** The nearest folder that is there today; the bundle itself may be gone. */
    private Path standing() {
        Path folder = path.toAbsolutePath().normalize();
        while (!Files.isDirectory(folder)) {
            Path above = folder.getParent();
            if (above == null) {
                break;
            }
            folder = above;
        }
        return folder;
    }

    private String relative(Path folder) {
        Path below = folder.relativize(path.toAbsolutePath().normalize());
        String prefix = run(folder, List.of("rev-parse", "--show-prefix"))
                .map(String::strip)
                .orElse("");
        StringBuilder names = new StringBuilder(prefix);
        below.forEach(name -> {
            if (!name.toString().isEmpty()) {
                names.append(names.isEmpty() || names.charAt(names.length() - 1) == '/' ? "" : "/")
                        .append(name);
            }
        });
        String text = names.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isRepository(Path folder) {
        return run(folder, List.of("rev-parse", "--git-dir")).isPresent();
    }

    private static String blob(Path folder, String object) {
        return run(folder, List.of("cat-file", "blob", object))
                .orElseThrow(() -> new Misuse("git cannot read " + Words.quoted(object), Optional.empty()));
    }

    /** What git writes; empty if it refuses. */
    private static Optional<String> run(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(arguments);
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            try (InputStream out = git.getInputStream()) {
                byte[] read = out.readNBytes(MOST_BYTES);
                return git.waitFor() == 0 ? Optional.of(new String(read, StandardCharsets.UTF_8)) : Optional.empty();
            }
        } catch (IOException noGit) {
            throw new Misuse("`git` cannot be run", "install git, or check the revision out and name its folder");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Misuse("git was interrupted", Optional.empty());
        }
    }
}
