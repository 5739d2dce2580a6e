package dev.remit.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.PolicyPath.Section;
import org.junit.jupiter.api.Test;

class SourceMapTest {

    private static final Span HERE = Span.within("policy.yaml", 1, 1, 4);
    private static final Span THERE = Span.within("policy.yaml", 9, 1, 4);

    @Test
    void findsWhatWasNoted() {
        SourceMap map = SourceMap.builder().put(Section.RULES.path("a"), HERE).build();

        assertThat(map.find(Section.RULES.path("a"))).contains(HERE);
        assertThat(map.find(Section.RULES.path("b"))).isEmpty();
        assertThat(map.size()).isEqualTo(1);
    }

    @Test
    void keepsTheFirstPlaceOfAPath() {
        SourceMap map = SourceMap.builder()
                .put(Section.RULES.path("a"), HERE)
                .put(Section.RULES.path("a"), THERE)
                .build();

        assertThat(map.find(Section.RULES.path("a"))).contains(HERE);
    }

    @Test
    void namesWhatStandsRightBelowAPath() {
        SourceMap map = SourceMap.builder()
                .put(Section.RULES.path("b"), HERE)
                .put(Section.RULES.path("a"), HERE)
                .put(Section.RULES.path("a").condition(), HERE)
                .put(Section.RULINGS.path("c"), HERE)
                .build();

        assertThat(map.below(Section.RULES)).containsExactly("a", "b");
        assertThat(map.below(Section.PROJECTS)).isEmpty();
    }

    @Test
    void isNotChangedByItsBuilder() {
        SourceMap.Builder builder = SourceMap.builder().put(Section.RULES.path("a"), HERE);
        SourceMap map = builder.build();

        builder.put(Section.RULES.path("b"), THERE);

        assertThat(map.find(Section.RULES.path("b"))).isEmpty();
    }

    @Test
    void canBeEmpty() {
        assertThat(SourceMap.empty().find(Section.RULES.path("a"))).isEmpty();
        assertThat(SourceMap.builder().build()).isSameAs(SourceMap.empty());
    }
}
