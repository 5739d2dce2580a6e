package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loads every YAML example. What stands behind the language of a block says how:
 *
 * <ul>
 *   <li>nothing, or the name of a file of the bundle: a piece of the page's own bundle, which must load as a whole without
 *       so much as a warning;
 *   <li>{@code also}: one more rules file beside that bundle, and {@code instead}: sections in place of its own; with
 *       {@code fails} and codes behind it, there must be exactly these errors;
 *   <li>the path of a file of the repository: the whole of that file, which must load by itself;
 *   <li>{@code from} and a path: a piece of that file.
 * </ul>
 */
class YamlExamplesTest {
    private static final String POLICY = "policy.yaml";

    static List<Page> pages() {
        return Page.tested().stream()
                .filter(page -> !page.blocks("yaml").isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void loadsAsItSays(Page page) throws IOException {
        Map<String, PolicyText> bundle = bundle(page);
        if (!bundle.isEmpty()) {
            assertThat(check(bundle).diagnostics())
                    .as("the examples of %s together", page)
                    .isEmpty();
        }
        for (Page.Block block : page.blocks("yaml")) {
            String use = block.use();
            if (use.startsWith("also") || use.startsWith("instead")) {
                variant(page, block, bundle);
            } else if (use.startsWith("from ")) {
                assertThat(Files.readString(Path.of(use.substring("from ".length()))))
                        .as("%s, line %s", page, block.first() + 1)
                        .contains(block.text());
            } else if (isFile(use)) {
                assertThat(Remit.check(BundleSource.at(Path.of(use))).diagnostics())
                        .as(use)
                        .isEmpty();
            }
        }
        Keeping.keep(page, page.rewritten(YamlExamplesTest::whole));
    }

    private static boolean isFile(String use) {
        return !use.isEmpty() && Files.isRegularFile(Path.of(use));
    }

    private static List<String> whole(Page.Block block) {
        try {
            return block.language().equals("yaml") && isFile(block.use())
                    ? Files.readAllLines(Path.of(block.use()))
                    : block.lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, PolicyText> bundle(Page page) {
        Map<String, PolicyText> bundle = new TreeMap<>();
        for (Page.Block block : page.blocks("yaml")) {
            String use = block.use();
            boolean isOwn = use.isEmpty() || (use.endsWith(".yaml") && !use.contains(" ") && !isFile(use));
            if (isOwn) {
                bundle.merge(use.isEmpty() ? POLICY : use, PolicyText.of(block.lines()), PolicyText::and);
            }
        }
        return bundle;
    }

    private static void variant(Page page, Page.Block block, Map<String, PolicyText> bundle) {
        Map<String, PolicyText> changed = new TreeMap<>(bundle);
        PolicyText text = PolicyText.of(block.lines());
        if (block.use().startsWith("also")) {
            changed.put("rules/also.yaml", PolicyText.of(List.of("remit: 1")).and(text));
        } else {
            changed.computeIfPresent(POLICY, (name, own) -> own.instead(text));
        }
        List<String> expected = block.use().contains(" fails ")
                ? Arrays.asList(block.use().replaceFirst(".* fails ", "").split(" ", -1))
                : Collections.emptyList();

        assertThat(check(changed).diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(each -> each.code().id()))
                .as("errors of %s, line %s", page, block.first() + 1)
                .containsExactlyElementsOf(expected);
    }

    private static Checked<PolicyBundle> check(Map<String, PolicyText> bundle) {
        Map<String, String> texts = new LinkedHashMap<>();
        bundle.forEach((name, text) -> texts.put(name, text.text()));
        return Remit.check(BundleSource.of(texts));
    }
}
