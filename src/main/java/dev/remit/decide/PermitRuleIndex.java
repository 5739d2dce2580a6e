package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Of which roles, activities, levels, categories and routes each permit rule speaks: for each value a set of rules, one
 * bit each, so that sixty-four rules are looked at together. Immutable once made.
 */
final class PermitRuleIndex {
    private final List<Variable> respects = new ArrayList<>();
    private final List<Rule> permits;
    /** For each respect and value the permit rules that speak of it. */
    private final long[][][] speaking;

    PermitRuleIndex(Policy policy, Space space) {
        respects.addAll(List.of(space.role(), space.activity(), space.level()));
        space.category().ifPresent(respects::add);
        space.route().ifPresent(respects::add);
        permits = policy.rules().stream()
                .filter(rule -> rule.effect() == Effect.PERMIT)
                .toList();
        speaking = new long[respects.size()][][];
        for (int i = 0; i < speaking.length; i++) {
            Variable respect = respects.get(i);
            speaking[i] = new long[respect.size()][words()];
            for (int rule = 0; rule < permits.size(); rule++) {
                for (Id id : ids(permits.get(rule), respect)) {
                    speaking[i][respect.place(id.value())][rule / Long.SIZE] |= 1L << rule;
                }
            }
        }
    }

    private int words() {
        return (permits.size() + Long.SIZE - 1) / Long.SIZE;
    }

    private static Collection<? extends Id> ids(Rule rule, Variable respect) {
        return switch (respect.kind()) {
            case ROLE -> rule.roles();
            case ACTIVITY -> rule.activities();
            case LEVEL -> rule.levels();
            case CATEGORY -> rule.categories();
            case ROUTE -> rule.routes();
            case ATTRIBUTE, PERMISSION, FACT, WISH ->
                throw new IllegalArgumentException("respect: rules are not split by " + respect.name());
        };
    }

    /** How far each permit rule is from a situation. */
    Distances of(Assignment assignment) {
        long[][] exactly = new long[respects.size() + 1][words()];
        Arrays.fill(exactly[0], -1);
        for (int i = 0; i < speaking.length; i++) {
            int asked = assignment.value(respects.get(i));
            if (asked != Assignment.OPEN) {
                move(exactly, speaking[i][asked], i);
            }
        }
        return new Distances(permits, exactly);
    }

    /** Moves the rules that do not speak one farther; so far none is farther than it can be. */
    private static void move(long[][] exactly, long[] speaks, int farthest) {
        for (int distance = farthest; distance >= 0; distance--) {
            for (int word = 0; word < speaks.length; word++) {
                exactly[distance + 1][word] |= exactly[distance][word] & ~speaks[word];
                exactly[distance][word] &= speaks[word];
            }
        }
    }

    /**
     * Rules by the number of respects in which they do not speak of a situation.
     *
     * @param exactly for each such number the rules, one bit each
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Distances(List<Rule> permits, long[][] exactly) {
        /** The largest number there can be. */
        int farthest() {
            return exactly.length - 1;
        }

        /** The rules at one distance, in order. */
        List<Rule> rules(int distance) {
            List<Rule> rules = new ArrayList<>();
            BitSet places = BitSet.valueOf(exactly[distance]);
            for (int at = places.nextSetBit(0); at >= 0 && at < permits.size(); at = places.nextSetBit(at + 1)) {
                rules.add(permits.get(at));
            }
            return rules;
        }
    }
}
