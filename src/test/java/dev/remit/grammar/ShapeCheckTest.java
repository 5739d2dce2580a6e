package dev.remit.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.node.Limits;
import dev.remit.node.Node;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeCheckTest {
    private static final KnownWords KNOWN = KnownWords.none()
            .with(Map.of(Namespace.ATTRIBUTE, Set.of("legacy", "kind"), Namespace.FACT, Set.of("trained")));

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void keepsWhatIsSoundBesideWhatIsWrong() {
        Fields checked =
                rules("- {id: a, permit: [x, Y y], to: [Z z], levels: 1, wrong: w}\n- b\n- {id: c, permit: any}");

        List<Fields> kept = checked.mappings("rules");
        assertThat(kept).extracting(rule -> rule.text("id").orElse("")).containsExactly("a", "c");
        assertThat(kept.get(0).list("permit")).hasSize(1);
        assertThat(kept.get(0).has("to")).isFalse();
        assertThat(kept.get(0).has("levels")).isTrue();
        assertThat(kept.get(0).has("wrong")).isFalse();
        assertThat(codes()).containsExactly(Code.BAD_ID, Code.BAD_ID, Code.UNKNOWN_KEY, Code.WRONG_SHAPE);
    }

    @Test
    void pointsAtTheIdOfAnItemThatLacksSomething() {
        rules("- id: without-roles\n  to: view");

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.span()).isEqualTo(Span.within("f", 3, 7, 13)));
    }

    @Test
    void pointsAtTheKeyOfAMappingThatLacksSomething() {
        check("remit: 1\nwork-categories:\n  audit:\n    why: Because", Grammar.rulesFile());

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.span()).isEqualTo(Span.within("f", 3, 3, 5)));
    }

    @Test
    void pointsAtTheBeginningOfAFileThatLacksSomething() {
        check("rules: {id: a, permit: b}", Grammar.rulesFile());

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.span().toString()).isEqualTo("f:1:1"));
    }

    @Test
    void findsItemsThatSayTheSameInOtherWords() {
        check(
                "remit: 1\nconditions: {c: {any: [{project.a: x, not: z}, {not: 'z', project.a: \"x\"}]}}",
                Grammar.rulesFile());

        assertThat(codes()).containsExactly(Code.DUPLICATE_ITEM);
    }

    @Test
    void keepsItemsThatSayDifferentThings() {
        check("remit: 1\nconditions: {c: {any: [{not: x}, {not: z}, x, z]}}", Grammar.rulesFile());

        assertThat(codes()).isEmpty();
    }

    @Test
    void saysNothingMoreOfWhatTheReaderReported() {
        check("remit: 1\nrules: *elsewhere\nconditions: {a: *b}", Grammar.rulesFile());

        assertThat(codes()).containsExactly(Code.ALIAS, Code.ALIAS);
    }

    @Test
    void doesNotGuessWhatARuleWithoutEffectWouldBe() {
        rules("- {id: a, opt-outs: {x: y}, obligations: [], to: [], wrong: w}");

        assertThat(codes()).containsExactly(Code.MISSING_KEY, Code.EMPTY_LIST, Code.UNKNOWN_KEY);
    }

    @Test
    void takesARuleWithBothEffectsForWhatMostOfItIs() {
        rules("- {forbid: a, id: a, permit: b, obligations: c}");

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.span()).isEqualTo(Span.within("f", 3, 4, 6)));
        assertThat(codes()).containsExactly(Code.CONFLICTING_KEYS);
    }

    @ParameterizedTest
    @CsvSource({
        "Co_Pilot, co-pilot",
        "co pilot, co-pilot",
        "_copilot_, copilot",
        "Ärztin, arztin",
    })
    void suggestsHowToSpellAnId(String written, String spelled) {
        check("remit: 1\nconditions: {\"" + written + "\": x}", Grammar.rulesFile());

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.help().orElse("")).endsWith("`" + spelled + "`"));
    }

    @Test
    void suggestsNothingForLettersThatOnlyLookLikeOurs() {
        check("remit: 1\nconditions: {\u0430udit: x}", Grammar.rulesFile());

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.help().orElse("")).endsWith("joined by `-`"));
    }

    @Test
    void suggestsHowToSpellAPath() {
        check("remit: 1\nconditions: {a: project.Légacy}", Grammar.rulesFile());

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.help().orElse("")).endsWith("`project.legacy`"));
    }

    @Test
    void pointsAtTheVeryCharacterThatCannotBeSeen() {
        rules("- {id: a, permit: \"re\u200Dsearcher\"}");

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.span()).isEqualTo(Span.within("f", 3, 22, 1)));
    }

    @Test
    void refusesARootThatIsNoMapping() {
        assertThat(check("- a", Grammar.rulesFile())).isEmpty();
        assertThat(codes()).containsExactly(Code.FOREIGN_FILE);
    }

    private Fields rules(String rules) {
        return check("remit: 1\nrules:\n" + rules, Grammar.rulesFile()).orElseThrow();
    }

    private Optional<Fields> check(String text, FileShape shape) {
        Optional<Node> root = YamlReader.read(new SourceFile("f", text), Limits.USUAL, diagnostics);
        return ShapeCheck.check(root.orElseThrow(), shape, KNOWN, diagnostics);
    }

    private List<Code> codes() {
        return diagnostics.sorted().stream().map(Diagnostic::code).toList();
    }
}
