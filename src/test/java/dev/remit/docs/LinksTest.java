package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows every link within the repository. */
class LinksTest {

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
