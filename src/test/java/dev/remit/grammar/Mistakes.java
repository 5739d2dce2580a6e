package dev.remit.grammar;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.Word;
import dev.remit.node.Entry;
import dev.remit.node.Limits;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes every mistake of shape at every place of a sound file, one at a time. */
public final class Mistakes {

    private static final String UNKNOWN_KEY = "zz-zz";

    /** A schema that knows the ids of a bundle does not know what a suite describes for itself. */
    private static final List<Namespace> OF_A_SUITE =
            List.of(Namespace.DESCRIBED_PROJECT, Namespace.DESCRIBED_PERSON, Namespace.FACT_SET);

    private final SourceFile file;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Mistake> strangers = new ArrayList<>();

    private Mistakes(SourceFile file) {
        this.file = file;
    }

    /**
     * A sound file with one mistake.
     *
     * @param what what was done to it
     * @param text the text with the mistake
     * @param codes the faults that must be found, and no others
     * @param written what was written instead of something sound, and must be underlined
     */
    public record Mistake(String what, String text, Set<Code> codes, String written) {
        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * Every mistake.
     *
     * @param file a sound file
     * @param shape what kind of file it is
     * @return the same file with one mistake each
     */
    public static List<Mistake> in(SourceFile file, FileShape shape) {
        Node root = YamlReader.read(file, Limits.USUAL, new Diagnostics()).orElseThrow();
        Mistakes mistakes = new Mistakes(file);
        mistakes.value(root, shape.keys());
        return mistakes.mistakes;
    }

