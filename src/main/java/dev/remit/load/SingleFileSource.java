package dev.remit.load;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A policy in one file, whatever its name; what lies beside it does not belong to it. */
final class SingleFileSource extends BundleSource {
    private final Path path;

    SingleFileSource(Path path) {
        this.path = path;
    }

    @Override
    String nameOf(String file) {
        return path.toString();
    }

    @Override
    List<String> list(Diagnostics diagnostics) {
        return List.of(POLICY);
    }

    @Override
    Optional<SourceFile> open(String file, Diagnostics diagnostics) {
        return FileText.read(path, nameOf(file), diagnostics);
    }
}
