package dev.remit.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.model.TooLargeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForestTest {
    private final Forest<String> forest = new Forest<>(10_000);

    @Test
    void makesEqualLeavesOnce() {
        assertThat(forest.leaf("yes")).isEqualTo(forest.leaf(new String("yes"))).isNotEqualTo(forest.leaf("no"));
    }

    @Test
    void makesEqualNodesOnce() {
        int yes = forest.leaf("yes");
        int no = forest.leaf("no");

        int node = forest.node(3, new int[] {yes, no});

        assertThat(forest.node(3, new int[] {yes, no})).isEqualTo(node);
        assertThat(forest.node(3, new int[] {no, yes})).isNotEqualTo(node);
        assertThat(forest.node(4, new int[] {yes, no})).isNotEqualTo(node);
        assertThat(forest.node(3, new int[] {yes, no, no})).isNotEqualTo(node);
        assertThat(forest.size()).isEqualTo(4);
    }

    @Test
    void makesNoNodeWhoseEdgesAllLeadToOnePlace() {
        int yes = forest.leaf("yes");
        int node = forest.node(2, new int[] {yes, forest.leaf("no")});

        assertThat(forest.node(1, new int[] {node, node, node})).isEqualTo(node);
        assertThat(forest.node(1, new int[] {yes, yes})).isEqualTo(yes);
        assertThat(forest.size()).isEqualTo(1);
    }

    @Test
    void remembersWhatItWasGiven() {
        int yes = forest.leaf("yes");
        int no = forest.leaf("no");
        int node = forest.node(7, new int[] {no, yes, no});

        assertThat(forest.isLeaf(yes)).isTrue();
        assertThat(forest.isLeaf(node)).isFalse();
        assertThat(forest.value(no)).isEqualTo("no");
        assertThat(forest.position(node)).isEqualTo(7);
        assertThat(forest.position(yes)).isEqualTo(Forest.LEAF);
        assertThat(forest.arity(node)).isEqualTo(3);
        assertThat(forest.child(node, 1)).isEqualTo(yes);
    }

    @Test
    void tellsNodesApartWhenThereAreVeryMany() {
        Forest<Integer> large = new Forest<>(200_000);
        Map<List<Integer>, Integer> expected = new HashMap<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            int[] children = IntStream.range(0, 2 + random.nextInt(3))
                    .map(child -> large.leaf(random.nextInt(60)))
                    .toArray();
            int node = large.node(1, children);
            List<Integer> key = Arrays.stream(children).boxed().toList();
            assertThat(expected.getOrDefault(key, node)).isEqualTo(node);
            expected.put(key, node);
        }

        assertThat(expected.values().stream().filter(node -> node >= 0).distinct())
                .hasSize(large.size());
    }

    @Test
    void appliesAnOperationLeafByLeaf() {
        Forest<Integer> numbers = new Forest<>(10_000);
        SplittableRandom random = new SplittableRandom(2);
        var sum = numbers.lift(Integer::sum);
        for (int round = 0; round < 50; round++) {
            int one = randomDiagram(numbers, 0, random);
            int other = randomDiagram(numbers, 0, random);

            int both = sum.apply(one, other);

            for (int question = 0; question < 243; question++) {
                assertThat(at(numbers, both, question))
                        .isEqualTo(at(numbers, one, question) + at(numbers, other, question));
            }
        }
    }

    @Test
    void findsTheSameDiagramInWhateverOrderAnOperationIsApplied() {
        Forest<Integer> numbers = new Forest<>(10_000);
        SplittableRandom random = new SplittableRandom(3);
        List<Integer> diagrams = IntStream.range(0, 7)
                .mapToObj(i -> randomDiagram(numbers, 0, random))
                .toList();
        var max = numbers.lift(Math::max);

        int forwards = max.applyAll(diagrams);
        int backwards = IntStream.rangeClosed(1, 7)
                .map(i -> diagrams.get(7 - i))
                .reduce(max::apply)
                .orElseThrow();

        assertThat(backwards).isEqualTo(forwards);
        assertThat(max.applyAll(List.of(diagrams.get(0)))).isEqualTo(diagrams.get(0));
    }

    private static int randomDiagram(Forest<Integer> forest, int position, SplittableRandom random) {
        if (position == 5 || random.nextInt(8) == 0) {
            return forest.leaf(random.nextInt(4));
        }
        int[] children = new int[3];
        Arrays.setAll(children, edge -> randomDiagram(forest, position + 1, random));
        return forest.node(position, children);
    }

    /** What a diagram over five variables of three values says about one of the 243 questions. */
    private static int at(Forest<Integer> forest, int diagram, int question) {
        int[] values = new int[5];
        int rest = question;
        for (int i = 0; i < 5; i++) {
            values[i] = rest % 3;
            rest /= 3;
        }
        int node = diagram;
        while (!forest.isLeaf(node)) {
            node = forest.child(node, values[forest.position(node)]);
        }
        return forest.value(node);
    }

    @Test
    void givesUpAtItsBudget() {
        Forest<Integer> small = new Forest<>(3);
        int zero = small.leaf(0);
        for (int i = 1; i <= 3; i++) {
            small.node(1, new int[] {zero, small.leaf(i)});
        }

        assertThatThrownBy(() -> small.node(1, new int[] {zero, small.leaf(4)})).isInstanceOf(TooLargeException.class);
        assertThat(small.node(1, new int[] {zero, small.leaf(3)}))
                .as("what is there already")
                .isEqualTo(2);
    }
}
