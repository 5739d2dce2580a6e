package dev.remit.decide;

import dev.remit.diagnostic.Nearest;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.List;

/**
 * A handle for one thing that questions to a policy say something about, resolved once so that questions filled in with
 * it need not look its name up. Immutable and safe to share.
 */
public final class QuestionField {
    private final Variable variable;

    // Read with every question.
    final Space space;
    final int index;
    final int size;
    final boolean isBoolean;

    private QuestionField(Space space, Variable variable) {
        this.variable = variable;
        this.space = space;
        index = variable.index();
        size = variable.size();
        isBoolean = variable.isBoolean();
    }

    static QuestionField of(Space space, String name) {
        return space.find(name)
                .map(variable -> new QuestionField(space, variable))
                .orElseThrow(() -> new IllegalArgumentException("name: questions say nothing of `" + name + "`"
                        + Nearest.to(
                                        name,
                                        space.variables().stream()
                                                .map(Variable::name)
                                                .toList())
                                .map(found -> "; did you mean `" + found + "`?")
                                .orElse("")));
    }

    /** Its name, as in {@link Decision#missing}. */
    public String name() {
        return variable.name();
    }

    /** The words it can have, in the order of their places; {@code false} and {@code true} for a fact. */
    public List<String> words() {
        return variable.values();
    }

    /**
     * The place of a word among the {@link #words}, for callers that keep places in stead of words.
     *
     * @throws InvalidQuestionException if it is none of them, with the nearest
     */
    public int place(String word) {
        int place = variable.place(word);
        if (place < 0) {
            throw new InvalidQuestionException(List.of(unknown(word)));
        }
        return place;
    }

    QuestionFault unknown(String word) {
        return UnknownWord.of(variable, word);
    }

    /** Whether it says something about the project. */
    boolean isOfProject() {
        return variable.kind().isOfProject();
    }

    /** The place of a word, or -1. */
    int find(String word) {
        return variable.place(word);
    }

    @Override
    public String toString() {
        return variable.name();
    }
}
