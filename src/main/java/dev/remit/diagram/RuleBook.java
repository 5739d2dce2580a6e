package dev.remit.diagram;

import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Upstream;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules under compilation: those of the policy, apart by level where that matters, then variants of them, each listed as the rule it stands for. */
final class RuleBook {
    private final RuleClasses kinds;
    private final RuleIndex index;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Integer> listedAs = new ArrayList<>();
    private final List<Integer> kind = new ArrayList<>();
    private final List<BitSet> own = new ArrayList<>();
    private final Vocabulary vocabulary;
    /** Where rules let patients into outputs, for those rules that do. */
    private final Map<Integer, Set<Upstream.Opening>> openings = new TreeMap<>();

    RuleBook(Vocabulary vocabulary, List<Rule> rules, Space space, RuleClasses kinds) {
        this.vocabulary = vocabulary;
        this.kinds = kinds;
        index = new RuleIndex(space);
        for (int place = 0; place < rules.size(); place++) {
            own.add(add(rules.get(place), place));
        }
    }

    /**
     * Adds a rule that is listed as the one at a place; a rule whose condition names levels is added apart by them. The
     * places of the rules added are returned.
     */
    BitSet add(Rule rule, int standsFor) {
        BitSet places = new BitSet();
        rule.byLevel().forEach(part -> places.set(addAsItIs(part, standsFor)));
        return places;
    }

    private int addAsItIs(Rule rule, int standsFor) {
        int place = rules.size();
        rules.add(rule);
        listedAs.add(standsFor);
        kind.add(kinds.number(RuleClasses.of(rule)));
        index.add(rule);
        Set<Upstream.Opening> opened = Upstream.openings(vocabulary, rule);
        if (!opened.isEmpty()) {
            openings.put(place, opened);
        }
        return place;
    }

    /** Where some rules let patients into outputs. */
    Set<Upstream.Opening> openings(BitSet some) {
        Set<Upstream.Opening> opened = new TreeSet<>();
        openings.forEach((place, all) -> {
            if (some.get(place)) {
                opened.addAll(all);
            }
        });
        return opened;
    }

    /** The places of what a rule of the policy, by its place there, was added as. */
    BitSet parts(int place) {
        return (BitSet) own.get(place).clone();
    }

    Rule rule(int place) {
        return rules.get(place);
    }

    /** The place of the rule that the one at a place is listed as. */
    int listedAs(int place) {
        return listedAs.get(place);
    }

    /** What kind of rule stands at a place. */
    int kind(int place) {
        return kind.get(place);
    }

    /** Which rules reach which values. */
    RuleIndex index() {
        return index;
    }
}
