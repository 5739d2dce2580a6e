package dev.remit.diagram;

import dev.remit.model.Constraint;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.model.TooLarge.Driver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures what makes a policy too large. Nothing is blamed on suspicion: something is named only if the policy fits once
 * it is taken away, and if nothing stands out, it is the whole that is too large, and how much of it would fit is reported.
 */
final class Drivers {
    /** How many rules may be named; a longer list is no advice. */
    private static final int NAMED = 8;

    /** In so many parts the whole is cut to see how much of it fits. */
    private static final int PARTS = 16;

    private final Policy policy;
    private final int budget;
    private final BitSet suspects;

    /**
     * Prepares to measure.
     *
     * @param suspects the places of the rules that were being brought together when the budget ran out
     */
    Drivers(Policy policy, int budget, BitSet suspects) {
        this.policy = policy;
        this.budget = budget;
        this.suspects = suspects;
    }

    /** What costs most; empty if the policy does not fit whatever is taken away. */
    List<Driver> measured() {
        List<Integer> rules = fewest(suspects.stream().boxed().toList());
        if (!rules.isEmpty() && rules.size() <= NAMED) {
            return List.of(driver(rules));
        }
        return constraints().or(this::share).stream().toList();
    }

    private Driver driver(List<Integer> rules) {
        List<Rule> named = rules.stream().map(policy.rules()::get).toList();
        return new Driver(
                (named.size() == 1 ? "rule " : "the rules ")
                        + named.stream().map(each -> "`" + each.id() + "`").collect(Collectors.joining(", ")),
                named.stream().map(each -> PolicyPath.of(each.id())).toList(),
                usedWithout(rules).orElseThrow());
    }

    /** As few of some rules as are found without which the policy fits; none if it does not fit without all of them. */
    private List<Integer> fewest(List<Integer> rules) {
        if (rules.isEmpty() || usedWithout(rules).isEmpty()) {
            return List.of();
        }
        List<Integer> left = rules;
        int cut = 2;
        while (left.size() > 1 && cut <= left.size()) {
            List<Integer> fewer = fewer(left, cut);
            cut = fewer.size() < left.size() ? Math.max(2, cut - 1) : cut * 2;
            left = fewer;
        }
        return left;
    }

    /** Some rules without one of so many parts of them, if the policy still fits without the others. */
    private List<Integer> fewer(List<Integer> rules, int parts) {
        for (int part = 0; part < parts; part++) {
            int from = rules.size() * part / parts;
            int to = rules.size() * (part + 1) / parts;
            List<Integer> others = new ArrayList<>(rules.subList(0, from));
            others.addAll(rules.subList(to, rules.size()));
            if (!others.isEmpty() && usedWithout(others).isPresent()) {
                return others;
            }
        }
        return rules;
    }

    private OptionalInt usedWithout(List<Integer> rules) {
        BitSet without = new BitSet();
        rules.forEach(without::set);
        return used(place -> !without.get(place), policy.constraints());
    }

    private Optional<Driver> constraints() {
        List<Constraint> all = policy.constraints();
        if (all.isEmpty() || used(place -> true, List.of()).isEmpty()) {
            return Optional.empty();
        }
        for (Constraint each : all.subList(0, Math.min(all.size(), NAMED))) {
            List<Constraint> others =
                    all.stream().filter(other -> !other.id().equals(each.id())).toList();
            OptionalInt used = used(place -> true, others);
            if (used.isPresent()) {
                return Optional.of(new Driver(
                        "constraint `" + each.id() + "`", List.of(PolicyPath.of(each.id())), used.getAsInt()));
            }
        }
        return Optional.of(new Driver(
                "its " + all.size() + " constraints",
                all.stream().map(each -> PolicyPath.of(each.id())).toList(),
                used(place -> true, List.of()).orElseThrow()));
    }

    /** How much must go if no rule is worse than another: the least share, of rules taken evenly, without which it fits. */
    private Optional<Driver> share() {
        Optional<Driver> least = Optional.empty();
        int fits = PARTS;
        int full = 0;
        while (fits - full > PARTS / 8) {
            int gone = (fits + full) / 2;
            OptionalInt used = used(place -> place % PARTS >= gone, policy.constraints());
            if (used.isPresent()) {
                fits = gone;
                least = Optional.of(new Driver(share(gone), List.of(), used.getAsInt()));
            } else {
                full = gone;
            }
        }
        return least;
    }

    private String share(int gone) {
        int all = policy.rules().size();
        long rules =
                IntStream.range(0, all).filter(place -> place % PARTS < gone).count();
        return rules + " of its " + all + " rules, taken evenly from all of them";
    }

    private OptionalInt used(IntPredicate kept, List<Constraint> constraints) {
        List<Rule> rules = IntStream.range(0, policy.rules().size())
                .filter(kept)
                .mapToObj(policy.rules()::get)
                .toList();
        Policy left = new Policy(
                policy.header(), policy.vocabulary(), rules, constraints, policy.rulings(), policy.clauses());
        return new Compilation(left, budget).usedInUsualOrder();
    }
}
