package dev.remit.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceMapTest {

    private static final Span HERE = Span.within("policy.yaml", 1, 1, 4);
    private static final Span THERE = Span.within("policy.yaml", 9, 1, 4);

    @Test
    void findsWhatWasNoted() {
        SourceMap map = SourceMap.builder().put("rules.a", HERE).build();

        assertThat(map.find("rules.a")).contains(HERE);
        assertThat(map.find("rules.b")).isEmpty();
        assertThat(map.size()).isEqualTo(1);
    }

    @Test
    void keepsTheFirstPlaceOfAPath() {
        SourceMap map =
                SourceMap.builder().put("rules.a", HERE).put("rules.a", THERE).build();

        assertThat(map.find("rules.a")).contains(HERE);
    }

    @Test
    void namesWhatStandsRightBelowAPath() {
        SourceMap map = SourceMap.builder()
                .put("rules.b", HERE)
                .put("rules.a", HERE)
                .put("rules.a.when", HERE)
                .put("rulings.c", HERE)
                .build();

        assertThat(map.below("rules")).containsExactly("a", "b");
        assertThat(map.below("projects")).isEmpty();
    }

    @Test
    void isNotChangedByItsBuilder() {
        SourceMap.Builder builder = SourceMap.builder().put("rules.a", HERE);
        SourceMap map = builder.build();

        builder.put("rules.b", THERE);

        assertThat(map.find("rules.b")).isEmpty();
    }

    @Test
    void canBeEmpty() {
        assertThat(SourceMap.empty().find("rules.a")).isEmpty();
        assertThat(SourceMap.builder().build()).isSameAs(SourceMap.empty());
    }
}
