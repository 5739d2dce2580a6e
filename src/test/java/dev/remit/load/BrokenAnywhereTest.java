package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks a sound bundle everywhere: the loader must never throw, and never hand out anything after an error. */
class BrokenAnywhereTest {
    private static final Map<String, String> BASE = CorpusBundle.of("base", "").texts();
    private static final List<String> STRANGE =
            List.of("", "~", "[]", "{}", "a", "true", "1", "[x, x]", "{a: b}", "any");

    private static final int STRIDE = 5;

    static List<String> files() {
        return List.copyOf(BASE.keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void survivesTheLossOfAnyLine(String file) {
        List<String> lines = BASE.getOrDefault(file, "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> rest = new ArrayList<>(lines);
            rest.remove(i);
            check(file, String.join("\n", rest) + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void survivesTheEndOfTheFileAnywhere(String file) {
        String text = BASE.getOrDefault(file, "");
        for (int end = 0; end < text.length(); end += 3) {
            check(file, text.substring(0, end));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void survivesAnyWordInPlaceOfAnother(String file) {
        Random random = new Random(20_261_122);
        String text = BASE.getOrDefault(file, "");
        List<int[]> words = words(text);
        for (int i = 0; i < words.size(); i++) {
            int[] word = words.get(i);
            int[] other = words.get(random.nextInt(words.size()));
            List<String> instead = new ArrayList<>(STRANGE);
            instead.add(text.substring(other[0], other[1]));
            // Each place gets some of them, and each of them comes to some places.
            for (int j = i % STRIDE; j < instead.size(); j += STRIDE) {
                check(file, text.substring(0, word[0]) + instead.get(j) + text.substring(word[1]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void survivesTheLossOfTheFile(String file) {
        Map<String, String> texts = new TreeMap<>(BASE);
        texts.remove(file);

        check(texts, file + " lost");
    }

    @Test
    void survivesNothingAtAll() {
        check(Map.of(), "nothing");
    }

    private static void check(String file, String text) {
        Map<String, String> texts = new TreeMap<>(BASE);
        texts.put(file, text);
        check(texts, text);
    }

    private static void check(Map<String, String> texts, String what) {
        Checked<LoadedBundle> loaded = OpenedBundle.of(BundleSource.of(texts)).load();

        assertThat(loaded.value().isEmpty())
                .as(what)
                .isEqualTo(loaded.diagnostics().stream().anyMatch(Diagnostic::isError));
    }

    /** Where words begin and end. */
    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isWord = i < text.length()
                    && (Character.isLetterOrDigit(text.charAt(i)) || "-._".indexOf(text.charAt(i)) >= 0);
            if (isWord && start < 0) {
                start = i;
            } else if (!isWord && start >= 0) {
                words.add(new int[] {start, i});
                start = -1;
            }
        }
        return words;
    }
}
