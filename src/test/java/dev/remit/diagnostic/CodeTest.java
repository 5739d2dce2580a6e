package dev.remit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsId(Code code) {
        assertThat(Code.find(code.id())).contains(code);
        assertThat(code.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @ParameterizedTest
    @EnumSource
    void isAnErrorIfItIsOfShape(Code code) {
        assertThat(code.ofShape() && code.severity() == Severity.WARNING).isFalse();
    }

    @Test
    void isWrittenInKebabCase() {
        assertThat(Code.UNKNOWN_ROLE.id()).isEqualTo("unknown-role");
        assertThat(Code.NOT_UTF_8.id()).isEqualTo("not-utf-8");
        assertThat(Code.find("no-such-code")).isEmpty();
    }

    @Test
    void tellsErrorsFromWarnings() {
        assertThat(Code.UNKNOWN_ROLE.severity()).isEqualTo(Severity.ERROR);
        assertThat(Code.UNUSED_DECLARATION.severity()).isEqualTo(Severity.WARNING);
        assertThat(Arrays.stream(Code.values()).filter(code -> code.severity() == Severity.WARNING))
                .allSatisfy(code -> assertThat(code.ofShape()).isFalse());
    }
}
