package dev.remit.diagram;

import dev.remit.model.Rule;
import dev.remit.model.Space;
import java.util.ArrayList;
import java.util.List;

/** The rules under compilation: those of the policy by place, then variants of them, each listed as the rule it stands for. */
final class RuleBook {
    private final RuleClasses kinds;
    private final RuleIndex index;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Integer> listedAs = new ArrayList<>();
    private final List<Integer> kind = new ArrayList<>();

    RuleBook(List<Rule> rules, Space space, RuleClasses kinds) {
        this.kinds = kinds;
        index = new RuleIndex(space);
        for (int place = 0; place < rules.size(); place++) {
            add(rules.get(place), place);
        }
    }

    /** Adds a rule that is listed as the one at a place; its own place is returned. */
    int add(Rule rule, int standsFor) {
        int place = rules.size();
        rules.add(rule);
        listedAs.add(standsFor);
        kind.add(kinds.number(RuleClasses.of(rule)));
        index.add(rule);
        return place;
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
