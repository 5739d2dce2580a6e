package dev.remit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 1_000, 20_000})
    void findsEveryWordAndNoOther(int size) {
        List<String> words =
                IntStream.range(0, size).mapToObj(i -> "word-" + i * 31).toList();

        List<String> found = Ordinals.copyOf(words);

        assertThat(found).isEqualTo(words);
        for (int place = 0; place < size; place++) {
            assertThat(found.indexOf(new String(words.get(place)))).isEqualTo(place);
        }
        assertThat(found.indexOf("word")).isEqualTo(-1);
        assertThat(found.contains("word-" + size * 31)).isFalse();
        assertThat(found.indexOf(null)).isEqualTo(-1);
    }

    @Test
    void tellsWordsOfOneHashApart() {
        List<String> words = List.of("AaAa", "BBBB", "AaBB", "BBAa");
        assertThat(words.stream().mapToInt(String::hashCode).distinct().count()).isEqualTo(1);

        List<String> found = Ordinals.copyOf(words.subList(0, 3));

        assertThat(words.stream().map(found::indexOf)).containsExactly(0, 1, 2, -1);
    }

    /** Words that end in numbers have hashes that lie side by side. */
    @ParameterizedTest
    @ValueSource(strings = {"e", "P", "hospital-"})
    void findsNumberedWordsAtOnce(String name) {
        Ordinals found = (Ordinals) Ordinals.copyOf(
                IntStream.range(0, 1_000).mapToObj(i -> name + i).toList());

        assertThat(found.stream().mapToInt(found::tries).sum()).isLessThan(1_300);
    }

    @Test
    void givesInternedWords() {
        assertThat(Ordinals.copyOf(List.of(new String("a-word"))).get(0)).isSameAs("a-word");
    }

    @Test
    void takesNoWordTwice() {
        assertThatThrownBy(() -> Ordinals.copyOf(List.of("a", "b", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void looksAtFewSlotsHoweverManyWordsHaveOneHashCode() {
        List<String> alike = alike(10);
        Ordinals words = (Ordinals) Ordinals.copyOf(alike);

        for (int place = 0; place < alike.size(); place++) {
            assertThat(words.place(alike.get(place))).isEqualTo(place);
            assertThat(words.tries(alike.get(place))).isLessThanOrEqualTo(16);
        }
        assertThat(words.place("d8".repeat(10))).isEqualTo(-1);
        assertThat(words.tries("BB" + "aw".repeat(9))).isLessThanOrEqualTo(16);
    }

    /** Words of so many pairs of letters each, all of one hash code. */
    private static List<String> alike(int pairs) {
        List<String> words = List.of("");
        for (int i = 0; i < pairs; i++) {
            words = words.stream()
                    .flatMap(word -> Stream.of(word + "aw", word + "c9"))
                    .toList();
        }
        return words;
    }
}
