package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTableTest {
    /** Words of one hash among them, and one of letters outside Latin-1. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1_000, 50_000})
    void findsEveryWordAndNoOther(int size) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            numbers.put("p" + i * 7, i);
        }
        if (size == 3) {
            numbers.put("AaAa", 11);
            numbers.put("BBBB", 12);
            numbers.put("AaBB", 13);
            numbers.put("\u03c0\u03c0", 14);
        }

        IdTable ids = new IdTable(numbers);

        numbers.forEach((word, number) -> assertThat(ids.find(new String(word))).isEqualTo(number));
        assertThat(ids.find("BBAa")).isEqualTo(-1);
        assertThat(ids.find("p" + size * 7)).isEqualTo(-1);
        assertThat(ids.find("p")).isEqualTo(-1);
        assertThat(ids.find("")).isEqualTo(-1);
    }

    @Test
    void looksAtFewPlacesHoweverManyIdsHaveOneHashCode() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < 1 << 10; i++) {
            StringBuilder id = new StringBuilder();
            for (int bit = 0; bit < 10; bit++) {
                id.append((i >> bit & 1) == 0 ? "aw" : "c9");
            }
            numbers.put(id.toString(), i);
        }

        IdTable ids = new IdTable(numbers);

        numbers.forEach((word, number) -> assertThat(ids.find(word)).isEqualTo(number));
        assertThat(ids.find("BBaw")).isEqualTo(-1);
        assertThat(ids.far()).isEqualTo(numbers.size() - 16);
    }
}
