package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import dev.remit.load.BundleSource;
import dev.remit.load.LoadedBundle;
import dev.remit.load.OpenedBundle;
import dev.remit.model.Clause;
import dev.remit.model.Id;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Two invented documents, one of them in the wrong encoding, and a policy made from them. */
final class Archive {
    static final Id.Source RULES = new Id.Source("RULES");
    static final Id.Source VISITORS = new Id.Source("VISIT");
    static final Path BUNDLE = Path.of("src/test/resources/dev/remit/clauses/bundle");

    private Archive() {}

    static LoadedBundle bundle() {
        return OpenedBundle.of(BundleSource.at(BUNDLE)).load().orThrow();
    }

    static List<Clause> clauses() {
        return bundle().policy().clauses();
    }

    static String rules() {
        return text("rules.txt");
    }

    static String visitors() {
        return text("visitors.txt");
    }

    /** The sentences of a text, which need not be one of the two. */
    static SourceText read(Id.Source document, String text) {
        LoadedBundle bundle = bundle();
        String title = bundle.policy().header().sources().stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow()
                .title();
        return SourceText.read(
                text,
                title,
                bundle.policy().clauses().stream()
                        .filter(each -> each.document().equals(document))
                        .map(Clause::section)
                        .toList());
    }

    static Drift drift(Id.Source document, String text) {
        return Drift.between(document, clauses(), read(document, text));
    }

    private static String text(String name) {
        try (InputStream file = requireNonNull(Archive.class.getResourceAsStream(name), name)) {
            return SourceText.decode(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
