package dev.remit.live;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.QuestionField;
import java.util.List;

/**
 * A handle for one thing that questions say something about, which outlives its policy as long as its words mean the same.
 * Safe to share between threads.
 */
public final class LiveField {
    private final String name;
    private final List<String> words;
    private volatile Bound bound;

    /** The field of one decision point. */
    private record Bound(DecisionPoint by, QuestionField field) {}

    LiveField(String name, DecisionPoint first) {
        this.name = name;
        QuestionField field = first.field(name);
        words = field.words();
        bound = new Bound(first, field);
    }

    /** Its name, as in {@link QuestionField#name}. */
    public String name() {
        return name;
    }

    /** The words it can have, in the order of their places. */
    public List<String> words() {
        return words;
    }

    /** The place of a word, as {@link QuestionField#place}. */
    public int place(String word) {
        return bound.field().place(word);
    }

    /**
     * The field of a decision point.
     *
     * @throws OutdatedQuestionException if that one has no such field, or other words for it
     */
    QuestionField of(DecisionPoint now) {
        Bound known = bound;
        if (known.by() == now) {
            return known.field();
        }
        if (now.space().find(name).filter(each -> each.values().equals(words)).isEmpty()) {
            throw new OutdatedQuestionException("field: `" + name
                    + "` is not there any more, or has other words, since the policy was replaced by version `"
                    + now.policy().header().version() + "`; take it anew");
        }
        Bound anew = new Bound(now, now.field(name));
        bound = anew;
        return anew.field();
    }

    @Override
    public String toString() {
        return name;
    }
}
