package dev.remit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeafTest {
    private static final List<Leaf> LEAVES = leaves();

    @Test
    void sumsUpOverKnowledgeInAnyOrder() {
        assertSemilattice(Leaf::overKnowledge);
    }

    @Test
    void sumsUpOverChoicesInAnyOrder() {
        assertSemilattice(Leaf::overChoices);
    }

    private static void assertSemilattice(Function<List<Leaf>, Leaf> operation) {
        for (Leaf a : LEAVES) {
            assertThat(operation.apply(List.of(a))).isEqualTo(a);
            assertThat(operation.apply(List.of(a, a))).isEqualTo(a);
            for (Leaf b : LEAVES) {
                Leaf both = operation.apply(List.of(a, b));
                assertThat(operation.apply(List.of(b, a))).isEqualTo(both);
                for (Leaf c : LEAVES) {
                    Leaf all = operation.apply(List.of(a, b, c));
                    assertThat(operation.apply(List.of(both, c))).isEqualTo(all);
                    assertThat(operation.apply(List.of(a, operation.apply(List.of(b, c)))))
                            .isEqualTo(all);
                }
            }
        }
    }

    /** Leaves such as one choice can have in one state, and what comes of them; grants of one choice only. */
    private static List<Leaf> leaves() {
        SplittableRandom random = new SplittableRandom(1);
        List<Leaf> leaves = new ArrayList<>(List.of(Leaf.Open.OPEN, Leaf.Denied.UNGRANTED));
        for (int i = 0; i < 12; i++) {
            List<Leaf.Grant> grants = IntStream.range(0, 4)
                    .filter(rule -> random.nextBoolean())
                    .mapToObj(rule -> new Leaf.Grant(
                            rule, 0, rule % 2, random.nextBoolean(), List.of(Treatment.values()[random.nextInt(8)])))
                    .toList();
            leaves.add(grants.isEmpty() ? Leaf.Open.OPEN : new Leaf.Granted(grants));
            boolean inconsistent = random.nextBoolean();
            leaves.add(new Leaf.Denied(
                    inconsistent, inconsistent || random.nextBoolean(), extent(random), extent(random)));
        }
        return leaves;
    }

    private static Extent extent(SplittableRandom random) {
        int[] sometimes =
                IntStream.range(0, 5).filter(i -> random.nextBoolean()).toArray();
        return new Extent(
                IntStream.of(sometimes).filter(i -> random.nextBoolean()).toArray(), sometimes);
    }

    @Test
    void tellsThoseThatHoldThroughoutBeforeThoseThatHoldSomewhere() {
        assertThat(new Extent(new int[] {2}, new int[] {1, 2, 3}).places()).containsExactly(2);
        assertThat(new Extent(new int[] {}, new int[] {1, 3}).places()).containsExactly(1, 3);
        assertThat(Extent.NONE.places()).isEmpty();
    }

    @Test
    void keepsTheStricterTreatmentOverKnowledge() {
        Leaf.Grant included = new Leaf.Grant(1, 0, 0, true, List.of(Treatment.INCLUDED));
        Leaf.Grant excluded = new Leaf.Grant(1, 0, 0, true, List.of(Treatment.EXCLUDED_BY_FILTER));

        assertThat(Leaf.overKnowledge(
                        List.of(new Leaf.Granted(List.of(included)), new Leaf.Granted(List.of(excluded)))))
                .isEqualTo(new Leaf.Granted(List.of(excluded)));
    }

    @Test
    void marksAGrantThatOneStateLacks() {
        Leaf.Grant one = new Leaf.Grant(1, 0, 0, true, List.of());
        Leaf.Grant other = new Leaf.Grant(2, 0, 0, true, List.of());

        assertThat(Leaf.overKnowledge(List.of(new Leaf.Granted(List.of(one)), new Leaf.Granted(List.of(one, other)))))
                .isEqualTo(new Leaf.Granted(List.of(one, other.sometimes())));
    }

    @Test
    void keepsGrantsOfDifferentChoicesAsSureAsTheyWere() {
        Leaf.Grant one = new Leaf.Grant(1, 0, 0, true, List.of());
        Leaf.Grant other = new Leaf.Grant(1, 0, 1, true, List.of());

        assertThat(Leaf.overChoices(List.of(new Leaf.Granted(List.of(other)), new Leaf.Granted(List.of(one)))))
                .isEqualTo(new Leaf.Granted(List.of(one, other)));
    }

    @Test
    void needsEveryStateButOnlyOneChoice() {
        Leaf granted = new Leaf.Granted(List.of(new Leaf.Grant(1, 0, 0, true, List.of())));

        assertThat(Leaf.overKnowledge(List.of(granted, Leaf.Denied.UNGRANTED))).isEqualTo(Leaf.Open.OPEN);
        assertThat(Leaf.overKnowledge(List.of(granted, Leaf.Open.OPEN))).isEqualTo(Leaf.Open.OPEN);
        assertThat(Leaf.overChoices(List.of(granted, Leaf.Denied.UNGRANTED))).isEqualTo(granted);
        assertThat(Leaf.overChoices(List.of(granted, Leaf.Open.OPEN))).isEqualTo(granted);
        assertThat(Leaf.overChoices(List.of(Leaf.Denied.UNGRANTED, Leaf.Open.OPEN)))
                .isEqualTo(Leaf.Open.OPEN);
    }
}
