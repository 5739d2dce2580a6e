package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The index by which a class path says which policy files it has: the file {@code index} in the folder {@code
 * META-INF/remit/policy}, with one path a line. Stateless.
 */
public final class PathIndex {
    /** The name of the file. */
    public static final String NAME = "index";

    /** Room for ten thousands of files. */
    private static final int MOST_BYTES = 1 << 22;

    private PathIndex() {}

    /**
     * The index of all bundles in a folder.
     *
     * @param policies the folder with the folders of the bundles, such as {@code
     *     src/main/resources/META-INF/remit/policy}
     * @return its text, or what is wrong with a bundle
     */
    public static Checked<String> of(Path policies) throws IOException {
        requireNonNull(policies, "policies");
        Diagnostics diagnostics = new Diagnostics();
        StringBuilder index = new StringBuilder();
        for (Path bundle : bundles(policies)) {
            Contents contents = BundleSource.at(bundle).read(none -> Wanted.NO, diagnostics);
            contents.members()
                    .forEach(file -> index.append(bundle.getFileName())
                            .append('/')
                            .append(file)
                            .append('\n'));
        }
        return diagnostics.hasErrors()
                ? Checked.failed(diagnostics.sorted())
                : Checked.of(index.toString(), diagnostics.sorted());
    }

    /**
     * The index of all bundles beside it.
     *
     * @param index the file with the index, which need not be there yet
     * @return its text, or what is wrong with a bundle
     */
    public static Checked<String> beside(Path index) throws IOException {
        Path policies = index.toAbsolutePath().getParent();
        return of(policies == null ? index : policies);
    }

    private static List<Path> bundles(Path policies) throws IOException {
        try (Stream<Path> inside = Files.list(policies)) {
            return inside.filter(each -> Files.exists(each.resolve(BundleSource.POLICY)))
                    .sorted()
                    .toList();
        }
    }

    /** The lines of an index. */
    static List<String> read(InputStream index) throws IOException {
        try (index) {
            byte[] bytes = index.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("the index is larger than " + MOST_BYTES + " bytes");
            }
            List<String> lines = new ArrayList<>();
            new String(bytes, StandardCharsets.UTF_8).lines().map(String::strip).forEach(lines::add);
            return lines;
        }
    }
}
