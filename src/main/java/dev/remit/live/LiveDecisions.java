package dev.remit.live;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Handled;
import dev.remit.decide.PolicyIdentity;
import dev.remit.decide.Question;
import dev.remit.decide.RoleDecisions;
import dev.remit.decide.RoleGrant;

/**
 * Answers questions by the policy that is in force when each is asked, and by that one alone. Safe to share between threads
 * and to keep for good. Every method throws {@link NotInForceException} where nothing is in force, and what the method of
 * the same name of {@link DecisionPoint} throws.
 */
public final class LiveDecisions {
    private final LivePolicy live;

    LiveDecisions(LivePolicy live) {
        this.live = live;
    }

    /**
     * The decision point of the policy in force, for whoever asks several things of one policy. It is always the same policy:
     * take it anew for each request, and do not keep it.
     */
    public DecisionPoint now() {
        return live.inForce().decisions();
    }

    /** Which policy is in force. */
    public PolicyIdentity identity() {
        return now().identity();
    }

    /** As {@link DecisionPoint#decide}. */
    public Decision decide(Question question) {
        return now().decide(question);
    }

    /** As {@link DecisionPoint#decideEach}. */
    public RoleDecisions decideEach(Question question) {
        return now().decideEach(question);
    }

    /** As {@link DecisionPoint#enforce}. */
    public RoleGrant enforce(Question question, Handled handled) {
        return now().enforce(question, handled);
    }

    /**
     * A question about one role for asking again and again. When another policy comes into force it is prepared for that one,
     * for the same instant; if that one lacks a word of it, asking throws {@link OutdatedQuestionException}.
     */
    public LiveQuestion prepare(Question question) {
        return new LiveQuestion(live, question);
    }

    /**
     * A handle for one thing that questions say something about, as {@link DecisionPoint#field}. It lasts as long as policies
     * in force have it with the same words in the same order; with others, using it throws {@link
     * OutdatedQuestionException}.
     */
    public LiveField field(String name) {
        return new LiveField(name, now());
    }

    /** A blank buffer, as {@link DecisionPoint#buffer}; each question filled in is answered by one policy. */
    public LiveBuffer buffer() {
        return new LiveBuffer(live);
    }

    /** As {@link DecisionPoint#handling(Handled)}, held against the words of the policy in force now. */
    public Handled handling(Handled handled) {
        return now().handling(handled);
    }
}
