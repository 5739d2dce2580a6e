package dev.remit.live.source;

import dev.remit.diagnostic.Words;
import dev.remit.load.BundleSource;
import dev.remit.load.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A bundle as it was in a revision of a git repository, written {@code PATH@REVISION}. The files are read by running
 * {@code git}; nothing is checked out.
 */
public final class GitRevision {
    private static final String POLICY = "policy.yaml";
    private static final String ENDING = ".yaml";

    private final Path path;
    private final String revision;

    private GitRevision(Path path, String revision) {
        this.path = path;
        this.revision = revision;
    }

    /** The revision that a path means, if it means one: it does not exist as a file, and has an {@code @} in it. */
    public static Optional<GitRevision> of(Path written) {
        String text = written.toString();
        int at = text.lastIndexOf('@');
        // A revision may itself contain an @, as in main@{yesterday}.
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
     * The files of the bundle. As on disk, {@code policy.yaml} and every other part of a bundle mean the whole of it.
     *
     * @throws UnusableRevisionException if there is no git, no repository, no such revision, or no such path in it
     */
    public FileTree tree() {
        Git git = new Git(nearestFolder());
        return tree(git, commit(), relative(git, git.folder()));
    }

    /**
     * The commit that the revision is now.
     *
     * @throws UnusableRevisionException if there is no git, no repository, or no such revision
     */
    String commit() {
        if (revision.isEmpty() || revision.startsWith("-") || revision.contains(":")) {
            throw new UnusableRevisionException(
                    "expected a revision after the `@`, found " + Words.quoted(revision),
                    "write it like `policy/opensafely@HEAD~1`");
        }
        Git git = new Git(nearestFolder());
        return git.line("rev-parse", "--verify", "--quiet", revision + "^{commit}")
                .orElseThrow(() -> git.line("rev-parse", "--git-dir").isPresent()
                        ? new UnusableRevisionException(
                                "git knows no revision " + Words.quoted(revision),
                                "`git log --oneline " + path + "` lists those in which the bundle changed; in a"
                                        + " shallow clone, fetch more of them first")
                        : new UnusableRevisionException(
                                Words.quoted(path.toString()) + " lies in no git repository",
                                "only a bundle that is kept in git has revisions"));
    }

    /** The bundle at a commit. */
    FileTree treeAt(String commit) {
        Git git = new Git(nearestFolder());
        return tree(git, commit, relative(git, git.folder()));
    }

    /** The path with its revision, as it is written. */
    @Override
    public String toString() {
        return path + "@" + revision;
    }

    private FileTree tree(Git git, String commit, String place) {
        String mode = place.isEmpty() ? GitTree.FOLDER : mode(git, commit, place);
        if (mode.equals(GitTree.FOLDER)) {
            return GitTree.of(git, commit + ":" + place);
        }
        if (mode.isEmpty()) {
            throw new UnusableRevisionException(
                    "there is no " + Words.quoted(path.toString()) + " in revision " + Words.quoted(revision),
                    "it may have been called otherwise then");
        }
        if (!mode.startsWith(GitTree.FILES)) {
            throw new UnusableRevisionException(
                    Words.quoted(path.toString()) + " is a link or a submodule in revision " + Words.quoted(revision),
                    "name the folder to which it leads");
        }
        return whole(git, commit, place).orElseGet(() -> single(git, commit, place));
    }

    /** The bundle that a file belongs to by its name and place, if it does. */
    private static Optional<FileTree> whole(Git git, String commit, String place) {
        List<String> names = List.of(place.split("/", -1));
        for (int above = 1; above <= Math.min(2, names.size()); above++) {
            String folder = String.join("/", names.subList(0, names.size() - above));
            String inside = String.join("/", names.subList(names.size() - above, names.size()));
            boolean isPart = BundleSource.isMember(inside);
            String policy = folder.isEmpty() ? POLICY : folder + "/" + POLICY;
            if (isPart && !mode(git, commit, policy).isEmpty()) {
                return Optional.of(GitTree.of(git, commit + ":" + folder));
            }
        }
        return Optional.empty();
    }

    private FileTree single(Git git, String commit, String place) {
        if (!place.endsWith(ENDING)) {
            throw new UnusableRevisionException(
                    "expected " + Words.quoted(path.toString()) + " to be a folder or a `.yaml` file",
                    "if it is a policy, rename it so that it ends in `.yaml`");
        }
        String name = String.valueOf(path.getFileName());
        if (BundleSource.isMember(name)) {
            throw new UnusableRevisionException(
                    Words.quoted(name) + " is a part of a bundle, and no `policy.yaml` lies beside it in revision "
                            + Words.quoted(revision),
                    "name the folder of the bundle it belongs to");
        }
        return GitTree.file(git, commit + ":" + place, POLICY);
    }

    /** The mode of a path in git; empty if it does not exist. */
    private static String mode(Git git, String commit, String place) {
        String listed =
                git.text("ls-tree", "-z", "--full-tree", commit, "--", place).orElse("");
        return listed.isEmpty() ? "" : listed.substring(0, listed.indexOf(' '));
    }

    /** The nearest folder that exists today; the bundle itself may be gone. */
    private Path nearestFolder() {
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

    private String relative(Git git, Path folder) {
        Path below = folder.relativize(path.toAbsolutePath().normalize());
        String prefix = git.line("rev-parse", "--show-prefix").orElse("");
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
}
