package dev.remit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameRenderingTest {

    @Test
    void underlinesTheWrongPart() {
        String text = "\n".repeat(13) + "    roles: [approvr]\n";

        assertThat(frame(text, new Span("f", 14, 13, 14, 20), Optional.of("did you mean `approver`?")))
                .isEqualTo("""
                        error[unknown-role]: m
                          --> f:14:13
                        14 |     roles: [approvr]
                           |             ^^^^^^^
                           = help: did you mean `approver`?""");
    }

    @Test
    void keepsTheGutterAsWideAsTheLineNumber() {
        assertThat(frame("a: b", Span.within("f", 1, 4, 1), Optional.empty())).isEqualTo("""
                        error[unknown-role]: m
                         --> f:1:4
                        1 | a: b
                          |    ^""");
    }

    @Test
    void showsTheFirstAndLastOfSeveralLines() {
        String text = "\n".repeat(7) + "a: \"one\n\n  two\n  three\" # end";

        assertThat(frame(text, new Span("f", 8, 4, 11, 9), Optional.of("h"))).isEqualTo("""
                        error[unknown-role]: m
                          --> f:8:4
                         8 | a: "one
                           |    ^^^^
                           ...
                        11 |   three" # end
                           |   ^^^^^^
                           = help: h""");
    }

    @Test
    void leavesNoGapBetweenTwoLines() {
        assertThat(frame("a: \"one\n  two\"", new Span("f", 1, 4, 2, 7), Optional.empty()))
                .isEqualTo("""
                        error[unknown-role]: m
                         --> f:1:4
                        1 | a: "one
                          |    ^^^^
                        2 |   two"
                          |   ^^^^""");
    }

    @Test
    void marksAPlaceBetweenCharactersWithOneCaret() {
        assertThat(underlined("role:", Span.within("f", 1, 6, 0))).isEqualTo("     ^");
    }

    @Test
    void marksAtLeastOneCharacterOfAnEmptyLine() {
        assertThat(frame("a\n\n", Span.within("f", 2, 1, 0), Optional.empty())).endsWith("2 |\n  | ^");
    }

    @Test
    void keepsCaretsUnderWideCharacters() {
        assertThat(underlined("名: 研究者 x", Span.within("f", 1, 4, 3))).isEqualTo("    ^^^^^^");
        assertThat(underlined("😀: x", Span.within("f", 1, 4, 1))).isEqualTo("    ^");
    }

    @Test
    void keepsCaretsUnderCombinedCharacters() {
        assertThat(underlined("e\u0301e\u0301: x", Span.within("f", 1, 7, 1))).isEqualTo("    ^");
    }

    @Test
    void showsTabsAsSpaces() {
        assertThat(frame("a\tb: c", Span.within("f", 1, 3, 1), Optional.empty()))
                .endsWith("1 | a   b: c\n  |     ^");
    }

    @Test
    void showsHiddenCharactersAsOne() {
        assertThat(frame("a\u202Eb\u200Bc: d", Span.within("f", 1, 4, 1), Optional.empty()))
                .endsWith("1 | a�b�c: d\n  |    ^");
    }

    @Test
    void cutsALongLineAroundTheCarets() {
        String frame = frame(
                "x".repeat(100_000) + "y" + "x".repeat(100_000), Span.within("f", 1, 100_001, 1), Optional.empty());

        List<String> lines = frame.lines().toList();
        assertThat(lines.get(2)).hasSizeLessThan(200).startsWith("1 | …x").endsWith("x…");
        assertThat(lines.get(2).charAt(lines.get(3).indexOf('^'))).isEqualTo('y');
    }

    @Test
    void cutsALongUnderline() {
        assertThat(underlined("x".repeat(1_000), Span.within("f", 1, 1, 1_000))).hasSizeLessThan(200);
    }

    @Test
    void doesWithoutAFileThatIsNotAtHand() {
        Diagnostic diagnostic = diagnostic(Span.within("other", 3, 4, 1), Optional.of("h"));

        assertThat(FrameRendering.of(List.of()).render(diagnostic))
                .isEqualTo("error[unknown-role]: m\n --> other:3:4\n  = help: h");
    }

    @Test
    void doesWithoutALineThatIsNotThere() {
        assertThat(frame("a", Span.within("f", 3, 4, 1), Optional.empty()))
                .isEqualTo("error[unknown-role]: m\n --> f:3:4");
    }

    @Test
    void putsAnEmptyLineBetweenFrames() {
        Diagnostic diagnostic = diagnostic(Span.within("f", 1, 1, 1), Optional.empty());

        assertThat(FrameRendering.of(List.of()).render(List.of(diagnostic, diagnostic)))
                .isEqualTo("error[unknown-role]: m\n --> f:1:1\n\nerror[unknown-role]: m\n --> f:1:1");
    }

    @Test
    void namesAFileAsAWholeWithoutALine() {
        assertThat(frame("a: b", Span.startOf("f"), Optional.of("h")))
                .isEqualTo("error[unknown-role]: m\n --> f\n  = help: h");
    }

    @Test
    void readsCarriageReturnsAsLineEnds() {
        assertThat(frame("a\r\nb: c\r\nd", Span.within("f", 2, 1, 1), Optional.empty()))
                .endsWith("2 | b: c\n  | ^");
    }

    private static String underlined(String line, Span span) {
        String frame = frame(line, span, Optional.empty());
        return frame.substring(frame.lastIndexOf('|') + 2);
    }

    private static String frame(String text, Span span, Optional<String> help) {
        return FrameRendering.of(List.of(new SourceFile("f", text))).render(diagnostic(span, help));
    }

    private static Diagnostic diagnostic(Span span, Optional<String> help) {
        return new Diagnostic(Code.UNKNOWN_ROLE, span, "m", help);
    }
}
