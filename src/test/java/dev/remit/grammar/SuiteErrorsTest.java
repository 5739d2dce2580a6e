package dev.remit.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.QuestionFault;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the errors that a suite can expect to those that questions can get. */
class SuiteErrorsTest {
    /** What only programs and directories can get wrong, and what is wrong with a suite's own projects. */
    private static final Set<QuestionFault.Code> OF_NO_SUITE = EnumSet.of(
            QuestionFault.Code.UNKNOWN_ATTRIBUTE,
            QuestionFault.Code.UNKNOWN_VALUE,
            QuestionFault.Code.NO_SUCH_STATE,
            QuestionFault.Code.UNKNOWN_OBLIGATION,
            QuestionFault.Code.UNKNOWN_OUTCOME,
            QuestionFault.Code.CONTRADICTS_CLOSED_LIST,
            QuestionFault.Code.NOT_FOR_DIRECTORY,
            QuestionFault.Code.DIRECTORY_FAILED);

    @Test
    void areThoseOfQuestions() {
        assertThat(SuiteGrammar.ERRORS)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(QuestionFault.Code.values())
                        .filter(code -> !OF_NO_SUITE.contains(code))
                        .map(QuestionFault.Code::id)
                        .toList());
    }
}
