package dev.remit.load;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.FileShape;
import dev.remit.grammar.Grammar;
import dev.remit.grammar.Lexeme;
import dev.remit.grammar.Namespace;
import dev.remit.grammar.Shape;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Every single edit of the files of a bundle: of each word and text in them, and of each key that may be left out. */
final class EveryEdit {
    private static final Span NOWHERE = Span.startOf("");

    /** The words of each kind that occur in the bundle. */
    private final Map<Namespace, Set<String>> known = new LinkedHashMap<>();

    private final Map<String, String> texts;
    private final Map<String, Node> files = new LinkedHashMap<>();
    private final List<Edit> edits = new ArrayList<>();

    /**
     * An edit.
     *
     * @param place the keys on the way, with {@code *} for ids and {@code -} for items of lists
     * @param value what stood there
     * @param isRemoval whether it is left out; else it is exchanged
     * @param ways give the texts of the files afterwards; the first that loads counts
     */
    record Edit(String place, String value, boolean isRemoval, List<Supplier<Map<String, String>>> ways) {}

    private EveryEdit(Map<String, String> texts) {
        this.texts = texts;
    }

    static List<Edit> of(Map<String, String> texts) {
        EveryEdit every = new EveryEdit(texts);
        texts.forEach((path, text) ->
                every.files.put(path, YamlReader.read(new SourceFile(path, text), Limits.USUAL, new Diagnostics())
                        .orElseThrow()));
        every.known.put(Namespace.VALUE, new LinkedHashSet<>(List.of("false", "true")));
        every.files.forEach((path, root) -> every.collect(shape(path).keys(), root));
        every.files.forEach((path, root) ->
                every.walk(shape(path).keys(), root, kind(path), changed -> every.with(path, changed)));
        return every.edits;
    }

    static FileShape shape(String path) {
        return Grammar.files().stream()
                .filter(file -> file.path().equals(path) || file.path().replace("*.yaml", "").equals(kind(path) + "/"))
                .findFirst()
                .orElseThrow();
    }

    private static String kind(String path) {
        return path.replaceAll("[/.].*", "");
    }

    private Map<String, String> with(String path, Node changed) {
        Map<String, String> edited = new LinkedHashMap<>(texts);
        edited.put(path, text(changed));
        return edited;
    }

    private void collect(Shape shape, Node node) {
        if (node instanceof Scalar word) {
            lexeme(shape).ifPresent(lexeme -> note(lexeme, word.text()));
        } else if (node instanceof Sequence list) {
            items(shape).ifPresent(items -> list.items().forEach(each -> collect(items.item(), each)));
        } else if (node instanceof Mapping mapping) {
            AssuranceText.keys(shape, mapping).ifPresent(keys -> mapping.entries().forEach(each -> {
                keys.open().ifPresent(open -> note(open.key(), each.key().text()));
                keys.find(each.key().text())
                        .map(Shape.Key::shape)
                        .or(() -> keys.open().map(Shape.OpenKeys::shape))
                        .ifPresent(below -> collect(below, each.value()));
            }));
        }
    }

    private void note(Lexeme lexeme, String word) {
        if (lexeme instanceof Lexeme.Name name) {
            // What a named set stands for could be what stood there before.
            name.of().stream().filter(each -> each.members().isEmpty()).forEach(each -> known.computeIfAbsent(each, none -> new LinkedHashSet<>())
                    .add(word));
        }
    }

    private void walk(Shape shape, Node node, String place, Function<Node, Map<String, String>> put) {
        if (node instanceof Scalar word) {
            lexeme(shape).ifPresent(lexeme -> edits.add(new Edit(
                    place,
                    word.text(),
                    false,
                    others(lexeme, word.text()).stream()
                            .<Supplier<Map<String, String>>>map(other -> () -> put.apply(new Scalar(other, NOWHERE, true)))
                            .toList())));
        } else if (node instanceof Sequence list) {
            items(shape).ifPresent(items -> {
                for (int i = 0; i < list.items().size(); i++) {
                    int at = i;
                    walk(items.item(), list.items().get(i), place + "/-", changed -> {
                        List<Node> all = new ArrayList<>(list.items());
                        all.set(at, changed);
                        return put.apply(new Sequence(all, NOWHERE));
                    });
                }
            });
        } else if (node instanceof Mapping mapping) {
            AssuranceText.keys(shape, mapping).ifPresent(keys -> entries(keys, mapping, place, put));
        }
    }

