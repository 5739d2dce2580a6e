package dev.remit.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever is read, nothing is thrown, every fault has a place in the file, and no tree comes without one. */
class StrangeInputTest {

    private static final Path SOUND = Path.of("src/test/resources/dev/remit/grammar/valid/policy.yaml");

    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            "\t",
            " ",
            "  ",
            ":",
            ": ",
            "- ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "|",
            ">",
            "|2-",
            "#",
            " #",
            "&a ",
            "*a",
            "!",
            "!!str ",
            "!<",
            "%",
            "---",
            "...",
            "<<: ",
            "~",
            "@",
            "`",
            "\\",
            "\"\\u",
            "\"\\x4",
            "\u0000",
            "\u0007",
            "\u0085",
            "\u2028",
            "\u202E",
            "\uFEFF",
            "\uFFFE",
            "\uD83D",
            "\uDE00",
            "😀",
            "é",
            "%YAML 1.1\n",
            "%TAG ! a\n",
            "1e9",
            "0x",
            "=");

    private String origin = "";

    @RepeatedTest(12)
    void survivesChangedPolicies(RepetitionInfo round) throws IOException {
        Random random = random(round.getCurrentRepetition());
        String sound = Files.readString(SOUND);
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder(sound);
            for (int change = random.nextInt(4); change >= 0; change--) {
                change(text, random);
            }
            check(text.toString());
        }
    }

    @RepeatedTest(20)
    void survivesHeapsOfPieces(RepetitionInfo round) {
        Random random = random(1_000 + round.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(20); piece >= 0; piece--) {
                text.append(random.nextBoolean() ? "a" : PIECES.get(random.nextInt(PIECES.size())));
            }
            check(text.toString());
        }
    }

    @RepeatedTest(10)
    void survivesRandomBytes(RepetitionInfo round) {
        Random random = random(2_000 + round.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check(new String(bytes, i % 2 == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE));
        }
    }

    @Test
    void survivesEveryBeginningOfAPolicy() throws IOException {
        String sound = Files.readString(SOUND);
        for (int end = 0; end < sound.length(); end++) {
            check(sound.substring(0, end));
        }
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int length = Math.min(random.nextInt(30), text.length() - at);
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, at + length);
            case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
            default -> text.setCharAt(at, (char) random.nextInt(0x10000));
        }
    }

    private void check(String text) {
        SourceFile file = new SourceFile("f", text);
        Diagnostics diagnostics = new Diagnostics();

        Optional<Node> root = YamlReader.read(file, Limits.USUAL, diagnostics);

        assertThat(root.isPresent() || diagnostics.hasErrors())
                .as(origin + text)
                .isTrue();
        diagnostics.sorted().forEach(diagnostic -> assertThatItHasAPlace(diagnostic, file));
        root.ifPresent(node -> assertThatItHasAPlace(node.span(), file));
        assertThat(FrameRendering.of(List.of(file)).render(diagnostics.sorted()).chars())
                .as(origin + text)
                .noneMatch(c -> c != '\n' && Character.isISOControl(c));
    }

    private void assertThatItHasAPlace(Diagnostic diagnostic, SourceFile file) {
        assertThatItHasAPlace(diagnostic.span(), file);
    }

    private void assertThatItHasAPlace(Span span, SourceFile file) {
        String last = file.line(span.endLine());
        assertThat(span.endLine()).as(origin + file.text()).isLessThanOrEqualTo(file.lineCount());
        assertThat(span.endColumn())
                .as(origin + file.text())
                .isLessThanOrEqualTo(last.codePointCount(0, last.length()) + 2);
    }

    private Random random(long seed) {
        origin = "seed " + seed + ": ";
        return new Random(seed);
    }
}
