package dev.remit.analyze.region;

import dev.remit.analyze.AssignmentSet;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.Box;
import dev.remit.diagram.Regions;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Summarises sets of questions in few sentences. A sentence holds independent choices of role, activity, level, purpose
 * and route, and then the conditions. Sentences with the same conditions that differ in one choice are merged.
 *
 * <p>Together the sentences cover every question of a set, and none outside it except impossible ones. None can be left
 * out.
 */
public final class RegionSummary {
    /** The number of sentences above which choices are not reduced: nobody reads each of them. */
    private static final int MOST_REDUCED = 200;

    private final Regions regions;
    private final int impossible;
    private final List<Variable> choices;

    public RegionSummary(Regions regions, int impossible) {
        this.regions = regions;
        this.impossible = impossible;
        choices = regions.space().dimensions();
    }

    /**
     * The questions that one sentence covers.
     *
     * @param set the questions, without those that cannot be
     * @param assignments the sentence: the same questions as a set of assignments
     */
    public record Part(int set, AssignmentSet assignments) {}

    private record Sentence(List<BitSet> choices, int conditions) {
        Sentence with(int place, BitSet values) {
            List<BitSet> changed = new ArrayList<>(choices);
            changed.set(place, values);
            return new Sentence(changed, conditions);
        }
    }

    public List<Part> parts(int set) {
        Map<List<BitSet>, Integer> byChoices = new LinkedHashMap<>();
        for (Box box : regions.boxes(set, impossible)) {
            List<BitSet> chosen = choices.stream().map(box::values).toList();
            int conditions = regions.of(box);
            for (Variable each : choices) {
                conditions = regions.whatever(conditions, each);
            }
            byChoices.merge(chosen, conditions, regions::or);
        }
        List<Sentence> sentences = new ArrayList<>();
        byChoices.forEach((chosen, conditions) -> add(sentences, new Sentence(chosen, conditions)));
        sentences.sort(Comparator.comparing(Sentence::choices, RegionSummary::compare));
        return reduced(sentences).stream().map(this::summary).toList();
    }

    /** Leaves out of each sentence, from the last to the first, the choices that other sentences cover. */
    private List<Sentence> reduced(List<Sentence> sentences) {
        List<Sentence> reduced = new ArrayList<>(sentences);
        for (int i = reduced.size() - 1; i >= 0 && reduced.size() <= MOST_REDUCED; i--) {
            int others = impossible;
            for (int j = 0; j < reduced.size(); j++) {
                others = j == i ? others : regions.or(others, set(reduced.get(j)));
            }
            reduced.set(i, reduced(reduced.get(i), others));
        }
        return reduced;
    }

    private Sentence reduced(Sentence sentence, int others) {
        Sentence left = sentence;
        for (int place = 0; place < choices.size(); place++) {
            for (int value : sentence.choices.get(place).stream().toArray()) {
                BitSet one = new BitSet();
                one.set(value);
                if (regions.minus(set(left.with(place, one)), others) == regions.none()) {
                    BitSet fewer = (BitSet) left.choices.get(place).clone();
                    fewer.clear(value);
                    left = left.with(place, fewer);
                }
            }
        }
        return left;
    }

    private int set(Sentence sentence) {
        int set = sentence.conditions;
        for (int i = choices.size() - 1; i >= 0; i--) {
            set = regions.and(regions.where(choices.get(i), sentence.choices.get(i)), set);
        }
        return set;
    }

    /** Adds a sentence, or merges it with one that differs in one choice alone. */
    private static void add(List<Sentence> sentences, Sentence added) {
        for (int i = 0; i < sentences.size(); i++) {
            Sentence known = sentences.get(i);
            int apart = apart(known.choices, added.choices);
            if (known.conditions == added.conditions && apart >= 0) {
                List<BitSet> both = new ArrayList<>(known.choices);
                BitSet either = (BitSet) both.get(apart).clone();
                either.or(added.choices.get(apart));
                both.set(apart, either);
                sentences.remove(i);
                add(sentences, new Sentence(both, known.conditions));
                return;
            }
        }
        sentences.add(added);
    }

    /** The one place where two lists differ; negative if there are several. */
    private static int apart(List<BitSet> one, List<BitSet> other) {
        int found = -1;
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private static int compare(List<BitSet> one, List<BitSet> other) {
        for (int i = 0; i < one.size(); i++) {
            int compared = compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static int compare(BitSet one, BitSet other) {
        return Arrays.compare(one.stream().toArray(), other.stream().toArray());
    }

    private Part summary(Sentence sentence) {
        List<ValueRestriction> so = new ArrayList<>();
        List<AssignmentSet.Either> eithers = new ArrayList<>();
        int set = set(sentence);
        for (int i = 0; i < choices.size(); i++) {
            Variable choice = choices.get(i);
            BitSet values = sentence.choices.get(i);
            if (values.cardinality() < choice.size()) {
                so.add(new ValueRestriction(
                        choice, values.stream().mapToObj(choice.values()::get).toList()));
            }
        }
        for (int factor : Factors.of(regions, sentence.conditions)) {
            List<List<ValueRestriction>> ways = Factors.ways(regions, factor);
            if (ways.size() == 1) {
                so.addAll(ways.get(0));
            } else {
                eithers.add(new AssignmentSet.Either(ways));
            }
        }
        so.sort(Comparator.comparing(each -> each.about().index()));
        int possible = regions.minus(set, impossible);
        return new Part(
                possible,
                new AssignmentSet(
                        so,
                        eithers,
                        regions.count(possible),
                        regions.any(possible).orElseThrow()));
    }
}
