package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the files of a policy bundle lie: in a folder, on the class path, or in the memory of the program.
 *
 * <p>Naming a source opens nothing; faults of files are found when it is loaded. Immutable and safe to share between
 * threads.
 */
public abstract sealed class BundleSource permits FolderSource, SingleFileSource, ClassPathSource, TreeSource {

    /** The file every bundle has. */
    static final String POLICY = "policy.yaml";

    BundleSource() {}

    /**
     * A bundle in the file system.
     *
     * <p>A folder is read whole. So is the folder of a file that is called {@code policy.yaml}, because a policy read
     * without the rules beside it could permit what they forbid; and so is the bundle to which a file belongs by its name
     * and place, such as {@code people.yaml} beside a {@code policy.yaml}. Any other file is a policy by itself.
     *
     * @param path a folder, or a file; diagnostics name files as this path does
     * @return the source
     */
    public static BundleSource at(Path path) {
        requireNonNull(path, "path");
        Path name = path.getFileName();
        if (name == null || !name.toString().endsWith(".yaml")) {
            return new FolderSource(path);
        }
        if (name.toString().equals(POLICY)) {
            return new FolderSource(above(path));
        }
        Path folder = above(path);
        if (Layout.isMember(name.toString()) && Files.exists(folder.resolve(POLICY))) {
            return new FolderSource(folder);
        }
        Path inside = folder.getFileName();
        boolean isPart = inside != null && Layout.isMember(inside + "/" + name);
        return isPart && Files.exists(above(folder).resolve(POLICY))
                ? new FolderSource(above(folder))
                : new SingleFileSource(path);
    }

    private static Path above(Path path) {
        Path parent = path.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /**
     * A bundle that travels in a jar, found by the class loader of this library.
     *
     * @param name the name of the bundle, such as {@code opensafely}
     * @return the source
     */
    public static BundleSource onClassPath(String name) {
        ClassLoader loader = BundleSource.class.getClassLoader();
        return onClassPath(name, loader == null ? ClassLoader.getSystemClassLoader() : loader);
    }

    /**
     * A bundle that travels in a jar.
     *
     * <p>Its files lie under {@code META-INF/remit/policy/NAME/}. Since a class loader cannot list a folder, each
     * resource {@code META-INF/remit/policy/index} lists files, one path a line, relative to itself. Where the files do lie
     * in a folder, a jar or a jar inside a jar, they are listed all the same, and held against the index.
     *
     * @param name the name of the bundle
     * @param loader who finds its files
     * @return the source
     */
    public static BundleSource onClassPath(String name, ClassLoader loader) {
        return new ClassPathSource(requireNonNull(name, "name"), requireNonNull(loader, "loader"));
    }

    /**
     * A bundle of texts.
     *
     * @param texts the text of each file by its path in the bundle, such as {@code policy.yaml} or
     *     {@code rules/support.yaml}; a path that is none of a bundle is an error
     * @return the source
     */
    public static BundleSource of(Map<String, String> texts) {
        return of("", texts);
    }

    /**
     * A bundle of texts that came from somewhere.
     *
     * @param where what diagnostics write before the path of a file, such as a folder; empty for nothing
     * @param texts the text of each file by its path in the bundle
     * @return the source
     */
    public static BundleSource of(String where, Map<String, String> texts) {
        return new TreeSource(
                requireNonNull(where, "where"), new TextTree(Map.copyOf(requireNonNull(texts, "texts"))), false);
    }

    /**
     * A bundle in a tree of files that the caller knows how to read, such as a revision of a repository.
     *
     * @param where what diagnostics write before the path of a file; empty for nothing
     * @param tree what lies in and below the bundle's folder
     * @return the source
     */
    public static BundleSource of(String where, FileTree tree) {
        return new TreeSource(requireNonNull(where, "where"), requireNonNull(tree, "tree"), true);
    }

    /**
     * Whether a file belongs to a bundle by its name and place.
     *
     * @param path a path from the folder of a bundle on
     * @return true if it is {@code policy.yaml}, or the place of another file that a bundle can have
     */
    public static boolean isMember(String path) {
        return Layout.isMember(requireNonNull(path, "path"));
    }

    /**
     * Whether the bundle is one file, whatever lies beside it.
     *
     * @return true if no other file can belong to it
     */
    public boolean isSingleFile() {
        return this instanceof SingleFileSource;
    }

    /**
     * The folder of the file system in which the bundle lies.
     *
     * @return the folder, as it was named; empty if the bundle lies elsewhere, or is one file
     */
    public Optional<Path> folder() {
        return this instanceof FolderSource inFolder ? Optional.of(inFolder.place()) : Optional.empty();
    }

    /**
     * What tells the present state of the bundle from others, for those who wait for a change.
     *
     * @return the fingerprint of its files; empty unless it lies in a folder or a file of the file system
     * @throws IOException if the folder or the file cannot be looked at
     */
    public Optional<Fingerprint> fingerprint() throws IOException {
        try {
            if (this instanceof FolderSource inFolder) {
                return Optional.of(SystemFolder.look(inFolder.place()).fingerprint());
            }
            return this instanceof SingleFileSource single
                    ? Optional.of(Fingerprint.of(single.place().toRealPath()))
                    : Optional.empty();
        } catch (UncheckedIOException unreadable) {
            throw requireNonNull(unreadable.getCause(), "cause");
        }
    }

    /** What diagnostics call a file of this bundle. */
    abstract String nameOf(String file);

    /**
     * Reads the bundle in one go, and reports whatever lies in it that cannot be read.
     *
     * @param wanted which of its files are opened
     */
    abstract Contents read(Function<String, Wanted> wanted, Diagnostics diagnostics);
}
