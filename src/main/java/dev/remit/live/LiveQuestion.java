package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Grant;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Outcome;
import dev.remit.decide.PreparedQuestion;
import dev.remit.decide.Question;

/**
 * A prepared question that outlives its policy. Safe to share between threads; allocates nothing but when another policy
 * has come into force.
 */
public final class LiveQuestion {
    private final LivePolicy live;
    private final Question question;
    private volatile Prepared prepared;

    /** A question prepared for one decision point. */
    private record Prepared(DecisionPoint by, PreparedQuestion question) {}

    LiveQuestion(LivePolicy live, Question question) {
        this.live = live;
        DecisionPoint now = live.inForce().decisions();
        this.question = requireNonNull(question, "question").at(question.at().orElseGet(live::instant));
        prepared = new Prepared(now, now.prepare(this.question));
    }

    private PreparedQuestion now() {
        DecisionPoint now = live.inForce().decisions();
        Prepared known = prepared;
        if (known.by() == now) {
            return known.question();
        }
        try {
            Prepared anew = new Prepared(now, now.prepare(question));
            prepared = anew;
            return anew.question();
        } catch (InvalidQuestionException lacking) {
            throw new OutdatedQuestionException(
                    "question: it was prepared in words of a policy that was replaced by version `"
                            + now.policy().header().version() + "`: " + lacking.getMessage(),
                    lacking);
        }
    }

    /** As {@link PreparedQuestion#outcome}. */
    public Outcome outcome() {
        return now().outcome();
    }

    /** As {@link PreparedQuestion#permitted}. */
    public boolean permitted() {
        return now().permitted();
    }

    /** As {@link PreparedQuestion#decide}. */
    public Decision decide() {
        return now().decide();
    }

    /** As {@link PreparedQuestion#enforce}. */
    public Grant enforce(Handled handled) {
        return now().enforce(handled);
    }
}
