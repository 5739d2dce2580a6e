package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page says first whom it is for, and the list of documents names every page. */
class ReadersTest {
    private static final Path GENERATED = Path.of("docs/policy/opensafely.md");

    static List<Page> pages() {
        return Page.all().stream()
                .filter(page -> page.path().toString().matches("docs/(use|policy|internals)/.*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysWhomItIsFor(Page page) {
        if (!page.path().equals(GENERATED)) {
            assertThat(page.lines().get(2)).as("the first sentence of %s", page).startsWith("For ");
        }
    }

    @Test
    void areListed() {
        Page list = Page.of("docs/README.md");

        assertThat(list.links().stream().map(link -> list.path().resolveSibling(link)))
                .containsAll(pages().stream().map(Page::path).toList());
    }
}
