package dev.remit.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scan that files are read with, and the pattern that the schema shows, say the same. */
class SpellingTest {

    private static final String LETTERS = "a1Ae-._:/ é\n";
    private static final int LENGTH = 4;

    @ParameterizedTest
    @EnumSource
    void fitsWhatItsPatternFits(Spelling spelling) {
        Pattern pattern = Pattern.compile(spelling.pattern());
        for (String start : new String[] {
            "",
            "project.",
            "project.permissions.",
            "project.permissions.a-",
            "12e-",
            "optOuts.",
            "permissions-ever.",
            "permissionsEver."
        }) {
            compare(spelling, pattern, start, LENGTH);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reservesOnlyWordsThatFit(Spelling spelling) {
        assertThat(spelling.reserved()).allMatch(spelling::fits).doesNotHaveDuplicates();
        assertThat(spelling.undeclarable()).allMatch(spelling::fits).noneMatch(spelling.reserved()::contains);
    }

    private static void compare(Spelling spelling, Pattern pattern, String text, int more) {
        if (spelling.fits(text) != pattern.matcher(text).matches()) {
            assertThat(spelling.fits(text))
                    .as("`%s`", text)
                    .isEqualTo(pattern.matcher(text).matches());
        }
        for (int i = 0; i < LETTERS.length() && more > 0; i++) {
            compare(spelling, pattern, text + LETTERS.charAt(i), more - 1);
        }
    }
}
