package dev.remit.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Mistakes.Mistake;
import dev.remit.node.Limits;
import dev.remit.node.Node;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake, one message, at the place of the mistake. */
class EveryMistakeTest {

    static List<Map.Entry<SourceFile, FileShape>> sound() {
        return List.copyOf(SoundFiles.all().entrySet());
    }

    @ParameterizedTest
    @MethodSource("sound")
    void findsNothingWrongWithSoundFiles(Map.Entry<SourceFile, FileShape> sound) {
        Diagnostics diagnostics = new Diagnostics();
        Node root = read(sound.getKey(), diagnostics);

        Optional<Node> checked = ShapeCheck.check(root, sound.getValue().keys(), diagnostics);

        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(checked).containsSame(root);
    }

    @ParameterizedTest
    @MethodSource("sound")
    void findsEachMistakeWhereItIs(Map.Entry<SourceFile, FileShape> sound) {
        for (Mistake mistake : Mistakes.someIn(sound.getKey(), sound.getValue(), 4)) {
            SourceFile file = new SourceFile("f", mistake.text());
            Diagnostics diagnostics = new Diagnostics();

            ShapeCheck.check(read(file, diagnostics), sound.getValue().keys(), diagnostics);

            List<Diagnostic> found = diagnostics.sorted();
            assertThat(found)
                    .as(mistake.what())
                    .extracting(Diagnostic::code)
                    .containsExactlyInAnyOrderElementsOf(mistake.codes());
            assertThat(found)
                    .as(mistake.what())
                    .anyMatch(fault -> underlined(file, fault).equals(mistake.written()));
        }
    }

    @ParameterizedTest
    @MethodSource("sound")
    void leavesOutWhatIsWrong(Map.Entry<SourceFile, FileShape> sound) {
        for (Mistake mistake : Mistakes.someIn(sound.getKey(), sound.getValue(), 14)) {
            Diagnostics once = new Diagnostics();
            Diagnostics twice = new Diagnostics();
            Node root = read(new SourceFile("f", mistake.text()), once);

            Optional<Node> checked = ShapeCheck.check(root, sound.getValue().keys(), once);
            checked.ifPresent(rest -> ShapeCheck.check(rest, sound.getValue().keys(), twice));

            assertThat(twice.sorted())
                    .as(mistake.what())
                    .extracting(fault -> fault.code().id())
                    .isSubsetOf("missing-key", "empty-mapping", "conflicting-keys", "misplaced-key");
        }
    }

    @Test
    void makesThousandsOfMistakes() {
        assertThat(SoundFiles.withMistakes()).hasSizeGreaterThan(5_000);
    }

    private static Node read(SourceFile file, Diagnostics diagnostics) {
        return YamlReader.read(file, Limits.USUAL, diagnostics).orElseThrow();
    }

    private static String underlined(SourceFile file, Diagnostic fault) {
        Span span = fault.span();
        String line = file.line(span.line());
        return line.substring(
                line.offsetByCodePoints(0, span.column() - 1), line.offsetByCodePoints(0, span.endColumn() - 1));
    }
}
