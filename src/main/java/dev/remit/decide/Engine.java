package dev.remit.decide;

import dev.remit.diagram.Diagram;
import dev.remit.model.Policy;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.source.SourceMap;
import org.jspecify.annotations.Nullable;

/** A policy compiled: everything a decision needs that does not change from question to question. */
final class Engine {
    private final Policy policy;
    private final Space space;
    private final Diagram diagram;
    private final OutcomeTable table;
    // Filled in when a question first ends at a leaf: outcomes are immutable, so whoever finds one may use it.
    private final @Nullable Outcome[] outcomes;
    private final SourceMap positions;
    private final PolicyIdentity identity;
    private final Lexicon lexicon;
    private final int[] blank;
    private final Days days;
    // Made when somebody first asks which rules came near; several threads may each make it, and all make the same.
    private @Nullable Speaking speaking;

    Engine(Policy policy, Diagram diagram, SourceMap positions, PolicyIdentity identity) {
        this.policy = policy;
        this.space = diagram.space();
        this.diagram = diagram;
        this.positions = positions;
        this.identity = identity;
        lexicon = new Lexicon(policy, space);
        blank = Situation.open(space).values();
        days = new Days(policy.header().zone());
        table = new OutcomeTable(policy);
        outcomes = new Outcome[diagram.leaves().size()];
    }

    Outcome decide(int[] values) {
        int leaf = diagram.find(values);
        Outcome ready = outcomes[leaf];
        return ready != null ? ready : first(leaf);
    }

    /** The outcome at a leaf where no question has ended so far; all threads get the same. */
    private Outcome first(int leaf) {
        synchronized (table) {
            Outcome made = outcomes[leaf];
            if (made == null) {
                made = table.outcome(diagram.leaves().get(leaf));
                outcomes[leaf] = made;
            }
            return made;
        }
    }

    Outcome decide(Situation situation) {
        return decide(situation.values());
    }

    boolean permits(int[] values) {
        return diagram.permits(values);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** The values of a question that says nothing yet. */
    int[] blank() {
        return blank.clone();
    }

    Speaking speaking() {
        Speaking made = speaking;
        if (made == null) {
            made = new Speaking(policy, space);
            speaking = made;
        }
        return made;
    }

    Days days() {
        return days;
    }

    Policy policy() {
        return policy;
    }

    Space space() {
        return space;
    }

    Diagram diagram() {
        return diagram;
    }

    SourceMap positions() {
        return positions;
    }

    PolicyIdentity identity() {
        return identity;
    }
}
