package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    @Test
    void isTheMapOfWhatWasSaid() {
        Random random = new Random(3);
        Map<String, Integer> expected = new LinkedHashMap<>();
        PersistentMap<Integer> kept = PersistentMap.nothing();
        for (int i = 0; i < 200; i++) {
            String word = "w" + random.nextInt(40);
            expected.put(word, i);
            PersistentMap<Integer> before = kept;
            Map<String, Integer> was = Map.copyOf(before);
            kept = kept.with(word, i);
            assertThat(kept).isEqualTo(expected).hasSameHashCodeAs(expected);
            assertThat(kept.keySet()).containsExactlyElementsOf(expected.keySet());
            assertThat(before).isEqualTo(was);
        }
        assertThat(kept.get("w")).isNull();
        assertThat(kept.containsKey("w")).isFalse();
        assertThat(PersistentMap.copyOf(expected)).isEqualTo(expected);
    }

    @Test
    void keepsNothingThatSomebodyElseCanChange() {
        Map<String, Integer> mine = new LinkedHashMap<>(Map.of("a", 1));
        PersistentMap<Integer> kept = PersistentMap.copyOf(mine);

        mine.put("b", 2);

        assertThat(kept).hasSize(1);
        assertThatThrownBy(() -> kept.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> kept.entrySet().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // that is what is tried
    void refusesNull() {
        Map<String, Integer> holed = new LinkedHashMap<>();
        holed.put("a", null);

        assertThatThrownBy(() -> PersistentMap.copyOf(holed)).isInstanceOf(NullPointerException.class);
    }
}
