package dev.remit.load;

import dev.remit.load.Formula.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/**
 * Decides exactly whether some state makes several formulas hold at once.
 *
 * <p>What must hold narrows the domains until nothing more follows. Choices that are still open then are put apart into
 * islands that share no variable, and in each the alternatives of its smallest choice are tried one by one. A budget
 * bounds the work, since formulas made to be hard could take for ever; when it is spent everything counts as possible,
 * so that no sound policy is refused. Not safe to share between threads.
 */
final class Search {
    private static final long BUDGET = 100_000_000;

    private static final int DEEPEST = 1_000;

    private long left = BUDGET;
    private int depth;

    /**
     * Whether all formulas can hold together.
     *
     * @param formulas what must hold
     * @param state the values each variable may have
     */
    boolean isPossible(List<? extends Formula> formulas, BitSet[] state) {
        Narrowing narrowing = new Narrowing(state.clone());
        if (!narrowing.settleAll(formulas)) {
            return false;
        }
        for (Island island : Island.apart(narrowing.open)) {
            if (left < 0 || depth == DEEPEST) {
                return true;
            }
            depth++;
            boolean isPossible = isPossible(island, narrowing.domains);
            depth--;
            if (!isPossible) {
                return false;
            }
        }
        return true;
    }

    private boolean isPossible(Island island, BitSet[] domains) {
        int smallest = island.smallest();
        for (Formula alternative : island.choices().get(smallest).parts()) {
            List<Formula> chosen = new ArrayList<>(island.choices());
            chosen.set(smallest, alternative);
            if (isPossible(chosen, domains)) {
                return true;
            }
        }
        return false;
    }

    /** What follows without trying: narrower domains, and the choices that are still open. */
    private final class Narrowing {
        private final BitSet[] domains;
        private List<Formula.AnyOf> open = List.of();
        private boolean narrowed;

        Narrowing(BitSet[] domains) {
            this.domains = domains;
        }

        boolean settleAll(List<? extends Formula> formulas) {
            List<? extends Formula> waiting = formulas;
            do {
                narrowed = false;
                open = new ArrayList<>();
                for (Formula each : waiting) {
                    if (!narrow(each)) {
                        return false;
                    }
                }
                waiting = open;
            } while (narrowed);
            return true;
        }

        private boolean narrow(Formula formula) {
            left--;
            if (formula instanceof Formula.Has leaf) {
                return narrow(leaf);
            }
            if (formula instanceof Formula.AnyOf any) {
                return narrow(any);
            }
            for (Formula part : ((Formula.All) formula).parts()) {
                if (!narrow(part)) {
                    return false;
                }
            }
            return true;
        }

        private boolean narrow(Formula.Has leaf) {
            BitSet domain = (BitSet) domains[leaf.variable()].clone();
            domain.and(leaf.values());
            narrowed |= !domain.equals(domains[leaf.variable()]);
            domains[leaf.variable()] = domain;
            return !domain.isEmpty();
        }

        private boolean narrow(Formula.AnyOf any) {
            List<Formula> alternatives = new ArrayList<>(any.parts().size());
            for (Formula part : any.parts()) {
                left--;
                Truth truth = part.under(domains);
                if (truth == Truth.TRUE) {
                    return true;
                }
                if (truth == Truth.OPEN) {
                    alternatives.add(part);
                }
            }
            if (alternatives.size() > 1) {
                open.add(new Formula.AnyOf(alternatives));
                return true;
            }
            return alternatives.size() == 1 && narrow(alternatives.get(0));
        }
    }

    /** Choices that share variables, directly or through each other, and share none with any other choice. */
    private record Island(List<Formula.AnyOf> choices, BitSet variables) {

        static List<Island> apart(List<Formula.AnyOf> choices) {
            List<Island> islands = new ArrayList<>();
            for (Formula.AnyOf each : choices) {
                Island joined = new Island(new ArrayList<>(List.of(each)), new BitSet());
                each.collectVariables(joined.variables);
                for (Iterator<Island> others = islands.iterator(); others.hasNext(); ) {
                    Island other = others.next();
                    if (other.variables.intersects(joined.variables)) {
                        joined.choices.addAll(other.choices);
                        joined.variables.or(other.variables);
                        others.remove();
                    }
                }
                islands.add(joined);
            }
            return islands;
        }

        /** The place of the choice with the fewest alternatives. */
        int smallest() {
            int smallest = 0;
            for (int i = 1; i < choices.size(); i++) {
                boolean isSmaller = choices.get(i).parts().size()
                        < choices.get(smallest).parts().size();
                smallest = isSmaller ? i : smallest;
            }
            return smallest;
        }
    }
}
