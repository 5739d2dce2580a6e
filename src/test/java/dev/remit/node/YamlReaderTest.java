package dev.remit.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void readsMappingsListsAndWords() {
        Mapping root = (Mapping) read("a: b\nc: [d, {e: f}]\n").orElseThrow();

        assertThat(root.entries()).extracting(entry -> entry.key().text()).containsExactly("a", "c");
        assertThat(value(root, "a")).isEqualTo(new Scalar("b", Span.within("f", 1, 4, 1), false));
        Sequence list = (Sequence) value(root, "c");
        assertThat(list.span()).isEqualTo(Span.within("f", 2, 4, 11));
        assertThat(list.items().get(0)).isEqualTo(new Scalar("d", Span.within("f", 2, 5, 1), false));
        assertThat(list.items().get(1).span()).isEqualTo(Span.within("f", 2, 8, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "on", "010", "0x1F", "1_000", "2026-11-22", "1:30", ".5", "true", "1e3"})
    void readsWordsByTheirTextAlone(String text) {
        assertThat(scalar("a: " + text).text()).isEqualTo(text);
    }

    @Test
    void tellsNothingFromAnEmptyText() {
        assertThat(scalar("a:").isNothing()).isTrue();
        assertThat(scalar("a: ~").isNothing()).isTrue();
        assertThat(scalar("a: null").isNothing()).isTrue();
        assertThat(scalar("a: ''").isNothing()).isFalse();
        assertThat(scalar("a: 'null'").isNothing()).isFalse();
        assertThat(scalar("a: nothing").isNothing()).isFalse();
    }

    @Test
    void placesNothingWhereItsValueWouldBe() {
        assertThat(scalar("ab:\n").span()).isEqualTo(Span.within("f", 1, 4, 0));
    }

    @Test
    void resolvesQuotesAndEscapes() {
        Scalar scalar = scalar("a: \"x\\ty \\u00e9\"");

        assertThat(scalar.text()).isEqualTo("x\ty é");
        assertThat(scalar.quoted()).isTrue();
        assertThat(scalar.span()).isEqualTo(Span.within("f", 1, 4, 13));
    }

    @Test
    void endsABlockTextWithItsLastLine() {
        Scalar scalar = scalar("a: |\n  one\n  two 😀\n\n\nb: c\n");

        assertThat(scalar.text()).isEqualTo("one\ntwo 😀\n");
        assertThat(scalar.span()).isEqualTo(new Span("f", 1, 4, 3, 8));
    }

    @Test
    void endsBlocksWithTheirLastPart() {
        Mapping root =
                (Mapping) read("a:\n  - b: 1\n    c: 2\n\n# later\nd: e\n").orElseThrow();

        assertThat(value(root, "a").span()).isEqualTo(new Span("f", 2, 3, 3, 9));
        assertThat(root.span()).isEqualTo(new Span("f", 1, 1, 6, 5));
    }

    @Test
    void readsAPairInBracketsAsAMapping() {
        Sequence list = (Sequence) value((Mapping) read("a: [b: c, d]").orElseThrow(), "a");

        assertThat(list.items().get(0).span()).isEqualTo(Span.within("f", 1, 5, 4));
    }

    @Test
    void underlinesTheBeginningOfWhatIsLong() {
        Mapping root = (Mapping)
                read("a:\n  b: 1\n  c: 2\nd:\n  - e\n  - f\ng: \"h\n  i\"\n").orElseThrow();

        assertThat(value(root, "a").head()).isEqualTo(Span.within("f", 2, 3, 1));
        assertThat(value(root, "d").head()).isEqualTo(Span.within("f", 5, 3, 1));
        assertThat(value(root, "g").head()).isEqualTo(Span.within("f", 7, 4, 1));
    }

    @Test
    void countsColumnsInCodePoints() {
        assertThat(scalar("\"😀\": é😀x # 😀").span()).isEqualTo(Span.within("f", 1, 6, 3));
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(scalar("\uFEFFa: b").span()).isEqualTo(Span.within("f", 1, 4, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b\nc: d", "a: b\r\nc: d", "a: b\rc: d", "---\na: b\n", "a: b\n...\n"})
    void acceptsLineEndsAndDocumentMarks(String text) {
        assertThat(read(text)).isPresent();
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoKeys() {
        Mapping root = (Mapping) read("a: 1\na: 2").orElseThrow();

        assertThat(root.entries()).hasSize(1);
        assertThat(value(root, "a").form()).isEqualTo("`1`");
        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.help()).contains("the first is at line 1, column 1"));
    }

    @Test
    void readsAKeyAsItLooks() {
        Mapping root = (Mapping) read("ro\u200Bles: x").orElseThrow();

        assertThat(root.find("roles")).isPresent();
    }

    @Test
    void leavesAHoleWhereAnAliasStood() {
        Mapping root = (Mapping) read("a: *b").orElseThrow();

        assertThat(value(root, "a")).isEqualTo(new ErrorNode(Span.within("f", 1, 4, 2)));
    }

    @Test
    void keepsTheValueBehindAnAnchor() {
        assertThat(scalar("a: &b c").text()).isEqualTo("c");
    }

    @Test
    void givesNothingAfterASyntaxFault() {
        assertThat(read("a: 1\na: 2\nb: [")).isEmpty();
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::code)
                .containsExactly(Code.DUPLICATE_KEY, Code.SYNTAX_ERROR);
    }

    @Test
    void readsNothingBehindANul() {
        Mapping root = (Mapping) read("a: b\u0000\nc: d").orElseThrow();

        assertThat(root.find("c")).isPresent();
    }

    @Test
    void acceptsWhatIsJustWithinTheLimits() {
        read("a: [[é]]", new Limits(9, 3, 5));

        assertThat(diagnostics.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a: b, 4", "'a: ''\t''\r\n', 8", "a: é, 5", "a: €, 6", "a: 😀, 7"})
    void countsBytesOfUtf8(String text, int bytes) {
        assertThat(read(text, new Limits(bytes, 99, 99))).isPresent();
        assertThat(read(text, new Limits(bytes - 1, 99, 99))).isEmpty();
    }

    @Test
    void refusesALargeFile() {
        assertThat(read("a: [[é]]", new Limits(8, 99, 99))).isEmpty();
        assertThat(codes()).containsExactly(Code.FILE_TOO_LARGE);
    }

    @Test
    void refusesDeepNesting() {
        assertThat(read("a: [[é]]", new Limits(99, 2, 99))).isEmpty();
        assertThat(codes()).containsExactly(Code.TOO_DEEP);
        assertThat(diagnostics.sorted().get(0).span()).isEqualTo(Span.within("f", 1, 5, 0));
    }

    @Test
    void refusesManyNodes() {
        assertThat(read("a: [[é]]", new Limits(99, 99, 4))).isEmpty();
        assertThat(codes()).containsExactly(Code.TOO_MANY_NODES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{"})
    void stopsEarlyInDeepNesting(String opening) {
        Assertions.assertThatCode(() -> read(opening.repeat(1_000_000))).doesNotThrowAnyException();
        assertThat(codes()).containsExactly(Code.TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: %s", "a: \"%s\"", "# %s\na: b", "a: |\n  %s", "%s: a"})
    void readsALongLineInTimeProportionalToIt(String form) {
        String text = form.replace("%s", "x".repeat(8_000_000));

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            read(text);
        });
    }

    @Test
    void sharesNoWorkBetweenFiles() {
        assertThat(read("a: b")).isEqualTo(read("a: b"));
    }

    private static Node value(Mapping mapping, String key) {
        return mapping.find(key).orElseThrow().value();
    }

    private Scalar scalar(String text) {
        return (Scalar) ((Mapping) read(text).orElseThrow()).entries().get(0).value();
    }

    private Optional<Node> read(String text) {
        return read(text, Limits.USUAL);
    }

    private Optional<Node> read(String text, Limits limits) {
        return YamlReader.read(new SourceFile("f", text), limits, diagnostics);
    }

    private List<Code> codes() {
        return diagnostics.sorted().stream().map(Diagnostic::code).toList();
    }
}
