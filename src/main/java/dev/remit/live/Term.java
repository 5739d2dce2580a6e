package dev.remit.live;

import dev.remit.decide.Decision;
import dev.remit.decide.Validity;

/** The time in which the decisions of one policy count: while it is in force, and shortly after it was replaced. */
final class Term implements Validity {
    private final Age age;
    private final long afterwards;
    private volatile boolean isReplaced;
    private volatile long replacedAt;

    Term(Age age, long afterwards) {
        this.age = age;
        this.afterwards = afterwards;
    }

    /** Another policy takes its place now. */
    void end() {
        replacedAt = age.now();
        isReplaced = true;
    }

    boolean holds() {
        return !age.isOver() && (!isReplaced || age.now() - replacedAt <= afterwards);
    }

    @Override
    public boolean holds(Decision decision) {
        return holds();
    }
}
