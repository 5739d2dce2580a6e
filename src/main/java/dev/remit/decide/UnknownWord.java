package dev.remit.decide;

import dev.remit.diagnostic.Nearest;
import dev.remit.model.Variable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says that a word of a question is not declared, and what was probably meant. */
final class UnknownWord {
    /** More words than these are no help. */
    private static final int FEW = 30;

    private UnknownWord() {}

    /** A word that is none of a variable's. */
    static QuestionFault of(Variable variable, String word) {
        boolean isState = !variable.kind().isDimension();
        String what = isState ? "value of `" + variable.name() + "`" : what(variable.kind());
        return of(code(variable.kind()), what, word, variable.values());
    }

    private static QuestionFault.Code code(Variable.Kind kind) {
        return switch (kind) {
            case ROLE -> QuestionFault.Code.UNKNOWN_ROLE;
            case ACTIVITY -> QuestionFault.Code.UNKNOWN_ACTIVITY;
            case LEVEL -> QuestionFault.Code.UNKNOWN_LEVEL;
            case CATEGORY -> QuestionFault.Code.UNKNOWN_CATEGORY;
            case ROUTE -> QuestionFault.Code.UNKNOWN_ROUTE;
            case ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> QuestionFault.Code.UNKNOWN_VALUE;
        };
    }

    private static String what(Variable.Kind choice) {
        return switch (choice) {
            case CATEGORY -> "work category";
            case ROLE, ACTIVITY, LEVEL, ROUTE, ATTRIBUTE, PERMISSION, EVER, FACT, WISH ->
                choice.name().toLowerCase(Locale.ROOT);
        };
    }

    /** A word for a choice that the vocabulary does not have at all. */
    static QuestionFault of(Variable.Kind choice, String word) {
        return of(code(choice), what(choice), word, List.of());
    }

    /**
     * A word that is none of those known.
     *
     * @param what what it should have been, as in "role"
     */
    static QuestionFault of(QuestionFault.Code code, String what, String word, Collection<String> known) {
        return new QuestionFault(code, what + " `" + word + "` is not declared", help(word, what, known))
                .inUndeclared(word);
    }

    /** The nearest word, else all words if they are few. */
    private static Optional<String> help(String word, String what, Collection<String> known) {
        Optional<String> nearest = Nearest.to(word, known).map(found -> "did you mean `" + found + "`?");
        if (nearest.isPresent() || known.size() > FEW) {
            return nearest;
        }
        String all =
                String.join(", ", known.stream().map(each -> "`" + each + "`").toList());
        return Optional.of(known.isEmpty() ? "there is no " + what + " to choose from" : "known: " + all);
    }
}
