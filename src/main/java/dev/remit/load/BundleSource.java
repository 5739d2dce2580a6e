package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of a policy bundle lie: in a folder, on the class path, or in the memory of the program.
 *
 * <p>Naming a source opens nothing; faults of files are found when it is loaded. Immutable and safe to share between
 * threads.
 */
public abstract sealed class BundleSource permits FolderSource, SingleFileSource, ClassPathSource, TextSource {

    /** The file every bundle has. */
    static final String POLICY = "policy.yaml";

    BundleSource() {}

    /**
     * A bundle in the file system.
     *
     * <p>A folder is read whole. So is the folder of a file that is called {@code policy.yaml}, because a policy read
     * without the rules beside it could permit what they forbid. A file of any other name is a policy by itself.
     *
     * @param path a folder, or a file; diagnostics name files as this path does
     * @return the source
     */
    public static BundleSource at(Path path) {
        requireNonNull(path, "path");
        Path name = path.getFileName();
        if (name != null && name.toString().equals(POLICY)) {
            Path folder = path.getParent();
            return new FolderSource(folder == null ? Path.of("") : folder);
        }
        return name != null && name.toString().endsWith(".yaml") ? new SingleFileSource(path) : new FolderSource(path);
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
     * resource {@code META-INF/remit/policy/index} lists files, one path a line, relative to itself.
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
     *     {@code rules/support.yaml}
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
        return new TextSource(requireNonNull(where, "where"), Map.copyOf(requireNonNull(texts, "texts")));
    }

    /** What diagnostics call a file of this bundle. */
    abstract String nameOf(String file);

    /**
     * The paths of all files beside and below {@code policy.yaml} that could matter, with {@code /} between their parts;
     * in any order. Of folders other than {@code rules} and {@code tests}, the name alone, with a {@code /} after it.
     */
    abstract List<String> list(Diagnostics diagnostics);

    /** One of the files listed. If it cannot be read, that is reported. */
    abstract Optional<SourceFile> open(String file, Diagnostics diagnostics);
}
