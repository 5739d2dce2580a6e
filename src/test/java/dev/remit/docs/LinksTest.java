package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows every link within the repository, and every path of a document that is named. */
class LinksTest {
    private static final Pattern DOCUMENT = Pattern.compile("\\bdocs/[\\w/.-]*\\.(?:md|html|yaml)\\b");

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadsSomewhere(Page page) {
        List<String> broken = new ArrayList<>();
        for (String link : page.links()) {
            if (!isElsewhere(link) && !resolves(page, link)) {
                broken.add(link);
            }
        }

        assertThat(broken).as("links of %s that lead nowhere", page).isEmpty();
    }

    @Test
    void leadsToEveryPageFromTheReadme() {
        Set<Path> reached = new HashSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(Path.of("README.md")));
        while (!next.isEmpty()) {
            Path path = next.remove();
            if (Files.isRegularFile(path) && path.toString().endsWith(".md") && reached.add(path)) {
                Page page = Page.read(path);
                page.links().stream()
                        .filter(link -> !isElsewhere(link))
                        .map(link -> file(page, link))
                        .forEach(next::add);
            }
        }

        assertThat(reached)
                .as("pages that can be reached from the readme")
                .containsAll(Page.all().stream().map(Page::path).toList());
    }

    @Test
    void namesNoDocumentThatIsNotThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : namingDocuments()) {
            Matcher named = DOCUMENT.matcher(Files.readString(file));
            while (named.find()) {
                if (!Files.isRegularFile(Path.of(named.group()))) {
                    missing.add(file + ": " + named.group());
                }
            }
        }

        assertThat(missing).as("documents that are named and not there").isEmpty();
    }

    /** The files besides tests whose text names documents by their path: code, policies, build files and the documents. */
    private static List<Path> namingDocuments() throws IOException {
        List<Path> files =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("pom.xml"), Path.of("src/bench/pom.xml")));
        for (String folder : List.of("docs", "policy", "src/main", "src/bench/java", ".ci")) {
            try (Stream<Path> below = Files.walk(Path.of(folder))) {
                below.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".remit"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static boolean isElsewhere(String link) {
        return link.startsWith("https://");
    }

    private static boolean resolves(Page page, String link) {
        Path file = file(page, link);
        int hash = link.indexOf('#');
        return hash < 0
                ? Files.exists(file)
                : Files.isRegularFile(file) && Page.read(file).anchors().contains(link.substring(hash + 1));
    }

    private static Path file(Page page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page.path() : page.path().resolveSibling(path).normalize();
    }
}
