package dev.remit.load;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What lies in and below the folder of a bundle, wherever that is: on a disk, in a jar, in a revision of a repository.
 *
 * <p>A tree lists everything it finds there and judges nothing: what belongs to the bundle is decided in one place, for all
 * trees alike.
 */
public interface FileTree {

    /** What a path leads to. */
    enum Kind {
        /** A file that can be read, if need be through links that stay inside the bundle. */
        FILE,
        /** A folder. */
        FOLDER,
        /** Neither file nor folder, such as a pipe, a device or a socket. Reading one could wait forever. */
        SPECIAL,
        /** A link to something outside the bundle's folder. */
        OUTSIDE,
        /** A link that leads to nothing. */
        DANGLING,
        /** A reference to another repository, whose files are not here. */
        SUBMODULE,
        /** A folder with more in it than is ever looked through. */
        CROWDED
    }

    /**
     * Something that lies in the tree.
     *
     * @param path its name, from the bundle's folder on, with {@code /} between the parts
     * @param kind what it is, after links were followed
     * @param real where its content lies: the same path, unless links lead elsewhere within the bundle
     */
    record Entry(String path, Kind kind, String real) {
        /** Checks that all parts are there. */
        public Entry {
            requireNonNull(path, "path");
            requireNonNull(kind, "kind");
            requireNonNull(real, "real");
        }

        /** A file that lies where its path says. */
        public static Entry file(String path) {
            return new Entry(path, Kind.FILE, path);
        }
    }

    /**
     * Everything beside {@code policy.yaml} and in the folders {@code rules} and {@code tests}; of other folders, at least
     * the files whose names look like those of YAML files. In any order.
     */
    List<Entry> entries() throws IOException;

    /** The content of one of the entries that are files. */
    InputStream open(Entry entry) throws IOException;
}
