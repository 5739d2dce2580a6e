package dev.remit.json;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small bundle that the tests of this room ask, and their corpora. */
final class Library {
    static final PolicyBundle BUNDLE = Remit.load(Path.of("src/test/resources/dev/remit/json/bundle"));

    private Library() {}

    /** The paragraphs of a corpus, each with its lines; the first only tells what it is. */
    static List<List<String>> paragraphs(String file) throws IOException {
        return List.of(Files.readString(Path.of("src/test/resources/dev/remit/json", file))
                        .strip()
                        .split("\n\n+"))
                .stream()
                .skip(1)
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }
}
