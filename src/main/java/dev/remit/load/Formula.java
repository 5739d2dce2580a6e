package dev.remit.load;

import java.util.BitSet;
import java.util.List;

/**
 * A condition without "not", over the numbered variables of a {@link World}: what {@link Search} works on. Variables are
 * known by their domains, the values they can still have.
 */
sealed interface Formula {

    /** What can be said about it while its variables are only known by their domains. */
    Truth under(BitSet[] domains);

    /** Notes the variables that occur in it. */
    void collectVariables(BitSet found);

    /** The three things that can be said. */
    enum Truth {
        TRUE,
        FALSE,
        OPEN
    }

    /** Holds if a variable has one of some values. */
    record Has(int variable, BitSet values) implements Formula {
        @Override
        public Truth under(BitSet[] domains) {
            BitSet domain = domains[variable];
            if (!domain.intersects(values)) {
                return Truth.FALSE;
            }
            BitSet outside = (BitSet) domain.clone();
            outside.andNot(values);
            return outside.isEmpty() ? Truth.TRUE : Truth.OPEN;
        }

        @Override
        public void collectVariables(BitSet found) {
            found.set(variable);
        }
    }

    /** Holds if every part does. */
    record All(List<Formula> parts) implements Formula {
        @Override
        public Truth under(BitSet[] domains) {
            return combined(parts, Truth.TRUE, Truth.FALSE, domains);
        }

        @Override
        public void collectVariables(BitSet found) {
            parts.forEach(part -> part.collectVariables(found));
        }
    }

    /** Holds if some part does. */
    record AnyOf(List<Formula> parts) implements Formula {
        @Override
        public Truth under(BitSet[] domains) {
            return combined(parts, Truth.FALSE, Truth.TRUE, domains);
        }

        @Override
        public void collectVariables(BitSet found) {
            parts.forEach(part -> part.collectVariables(found));
        }
    }

    private static Truth combined(List<Formula> parts, Truth usual, Truth decisive, BitSet[] domains) {
        Truth whole = usual;
        for (Formula part : parts) {
            Truth truth = part.under(domains);
            if (truth == decisive) {
                return decisive;
            }
            whole = truth == Truth.OPEN ? Truth.OPEN : whole;
        }
        return whole;
    }
}
