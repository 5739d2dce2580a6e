package dev.remit.cli;

import dev.remit.decide.Question;
import dev.remit.json.JsonQuestions;
import dev.remit.model.Situation;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.math.BigInteger;
import java.util.Optional;

/** How many questions a region holds, and one of them in the form that {@code remit decide} reads. */
final class RegionText {
    private RegionText() {}

    /** How many situations a region holds. */
    static String covers(BigInteger count) {
        return count + (count.equals(BigInteger.ONE) ? " situation" : " situations");
    }

    /** A complete question as a line for {@code remit decide}: the facts that are false are those it does not list. */
    static String brief(Situation question, Vocabulary vocabulary) {
        Situation told = question;
        for (Variable variable : question.space().variables()) {
            if (variable.kind() == Variable.Kind.FACT && !question.isTrue(variable)) {
                told = told.with(variable, Situation.OPEN);
            }
        }
        Question brief = Question.of(told);
        return JsonQuestions.of(vocabulary).write(Optional.empty(), told.equals(question) ? brief : brief.closed());
    }
}
