package dev.remit.grammar;

import dev.remit.grammar.Lexeme.Name;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Choice;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.Word;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The well-spelled words that files declare: the only ones that help may suggest for a declared word. They are
 * collected on first use, and so never for a bundle without faults.
 */
public final class KnownWords {
    private static final String PROJECT = "project.";
    private static final List<String> PERMISSIONS = List.of("project.permissions.", "project.permissions-ever.");

    private final List<Written> files;
    private final Map<Namespace, Set<String>> words = new EnumMap<>(Namespace.class);
    private final Set<String> booleans = new HashSet<>();
    private final Set<String> topics = new TreeSet<>();
    private boolean isGathered;

    /**
     * A file as it was written, with or without errors.
     *
     * @param root its root node
     * @param kind its kind
     */
    public record Written(Node root, FileShape kind) {}

    private KnownWords(List<Written> files) {
        this.files = List.copyOf(files);
    }

    /**
     * The words that some files declare.
     *
     * @param files the files
     * @return their words
     */
    public static KnownWords of(List<Written> files) {
        return new KnownWords(files);
    }

    /**
     * No words.
     *
     * @return an empty collection
     */
    public static KnownWords none() {
        return new KnownWords(List.of());
    }

    /**
     * These words and some that are declared elsewhere.
     *
     * @param more the words by their kind
     * @return both
     */
    public KnownWords with(Map<Namespace, ? extends Set<String>> more) {
        KnownWords both = new KnownWords(files);
        both.topics.addAll(topics);
        more.forEach((kind, ids) -> both.of(kind).addAll(ids));
        return both;
    }

    /**
     * These words and some facts with values that are declared elsewhere.
     *
     * @param facts the ids of the facts
     * @return both
     */
    public KnownWords withTopics(Set<String> facts) {
        topics.addAll(facts);
        return this;
    }

    /** The facts that have values. */
    Set<String> topics() {
        gather();
        return topics;
    }

    /** Whether a word is declared as an id of one of some kinds. */
    boolean has(List<Namespace> kinds, String word) {
        gather();
        return kinds.stream().anyMatch(kind -> of(kind).contains(word));
    }

    /**
     * Whether a word, or the attribute or register at the end of a path, is declared with a kind that a name can refer
     * to.
     */
    boolean knows(Name name, String word) {
        Optional<String> register = register(word);
        if (register.isPresent()) {
            return has(List.of(Namespace.REGISTER), register.get());
        }
        return has(name.of(), word.startsWith(PROJECT) ? word.substring(PROJECT.length()) : word);
    }

    /** The register at the end of the path of a permission. */
    private static Optional<String> register(String word) {
        return PERMISSIONS.stream().filter(word::startsWith).findFirst().map(path -> word.substring(path.length()));
    }

    /** Whether a word can be a condition by itself. */
    boolean isState(String word) {
        Optional<String> register = register(word);
        if (register.isPresent()) {
            return has(List.of(Namespace.REGISTER), register.get());
        }
        if (word.startsWith(PROJECT)) {
            gather();
            return booleans.contains(word.substring(PROJECT.length()));
        }
        return has(List.of(Namespace.FACT, Namespace.CONDITION), word) && !topics.contains(word);
    }

    private Set<String> of(Namespace kind) {
        return words.computeIfAbsent(kind, none -> new HashSet<>());
    }

    private void gather() {
        if (!isGathered) {
            isGathered = true;
            files.forEach(file -> gather(file.root(), file.kind().keys()));
        }
    }

    private void gather(Node node, Shape shape) {
        if (!shape.accepts(node)) {
            return;
        }
        if (shape instanceof Named named) {
            gather(node, named.shape());
        } else if (shape instanceof ByForm forms) {
            forms.shapeOf(node).ifPresent(form -> gather(node, form));
        } else if (shape instanceof Items items) {
            Fields.items(node).forEach(item -> gather(item, items.item()));
        } else if (shape instanceof Word word && node instanceof Scalar scalar) {
            if (word.lexeme() instanceof Name name) {
                add(scalar, name);
            }
        } else if (shape instanceof ByKey kinds && node instanceof Mapping mapping) {
            Choice first = kinds.choices().get(0);
            Choice chosen = kinds.marked(mapping).stream().findFirst().orElse(first);
            gather(node, chosen.shape());
        } else if (shape instanceof Keys keys && node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> gather(entry, keys));
        }
    }

    private void gather(Entry entry, Keys keys) {
        keys.find(entry.key().text()).ifPresent(key -> gather(entry.value(), key.shape()));
        if (keys.find(entry.key().text()).isEmpty()) {
            keys.open().ifPresent(open -> {
                add(entry.key(), open.key());
                boolean isAttribute = open.key().of().contains(Namespace.ATTRIBUTE);
                if (isAttribute && open.key().declares() && isBoolean(entry.value())) {
                    booleans.add(entry.key().text());
                }
                boolean isFact = open.key().of().contains(Namespace.FACT);
                if (isFact && open.key().declares() && hasValues(entry.value())) {
                    topics.add(entry.key().text());
                }
                gather(entry.value(), open.shape());
            });
        }
    }

    private void add(Scalar word, Name name) {
        if (name.declares() && name.spelling().accepts(word.text())) {
            name.of().forEach(kind -> of(kind).add(word.text()));
        }
    }

    private static boolean hasValues(Node node) {
        return node instanceof Mapping mapping
                && (mapping.find("values").isPresent() || mapping.find("set-of").isPresent());
    }

    private static boolean isBoolean(Node node) {
        return node instanceof Mapping mapping
                ? mapping.find("values")
                        .filter(values -> isBoolean(values.value()))
                        .isPresent()
                : node instanceof Scalar word && word.text().equals("boolean");
    }
}
