package dev.remit.cli;

import dev.remit.clauses.Drift;
import dev.remit.clauses.SourceText;
import dev.remit.diagnostic.Words;
import dev.remit.model.Clause;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the source document that a file is an edition of, and compares it with the record. */
final class Documents {
    /** The largest document to read: many times the length of the longest policy that people read. */
    private static final int MOST_BYTES = 1 << 23;

    private final Policy policy;

    Documents(Policy policy) {
        this.policy = policy;
    }

    /**
     * Compares files, each given as a path or as {@code ID=PATH} with the id of a document; in the order of the header.
     */
    List<Drift> compare(List<String> files) {
        Map<Header.SourceDocument, String> texts = texts(files);
        return policy.header().sources().stream()
                .filter(texts::containsKey)
                .map(document -> compare(document, texts.getOrDefault(document, "")))
                .toList();
    }

    private Map<Header.SourceDocument, String> texts(List<String> files) {
        Map<Header.SourceDocument, String> texts = new LinkedHashMap<>();
        for (String file : files) {
            Optional<Header.SourceDocument> named = named(file);
            String path = named.isPresent() ? file.substring(file.indexOf('=') + 1) : file;
            String text = read(path, file);
            Header.SourceDocument document = named.orElseGet(() -> titled(text, path));
            if (texts.put(document, text) != null) {
                throw new UsageError(
                        "two files are given as the document "
                                + Words.quoted(document.id().value()),
                        Optional.empty());
            }
        }
        return texts;
    }

    /** The same, with the words that went and came since older editions of the documents, given as files too. */
    List<Drift> against(List<Drift> drifts, List<String> files) {
        Map<Header.SourceDocument, String> older = texts(files);
        return drifts.stream()
                .map(drift -> older.entrySet().stream()
                        .filter(each -> each.getKey().id().equals(drift.document()))
                        .findFirst()
                        .map(each -> drift.against(sentences(each.getKey(), each.getValue())))
                        .orElse(drift))
                .toList();
    }

    private Drift compare(Header.SourceDocument document, String text) {
        return Drift.between(document.id(), policy.clauses(), sentences(document, text));
    }

    private SourceText sentences(Header.SourceDocument document, String text) {
        List<String> sections = policy.clauses().stream()
                .filter(each -> each.document().equals(document.id()))
                .map(Clause::section)
                .toList();
        return SourceText.read(text, document.title(), sections);
    }

    private Optional<Header.SourceDocument> named(String file) {
        int equals = file.indexOf('=');
        String name = file.substring(0, Math.max(equals, 0));
        return policy.header().sources().stream()
                .filter(each -> each.id().value().equals(name))
                .findFirst();
    }

    private Header.SourceDocument titled(String text, String path) {
        List<Header.SourceDocument> titled = policy.header().sources().stream()
                .filter(each -> SourceText.isTitled(text, each.title()))
                .toList();
        if (titled.size() == 1) {
            return titled.get(0);
        }
        List<String> ids = ids();
        throw new UsageError(
                Words.quoted(path)
                        + (titled.isEmpty() ? " holds the title of no source" : " holds the titles of several sources"),
                "say which it is, like `--source " + (ids.isEmpty() ? "ID" : ids.get(0)) + "=FILE`; the sources are "
                        + Words.and(ids));
    }

    private String read(String path, String given) {
        try {
            Path file = Path.of(path);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new UsageError(
                        Words.quoted(path) + " cannot be read: it is no file with text",
                        "save the text of the document in a file, and name that");
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                return SourceText.decode(upToTheLimit(bytes, path));
            }
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw missing(path, given);
        } catch (IOException unreadable) {
            throw new UsageError(Words.quoted(path) + " cannot be read", Optional.empty());
        }
    }

    private static byte[] upToTheLimit(InputStream bytes, String path) throws IOException {
        byte[] read = bytes.readNBytes(MOST_BYTES + 1);
        if (read.length > MOST_BYTES) {
            throw new UsageError(
                    "expected at most " + MOST_BYTES + " bytes of text in " + Words.quoted(path) + ", found more",
                    "name a file with the text of the document alone");
        }
        return read;
    }

    /** The error for a path that is no file: for {@code ID=PATH} with an unknown id, that the id is not declared. */
    private UsageError missing(String path, String given) {
        int equals = given.indexOf('=');
        if (equals < 1 || given.lastIndexOf('/', equals) >= 0 || named(given).isPresent()) {
            return new UsageError("there is no file " + Words.quoted(path), Optional.empty());
        }
        String name = given.substring(0, equals);
        return new UsageError(
                "source " + Words.quoted(name) + " is not declared",
                Words.didYouMean(name, ids()).or(() -> Optional.of("the sources are " + Words.and(ids()))));
    }

    private List<String> ids() {
        return policy.header().sources().stream()
                .map(Header.SourceDocument::id)
                .map(Id.Source::value)
                .toList();
    }
}