    private void entries(Shape.Keys keys, Mapping mapping, String place, Function<Node, Map<String, String>> put) {
        for (Entry each : mapping.entries()) {
            Optional<Shape.Key> named = keys.find(each.key().text());
            String below = place + "/" + (named.isPresent() ? each.key().text() : "*");
            Optional<Shape> shape = named.map(Shape.Key::shape).or(() -> keys.open().map(Shape.OpenKeys::shape));
            walk(shape.orElseThrow(), each.value(), below, changed -> put.apply(exchanged(mapping, each, changed)));
            boolean isWord = each.value() instanceof Scalar
                    || (each.value() instanceof Sequence list && list.items().stream().allMatch(Scalar.class::isInstance));
            if (named.isPresent() && !named.get().required() && isWord) {
                List<Entry> rest = mapping.entries().stream()
                        .filter(other -> !other.equals(each))
                        .toList();
                String value = each.value() instanceof Scalar word ? word.text() : text(each.value());
                edits.add(new Edit(below, value, true, List.of(() -> put.apply(new Mapping(rest, NOWHERE)))));
            }
        }
    }

    private static Mapping exchanged(Mapping mapping, Entry old, Node value) {
        return new Mapping(
                mapping.entries().stream()
                        .map(each -> each.equals(old) ? new Entry(each.key(), value) : each)
                        .toList(),
                NOWHERE);
    }

    /** Other words that could stand in the place of one. */
    private List<String> others(Lexeme lexeme, String word) {
        if (lexeme instanceof Lexeme.Text) {
            return List.of(word + " too");
        }
        if (lexeme instanceof Lexeme.Day) {
            return List.of(word.substring(0, 8) + (word.endsWith("02") ? "03" : "02"));
        }
        if (lexeme instanceof Lexeme.Moment) {
            return List.of("2026-06-16T10:00:00Z");
        }
        if (lexeme instanceof Lexeme.Truth) {
            return List.of(String.valueOf(!Boolean.parseBoolean(word)));
        }
        if (lexeme instanceof Lexeme.Zone) {
            return List.of("Europe/Paris");
        }
        if (lexeme instanceof Lexeme.OneOf choice) {
            return choice.words().stream().filter(other -> !other.equals(word)).toList();
        }
        if (lexeme instanceof Lexeme.Name name) {
            Set<String> words = name.of().stream()
                    .flatMap(each -> known.getOrDefault(each, Set.of()).stream())
                    .filter(other -> !other.equals(word))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return name.declares() ? List.of(word + "-2") : List.copyOf(words);
        }
        return lexeme instanceof Lexeme.Undeclared ? List.of(word + "-2") : List.of();
    }

    private static Optional<Lexeme> lexeme(Shape shape) {
        if (shape instanceof Shape.Named named) {
            return lexeme(named.shape());
        }
        if (shape instanceof Shape.Items items) {
            return lexeme(items.item());
        }
        if (shape instanceof Shape.ByForm form) {
            return form.word().flatMap(word -> lexeme(word)).or(() -> form.list().flatMap(EveryEdit::lexeme));
        }
        return shape instanceof Shape.Word word ? Optional.of(word.lexeme()) : Optional.empty();
    }

    private static Optional<Shape.Items> items(Shape shape) {
        if (shape instanceof Shape.Named named) {
            return items(named.shape());
        }
        if (shape instanceof Shape.ByForm form) {
            return form.list();
        }
        return shape instanceof Shape.Items items ? Optional.of(items) : Optional.empty();
    }

    /** A tree as YAML. */
    static String text(Node node) {
        if (node instanceof Scalar word) {
            return "\"" + word.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        }
        if (node instanceof Sequence list) {
            return list.items().stream().map(EveryEdit::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Mapping) node)
                .entries().stream()
                        .map(each -> text(each.key()) + ": " + text(each.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
