package dev.remit.live;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Outcome;
import dev.remit.decide.QuestionBuffer;
import dev.remit.decide.QuestionField;
import dev.remit.decide.ValueRestriction;
import java.time.Instant;
import java.util.List;

/**
 * A place where one question after the other is filled in and answered, as {@link QuestionBuffer}, and which outlives its
 * policy. A question is answered by the policy in force when the first thing of it was said; if that one was replaced too
 * long ago, or nothing is in force any more, the answer is refused. Not safe for use by several threads.
 */
public final class LiveBuffer {
    private final LivePolicy live;
    private InForce by;
    private QuestionBuffer buffer;
    private boolean isBegun;
    private boolean isOutdated;

    LiveBuffer(LivePolicy live) {
        this.live = live;
        by = live.inForce();
        buffer = by.decisions().buffer();
    }

    @SuppressWarnings("ReferenceEquality") // what is in force is taken up once, and then is itself
    private QuestionBuffer filling() {
        if (!isBegun) {
            InForce now = live.inForce();
            if (now != by) {
                by = now;
                buffer = now.decisions().buffer();
            }
            isBegun = true;
        }
        return buffer;
    }

    private QuestionField in(LiveField field) {
        DecisionPoint filled = by.decisions();
        try {
            return field.of(filled);
        } catch (OutdatedQuestionException outdated) {
            isOutdated = true;
            throw outdated;
        }
    }

    /** As {@link QuestionBuffer#set(QuestionField, String)}. */
    public LiveBuffer set(LiveField field, String word) {
        QuestionBuffer filled = filling();
        filled.set(in(field), word);
        return this;
    }

    /** As {@link QuestionBuffer#set(QuestionField, int)}. */
    public LiveBuffer set(LiveField field, int place) {
        QuestionBuffer filled = filling();
        filled.set(in(field), place);
        return this;
    }

    /** As {@link QuestionBuffer#set(QuestionField, boolean)}. */
    public LiveBuffer set(LiveField field, boolean holds) {
        QuestionBuffer filled = filling();
        filled.set(in(field), holds);
        return this;
    }

    /** As {@link QuestionBuffer#by}. */
    public LiveBuffer by(String caller) {
        filling().by(caller);
        return this;
    }

    /** As {@link QuestionBuffer#request}. */
    public LiveBuffer request(String id) {
        filling().request(id);
        return this;
    }

    /** As {@link QuestionBuffer#closed}. */
    public LiveBuffer closed() {
        filling().closed();
        return this;
    }

    /** As {@link QuestionBuffer#forProject(String)}. */
    public LiveBuffer forProject(String id) {
        filling().forProject(id);
        return this;
    }

    /** As {@link QuestionBuffer#forProject(String, Instant)}. */
    public LiveBuffer forProject(String id, Instant at) {
        filling().forProject(id, at);
        return this;
    }

    /** As {@link QuestionBuffer#blank}. */
    public LiveBuffer blank() {
        buffer.blank();
        isBegun = false;
        isOutdated = false;
        return this;
    }

    /** As {@link QuestionBuffer#assumed}. */
    public List<ValueRestriction> assumed() {
        return filling().assumed();
    }

    /** As {@link QuestionBuffer#outcome}. */
    public Outcome outcome() {
        QuestionBuffer filled = finished();
        Outcome outcome = filled.outcome();
        isBegun = false;
        return outcome;
    }

    /** As {@link QuestionBuffer#permitted}. */
    public boolean permitted() {
        QuestionBuffer filled = finished();
        boolean permitted = filled.permitted();
        isBegun = false;
        return permitted;
    }

    private QuestionBuffer finished() {
        QuestionBuffer filled = filling();
        live.inForce();
        if (isOutdated || !by.term().holds()) {
            throw new OutdatedQuestionException(
                    isOutdated
                            ? "buffer: a field of the question is outdated; blank the buffer, and take the field anew"
                            : "buffer: the policy by which the question was begun was replaced too long ago; blank the"
                                    + " buffer, and begin again");
        }
        return filled;
    }

    @Override
    public String toString() {
        return buffer.toString();
    }
}
