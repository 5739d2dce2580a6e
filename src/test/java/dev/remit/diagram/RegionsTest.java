package dev.remit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.GeneratedPolicies;
import dev.remit.model.Assignment;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds sets of questions, and the boxes they are told in, to going through every complete question. */
class RegionsTest {

    private static boolean isGranted(Leaf leaf) {
        return leaf instanceof Leaf.Granted;
    }

    private static boolean isImpossible(Leaf leaf) {
        return leaf instanceof Leaf.Denied denied && denied.inconsistent();
    }

    private static List<int[]> everyCompleteQuestion(Space space) {
        List<int[]> all = new ArrayList<>(List.of(new int[space.variables().size()]));
        for (Variable variable : space.variables()) {
            List<int[]> next = new ArrayList<>();
            for (int[] values : all) {
                for (int value = 0; value < variable.size(); value++) {
                    int[] more = values.clone();
                    more[variable.index()] = value;
                    next.add(more);
                }
            }
            all = next;
        }
        return all;
    }

    private static boolean holds(Box box, Space space, int[] values) {
        return space.variables().stream().allMatch(each -> box.values(each).get(values[each.index()]));
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50})
    void tellsASetInBoxesThatCoverItAndNothingElse(long seed) {
        Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
        Space space = Space.of(policy.vocabulary());
        Diagram diagram = CompiledPolicy.of(policy).diagram();
        Regions regions = new Regions(space, diagram);
        int granted = regions.of(diagram, RegionsTest::isGranted, false);
        int impossible = regions.of(diagram, RegionsTest::isImpossible, false);

        List<Box> boxes = regions.boxes(granted, impossible);

        long counted = 0;
        long[] alone = new long[boxes.size()];
        for (int[] values : everyCompleteQuestion(space)) {
            Leaf leaf = diagram.leaves().get(diagram.find(values));
            List<Integer> holding = new ArrayList<>();
            for (int i = 0; i < boxes.size(); i++) {
                if (holds(boxes.get(i), space, values)) {
                    holding.add(i);
                }
            }
            if (isGranted(leaf)) {
                counted++;
                assertThat(holding).as("seed %d", seed).isNotEmpty();
                if (holding.size() == 1) {
                    alone[holding.get(0)]++;
                }
            } else if (!isImpossible(leaf)) {
                assertThat(holding).as("seed %d", seed).isEmpty();
            }
        }
        assertThat(alone).as("every box is needed").doesNotContain(0);
        assertThat(regions.count(granted)).isEqualTo(BigInteger.valueOf(counted));
    }

    @Test
    void makesTheSameSetFromADiagramOfAnotherOrder() {
        for (long seed = 60; seed < 80; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
            Policy fewer = new Policy(
                    policy.header(),
                    policy.vocabulary(),
                    policy.rules().subList(0, 1),
                    List.of(),
                    policy.rulings(),
                    policy.clauses());
            Space space = Space.of(policy.vocabulary());
            Diagram diagram = CompiledPolicy.of(policy).diagram();
            Diagram ofFewer = CompiledPolicy.of(fewer).diagram();

            Regions theirs = new Regions(space, ofFewer);
            Regions ours = new Regions(space, diagram);

            int there = theirs.of(diagram, RegionsTest::isGranted, false);
            int here = ours.of(diagram, RegionsTest::isGranted, false);
            assertThat(theirs.count(there)).as("seed %d", seed).isEqualTo(ours.count(here));
            theirs.any(there)
                    .map(Assignment::values)
                    .ifPresent(values -> assertThat(diagram.leaves().get(diagram.find(values)))
                            .isInstanceOf(Leaf.Granted.class));
        }
    }

    @Test
    void countsAndComparesSets() {
        Policy policy = GeneratedPolicies.policy(5, GeneratedPolicies.Size.SMALL);
        Space space = Space.of(policy.vocabulary());
        Diagram diagram = CompiledPolicy.of(policy).diagram();
        Regions regions = new Regions(space, diagram);
        int granted = regions.of(diagram, RegionsTest::isGranted, false);
        int denied = regions.minus(regions.all(), granted);

        assertThat(regions.or(granted, denied)).isEqualTo(regions.all());
        assertThat(regions.and(granted, denied)).isEqualTo(regions.none());
        assertThat(regions.count(granted).add(regions.count(denied))).isEqualTo(regions.count(regions.all()));
        assertThat(regions.boxes(regions.all(), regions.none())).singleElement().hasToString("everything");
        assertThat(regions.boxes(regions.none(), regions.none())).isEmpty();
    }
}