    /** Each so-many-th of the mistakes; all of them with {@code -Dremit.mistakes=1}. */
    public static List<Mistake> someIn(SourceFile file, FileShape shape, int nth) {
        List<Mistake> all = in(file, shape);
        int step = Integer.getInteger("remit.mistakes", nth);
        return IntStream.range(0, all.size())
                .filter(place -> place % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /**
     * Every place that names something declared elsewhere, with an id that is well spelled but declared nowhere.
     *
     * @param file a sound file
     * @param shape what kind of file it is
     * @return the same file with one such id each; none of these is a fault of shape
     */
    public static List<Mistake> strangersIn(SourceFile file, FileShape shape) {
        Node root = YamlReader.read(file, Limits.USUAL, new Diagnostics()).orElseThrow();
        Mistakes mistakes = new Mistakes(file);
        mistakes.value(root, shape.keys());
        return mistakes.strangers;
    }

    private void value(Node node, Shape shape) {
        replace(node.span(), "~", Code.WRONG_SHAPE);
        tryForm(node, shape, "[zz]");
        tryForm(node, shape, "{zz: zz}");
        tryForm(node, shape, "zz");
        tryForm(node, shape, "[]");
        tryForm(node, shape, "{}");
        inside(node, shape);
    }

    /** A form that is not expected is a wrong shape; an empty one that is expected can still be a fault. */
    private void tryForm(Node node, Shape shape, String form) {
        Node other = YamlReader.read(new SourceFile("f", form), Limits.USUAL, new Diagnostics())
                .orElseThrow();
        if (!shape.accepts(other)) {
            replace(node.span(), form, Code.WRONG_SHAPE);
        } else if (form.equals("[]") && !isListThatMayBeEmpty(shape)) {
            replace(node.span(), form, Code.EMPTY_LIST);
        } else if (form.equals("{}") && !keysOf(other, shape).mayBeEmpty()) {
            replace(node.span(), form, Code.EMPTY_MAPPING);
        }
    }

    private static boolean isListThatMayBeEmpty(Shape shape) {
        if (shape instanceof ByForm forms) {
            return forms.list().filter(Items::mayBeEmpty).isPresent();
        }
        return shape instanceof Named named
                ? isListThatMayBeEmpty(named.shape())
                : shape instanceof Items items && items.mayBeEmpty();
    }

    private static Keys keysOf(Node node, Shape shape) {
        if (shape instanceof Named named) {
            return keysOf(node, named.shape());
        }
        if (shape instanceof ByForm forms) {
            return forms.mapping().orElseThrow();
        }
        if (shape instanceof Items items) {
            return keysOf(node, items.item());
        }
        return shape instanceof ByKey kinds ? kinds.choices().get(0).shape() : (Keys) shape;
    }

    private void inside(Node node, Shape shape) {
        if (shape instanceof Named named) {
            inside(node, named.shape());
        } else if (shape instanceof ByForm forms) {
            inside(node, forms.shapeOf(node).orElseThrow());
        } else if (shape instanceof Items items && node instanceof Sequence list) {
            list.items().forEach(item -> value(item, items.item()));
            repeat(list, items);
        } else if (shape instanceof Items items) {
            inside(node, items.item());
        } else if (shape instanceof Word word) {
            word((Scalar) node, word.lexeme());
        } else if (shape instanceof ByKey kinds) {
            kinds((Mapping) node, kinds);
        } else {
            keys((Mapping) node, (Keys) shape);
        }
    }

    private void repeat(Sequence list, Items shape) {
        String written = text(list.span());
        if (!shape.distinct() || !written.startsWith("[")) {
            return;
        }
        String first = text(list.items().get(0).span());
        replace(list.span(), "[" + first + ", " + written.substring(1), first, Code.DUPLICATE_ITEM);
    }

    private void kinds(Mapping mapping, ByKey kinds) {
        String kind = kinds.markers().stream()
                .filter(marker -> mapping.find(marker).isPresent())
                .findFirst()
                .orElseThrow();
        Shape.Choice chosen = kinds.marked(mapping).get(0);
        keys(mapping, chosen.shape(), chosen.inside().map(none -> kind));
        for (Shape.Choice choice : kinds.choices()) {
            if (!choice.key().equals(kind)) {
                Entry told = mapping.find(kind).orElseThrow();
                boolean isFlow = text(mapping.span()).startsWith("{");
                String next =
                        isFlow ? ", " : "\n" + " ".repeat(told.key().span().column() - 1);
                Span end = told.value().span();
                Span after = new Span(end.file(), end.endLine(), end.endColumn(), end.endLine(), end.endColumn());
                replace(after, next + choice.key() + ": ~", choice.key(), Code.CONFLICTING_KEYS);
            }
        }
    }

    private void keys(Mapping mapping, Keys keys) {
        keys(mapping, keys, Optional.empty());
    }

    /** Mistakes in a mapping; of a marker that another kind has too, with other values, only those in its value. */
    private void keys(Mapping mapping, Keys keys, Optional<String> shared) {
        for (Entry entry : mapping.entries()) {
            if (shared.filter(entry.key().text()::equals).isPresent()) {
                Keys value = keysOf(
                        entry.value(),
                        keys.find(entry.key().text()).orElseThrow().shape());
                ((Mapping) entry.value())
                        .entries()
                        .forEach(inner -> value(
                                inner.value(),
                                value.find(inner.key().text()).orElseThrow().shape()));
                continue;
            }
            keys.find(entry.key().text())
                    .ifPresentOrElse(
                            key -> fixed(entry, key, keys),
                            () -> open(entry, keys.open().orElseThrow(), keys));
        }
        keys.elsewhere().keySet().stream()
                .filter(key -> mapping.find(key).isEmpty())
                .forEach(key -> mapping.entries().stream()
                        .filter(entry -> keys.find(entry.key().text()).stream().noneMatch(Shape.Key::required))
                        .findFirst()
                        .ifPresent(entry -> replace(entry.key().span(), key, Code.MISPLACED_KEY)));
    }

    private void fixed(Entry entry, Shape.Key key, Keys keys) {
        value(entry.value(), key.shape());
        if (keys.open().filter(open -> open.key().spelling().fits(UNKNOWN_KEY)).isEmpty()) {
            Code[] codes = {Code.UNKNOWN_KEY, Code.MISSING_KEY};
            replace(entry.key().span(), UNKNOWN_KEY, key.required() ? codes : Arrays.copyOf(codes, 1));
        }
    }

    private void open(Entry entry, Shape.OpenKeys open, Keys keys) {
        value(entry.value(), open.shape());
        if (keys.keys().isEmpty()) {
            name(entry.key(), open.key());
        } else {
            replace(entry.key().span(), "Zz Zz", Code.UNKNOWN_KEY);
            boolean isPath = open.key().spelling() == Spelling.TOPIC;
            strangers.add(mistake(entry.key().span(), isPath ? "project.zz-zz" : UNKNOWN_KEY, UNKNOWN_KEY));
        }
    }

    private void word(Scalar scalar, Lexeme lexeme) {
        if (lexeme instanceof Lexeme.Name name) {
            name(scalar, name);
        } else if (lexeme instanceof Lexeme.Text || lexeme instanceof Lexeme.Undeclared) {
            replace(scalar.span(), "''", Code.BAD_TEXT);
            replace(scalar.span(), "\" \u00A0\"", Code.BAD_TEXT);
        } else if (lexeme instanceof Lexeme.OneOf) {
            replace(scalar.span(), "zz", Code.WRONG_VALUE);
            replace(scalar.span(), "5", Code.WRONG_VALUE);
        } else if (lexeme instanceof Lexeme.Truth) {
            List.of("yes", "no", "on", "off", "True", "FALSE", "1", "0", "y", "maybe")
                    .forEach(word -> replace(scalar.span(), word, Code.NOT_BOOLEAN));
        } else if (lexeme instanceof Lexeme.Day) {
            List.of("2026-1-1", "22/11/2026", "2026", "20261122", "2026-11-22T00:00:00Z", "today", "2026-11-221")
                    .forEach(word -> replace(scalar.span(), word, Code.NOT_A_DATE));
            List.of("2026-02-30", "2026-13-01", "2026-00-10")
                    .forEach(word -> replace(scalar.span(), word, Code.IMPOSSIBLE_DATE));
        } else if (lexeme instanceof Lexeme.Version) {
            List.of("2", "1.1", "'1.0'", "true", "x")
                    .forEach(word -> replace(scalar.span(), word, Code.UNSUPPORTED_VERSION));
        } else if (lexeme instanceof Lexeme.Zone) {
            List.of("Europe/Londn", "gmt+25").forEach(word -> replace(scalar.span(), word, Code.UNKNOWN_TIME_ZONE));
        }
    }

    private void name(Scalar scalar, Lexeme.Name name) {
        if (!name.declares() && Collections.disjoint(name.of(), OF_A_SUITE)) {
            String stranger = name.spelling() == Spelling.TOPIC ? "project.zz-zz" : UNKNOWN_KEY;
            strangers.add(mistake(scalar.span(), stranger, stranger));
        }
        bad(name.spelling()).forEach(word -> replace(scalar.span(), word, Code.BAD_ID));
        replace(scalar.span(), "x".repeat(name.spelling().longest() + 1), Code.BAD_ID);
        if (name.spelling() != Spelling.TOPIC) {
            List<String> reserved = new ArrayList<>(name.spelling().reserved());
            reserved.addAll(name.declares() ? name.spelling().undeclarable() : List.of());
            reserved.removeAll(name.besides());
            reserved.removeIf(word -> word.equalsIgnoreCase("null"));
            reserved.forEach(word -> replace(scalar.span(), word, Code.RESERVED_ID));
            reserved.forEach(word -> replace(scalar.span(), "'" + word + "'", Code.RESERVED_ID));
        }
        replace(scalar.span(), "a\u200Bb", "\u200B", Code.INVISIBLE_CHARACTER);
    }

    /** Words that are not spelled so. */
    private static List<String> bad(Spelling spelling) {
        List<String> anywhere = List.of("-a", "a-", "'a b'", "Ä", "а", "''", "'a\\n'");
        List<String> ofOthers = List.of("a--b", "a/b");
        List<String> foreign = List.of("Ab", "a_b", "a.b", "1.5", "1e-5", "a:b");
        return switch (spelling) {
            case ID, LABEL ->
                Stream.of(anywhere, ofOthers, foreign).flatMap(List::stream).toList();
            case CODE -> Stream.of(anywhere, ofOthers).flatMap(List::stream).toList();
            case WORD, DUTY, ATTRIBUTE_ID, FACT_ID, STATE, KNOWLEDGE, TOPIC, VALUE ->
                Stream.of(anywhere, List.of("/a", "'a:'", "project.", "optOuts.a"))
                        .flatMap(List::stream)
                        .toList();
            case NAME -> List.of("''", "' a'", "'a '");
        };
    }

    private void replace(Span span, String instead, Code... codes) {
        replace(span, instead, instead, codes);
    }

    private void replace(Span span, String instead, String underlined, Code... codes) {
        mistakes.add(mistake(span, instead, underlined, codes));
    }

    private Mistake mistake(Span span, String instead, String underlined, Code... codes) {
        int start = index(span.line(), span.column());
        int end = index(span.endLine(), span.endColumn());
        String text = file.text().substring(0, start) + instead + file.text().substring(end);
        String what = file.name() + ":" + span.line() + ":" + span.column() + " " + instead;
        return new Mistake(what, text, new TreeSet<>(List.of(codes)), underlined);
    }

    private String text(Span span) {
        return file.text().substring(index(span.line(), span.column()), index(span.endLine(), span.endColumn()));
    }

    /** Sound files are plain ASCII with line feeds. */
    private int index(int line, int column) {
        int index = 0;
        for (int i = 1; i < line; i++) {
            index = file.text().indexOf('\n', index) + 1;
        }
        return index + column - 1;
    }
}
