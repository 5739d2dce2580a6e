package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A policy in one file, whatever its name; what lies beside it does not belong to it. */
final class SingleFileSource extends BundleSource {
    private final Path path;

    SingleFileSource(Path path) {
        this.path = path;
    }

    /** The file. */
    Path place() {
        return path;
    }

    @Override
    String nameOf(String file) {
        return path.toString();
    }

    @Override
    Contents read(Function<String, Wanted> wanted, Diagnostics diagnostics) {
        if (!Files.exists(path)) {
            diagnostics.report(Code.MISSING_FILE, Span.startOf(path.toString()), "there is no such file");
            return Contents.none();
        }
        return aloneOrWithout(wanted, diagnostics);
    }

    private Contents aloneOrWithout(Function<String, Wanted> wanted, Diagnostics diagnostics) {
        String name = String.valueOf(path.getFileName());
        if (Layout.files().contains(name)) {
            diagnostics.report(
                    Code.MISSING_FILE,
                    Span.startOf(path.toString()),
                    "this is " + described(name) + " of a bundle, and no `policy.yaml` lies beside it",
                    "name the folder of the bundle it belongs to");
            return Contents.none();
        }
        try {
            return Contents.read(new Alone(), this::nameOf, wanted, false, diagnostics);
        } catch (IOException unreadable) {
            FileText.reportUnreadable(path.toString(), diagnostics);
            return Contents.none();
        }
    }

    private static String described(String name) {
        return switch (name) {
            case "projects.yaml" -> "the project register";
            case "people.yaml" -> "the people register";
            case "clauses.yaml" -> "the clause register";
            case "invariants.yaml" -> "the list of invariants";
            default -> "the sign-off";
        };
    }

    /** A folder with nothing but the policy in it. */
    private final class Alone implements FileTree {
        @Override
        public List<Entry> entries() {
            Kind kind = Files.isRegularFile(path) ? Kind.FILE : Files.isDirectory(path) ? Kind.FOLDER : Kind.SPECIAL;
            return List.of(new Entry(POLICY, kind, POLICY));
        }

        @Override
        public InputStream open(Entry entry) throws IOException {
            return Files.newInputStream(path);
        }
    }
}
