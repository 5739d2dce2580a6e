package dev.remit.load;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A bundle of the corpus, told in one file.
 *
 * <p>It begins with what must be found, one line each: {@code # error[code] `underlined text`}. Then come the files of the
 * bundle, each after a line {@code # file: NAME}. If {@code policy.yaml} is not among them they are laid over the bundle
 * in {@code base}, of which {@code # without: NAME} takes a file out.
 *
 * @param name the path of the file in its corpus
 * @param expected what must be found, in order
 * @param texts the text of each file of the bundle
 */
record CorpusBundle(String name, List<String> expected, Map<String, String> texts) {
    static final Path RESOURCES = Path.of("src/test/resources/dev/remit/load");

    private static final String FILE = "# file: ";
    private static final String WITHOUT = "# without: ";

    /** All bundles of one corpus. */
    static List<CorpusBundle> all(String corpus) {
        Path folder = RESOURCES.resolve(corpus);
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .map(file -> of(folder.relativize(file).toString(), read(file)))
                .toList();
    }

    static CorpusBundle of(String name, String text) {
        Map<String, String> texts = new TreeMap<>(base());
        Map<String, String> told = new TreeMap<>();
        int start = ("\n" + text).indexOf("\n" + FILE);
        while (start >= 0) {
            int body = text.indexOf('\n', start) + 1;
            int next = text.indexOf("\n" + FILE, body - 1);
            int end = next < 0 ? text.length() : next + 1;
            told.put(text.substring(start + FILE.length(), body).strip(), text.substring(body, end));
            start = next < 0 ? next : next + 1;
        }
        if (told.containsKey(BundleSource.POLICY)) {
            texts.clear();
        }
        texts.putAll(told);
        text.lines()
                .filter(line -> line.startsWith(WITHOUT))
                .forEach(line -> texts.remove(line.substring(WITHOUT.length()).strip()));
        List<String> expected = text.lines()
                .takeWhile(line -> line.startsWith("# error[") || line.startsWith("# warning["))
                .map(line -> line.substring(2))
                .toList();
        return new CorpusBundle(name, expected, texts);
    }

    BundleSource source() {
        return BundleSource.of(texts);
    }

    /** A diagnostic as the corpus tells it. */
    String told(Diagnostic diagnostic) {
        return diagnostic.severity().word() + "[" + diagnostic.code().id() + "] "
                + Words.quoted(underlined(diagnostic));
    }

    /** What a diagnostic underlines; of several lines, the first. */
    String underlined(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        SourceFile file = new SourceFile(span.file(), texts.getOrDefault(span.file(), ""));
        String line = file.line(span.line());
        int[] points = line.codePoints().toArray();
        int start = Math.min(span.column() - 1, points.length);
        int end = span.isWithinOneLine() ? Math.min(span.endColumn() - 1, points.length) : points.length;
        return new String(points, start, end - start);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Map<String, String> base() {
        Path folder = RESOURCES.resolve("base");
        Map<String, String> texts = new TreeMap<>();
        files(folder).forEach(file -> texts.put(folder.relativize(file).toString(), read(file)));
        return texts;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
