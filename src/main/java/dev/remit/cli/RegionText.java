package dev.remit.cli;

import dev.remit.analyze.Region;
import dev.remit.decide.Assumption;
import dev.remit.decide.Question;
import dev.remit.json.JsonQuestions;
import dev.remit.model.Situation;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Collectors;

/** Regions of questions in words, and questions of theirs in the form that {@code remit decide} reads. */
final class RegionText {
    private RegionText() {}

    /** What a region is bound by, in one line. */
    static String of(Region region) {
        return region.so().isEmpty()
                ? "always"
                : region.so().stream().map(Assumption::phrase).collect(Collectors.joining(", "));
    }

    /** How many situations a region holds. */
    static String covers(BigInteger count) {
        return count + (count.equals(BigInteger.ONE) ? " situation" : " situations");
    }

    /** A question as a line for {@code remit decide}. */
    static String replay(Situation question, Vocabulary vocabulary) {
        return JsonQuestions.of(vocabulary).write(Optional.empty(), Question.of(question));
    }

    /** A complete question as such a line, shorter: the facts that are false are those it does not list. */
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
