package dev.remit.load;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bundle in memory. */
final class TextSource extends BundleSource {
    private final String where;
    private final Map<String, String> texts;

    TextSource(String where, Map<String, String> texts) {
        this.where = where;
        this.texts = texts;
    }

    @Override
    String nameOf(String file) {
        return where.isEmpty() ? file : where + "/" + file;
    }

    @Override
    List<String> list(Diagnostics diagnostics) {
        return List.copyOf(texts.keySet());
    }

    @Override
    Optional<SourceFile> open(String file, Diagnostics diagnostics) {
        return Optional.ofNullable(texts.get(file)).map(text -> new SourceFile(nameOf(file), text));
    }
}
