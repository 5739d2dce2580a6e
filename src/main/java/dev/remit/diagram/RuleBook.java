package dev.remit.diagram;

import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The rules under compilation: those of the policy by place, then variants of them, each told as the rule it stands
 * for. Knows which of them speak of each role, activity, level, category and route.
 */
final class RuleBook {
    private final RuleClasses kinds;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Integer> told = new ArrayList<>();
    private final List<Integer> kind = new ArrayList<>();
    private final List<Aspect> aspects = new ArrayList<>();

    /** One variable that rules are split by, and for each of its values the rules that speak of it. */
    private record Aspect(Variable variable, Function<Rule, Collection<? extends Id>> set, List<BitSet> speaking) {}

    RuleBook(List<Rule> rules, Space space, RuleClasses kinds) {
        this.kinds = kinds;
        aspect(space.role(), Rule::roles);
        aspect(space.activity(), Rule::activities);
        aspect(space.level(), Rule::levels);
        space.category().ifPresent(category -> aspect(category, Rule::categories));
        space.route().ifPresent(route -> aspect(route, Rule::routes));
        for (int place = 0; place < rules.size(); place++) {
            add(rules.get(place), place);
        }
    }

    private void aspect(Variable variable, Function<Rule, Collection<? extends Id>> set) {
        List<BitSet> speaking = new ArrayList<>();
        variable.values().forEach(value -> speaking.add(new BitSet()));
        aspects.add(new Aspect(variable, set, speaking));
    }

    /** Adds a rule that is told as the one at a place; its own place is returned. */
    int add(Rule rule, int standsFor) {
        int place = rules.size();
        rules.add(rule);
        told.add(standsFor);
        kind.add(kinds.number(RuleClasses.of(rule)));
        for (Aspect aspect : aspects) {
            for (Id id : aspect.set.apply(rule)) {
                aspect.speaking.get(aspect.variable.place(id.value())).set(place);
            }
        }
        return place;
    }

    Rule rule(int place) {
        return rules.get(place);
    }

    /** The place of the rule that the one at a place is told as. */
    int told(int place) {
        return told.get(place);
    }

    /** What kind of rule stands at a place. */
    int kind(int place) {
        return kind.get(place);
    }

    /** How many variables rules are split by. */
    int aspects() {
        return aspects.size();
    }

    /** The variable that rules are split by at some point. */
    Variable variable(int aspect) {
        return aspects.get(aspect).variable;
    }

    /** Those of some rules that speak of a value. */
    BitSet speaking(BitSet some, int aspect, int value) {
        BitSet speaking = (BitSet) some.clone();
        speaking.and(aspects.get(aspect).speaking.get(value));
        return speaking;
    }
}
