package dev.remit.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.node.Limits;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final Fields FIELDS = fields("""
            word: one
            padded: "  one two "
            day: 2026-11-22
            no-day: 2026-02-30
            yes: true
            no: false
            list: [a, b]
            single: a
            mixed: [a, {b: c}]
            mapping: {x: 1, y: {z: 2}}
            any: any
            except: {all-except: [a, b]}
            """);

    @Test
    void readsWords() {
        assertThat(FIELDS.scalar("word")).map(Scalar::text).contains("one");
        assertThat(FIELDS.text("padded")).contains("one two");
        assertThat(FIELDS.date("day")).contains(LocalDate.of(2026, 11, 22));
        assertThat(FIELDS.truth("yes")).contains(true);
        assertThat(FIELDS.truth("no")).contains(false);
    }

    @Test
    void isEmptyWhereNothingOfTheFormStands() {
        assertThat(FIELDS.scalar("missing")).isEmpty();
        assertThat(FIELDS.scalar("list")).isEmpty();
        assertThat(FIELDS.date("no-day")).isEmpty();
        assertThat(FIELDS.truth("missing")).isEmpty();
        assertThat(FIELDS.list("missing")).isEmpty();
        assertThat(FIELDS.fields("word")).isEmpty();
        assertThat(FIELDS.entries("word")).isEmpty();
        assertThat(FIELDS.set("missing")).isEmpty();
        assertThat(FIELDS.has("missing")).isFalse();
        assertThat(FIELDS.has("word")).isTrue();
    }

    @Test
    void readsASingleItemAsAListOfOne() {
        assertThat(texts(FIELDS.list("list"))).containsExactly("a", "b");
        assertThat(texts(FIELDS.list("single"))).containsExactly("a");
        assertThat(FIELDS.nodes("mixed")).hasSize(2);
        assertThat(texts(FIELDS.list("mixed"))).containsExactly("a");
        assertThat(FIELDS.mappings("mixed")).hasSize(1);
        assertThat(FIELDS.mappings("mapping")).hasSize(1);
    }

    @Test
    void readsMappings() {
        assertThat(FIELDS.entries("mapping"))
                .extracting(entry -> entry.key().text())
                .containsExactly("x", "y");
        assertThat(FIELDS.fields("mapping").flatMap(inner -> inner.fields("y")).flatMap(inner -> inner.text("z")))
                .contains("2");
        assertThat(FIELDS.fields("mapping").map(Fields::span)).contains(Span.within("f", 10, 10, 17));
    }

    @Test
    void readsSets() {
        Selection some = FIELDS.set("list").orElseThrow();
        Selection every = FIELDS.set("any").orElseThrow();
        Selection others = FIELDS.set("except").orElseThrow();

        assertThat(some.allExcept()).isFalse();
        assertThat(texts(some.ids())).containsExactly("a", "b");
        assertThat(every.allExcept()).isTrue();
        assertThat(every.ids()).isEmpty();
        assertThat(others.allExcept()).isTrue();
        assertThat(texts(others.ids())).containsExactly("a", "b");
        assertThat(others.span()).isEqualTo(Span.within("f", 12, 9, 20));
    }

    private static List<String> texts(List<Scalar> scalars) {
        return scalars.stream().map(Scalar::text).toList();
    }

    private static Fields fields(String text) {
        Optional<Node> root = YamlReader.read(new SourceFile("f", text), Limits.USUAL, new Diagnostics());
        return root.flatMap(Fields::of).orElseThrow();
    }
}
