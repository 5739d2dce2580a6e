package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Fields;
import dev.remit.model.PolicyPath;
import dev.remit.node.Entry;
import dev.remit.node.Limits;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.SourceMap;
import dev.remit.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the smallest stretch of text that stands for a part of a bundle: the id of a rule, the key of a declaration, one
 * part of a condition. A loaded bundle notes where its larger parts stand; here their file is read again, so that services
 * do not keep places which only a report shows. Not safe for use by several threads at once.
 */
public final class SourceLocator {
    private final SourceMap positions;
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Map<String, Optional<Node>> trees = new HashMap<>();

    private SourceLocator(SourceMap positions, List<SourceFile> files) {
        this.positions = positions;
        files.forEach(each -> this.files.put(each.name(), each));
    }

    /**
     * The places of a loaded bundle.
     *
     * @param positions where its parts stand
     * @param files its files
     * @return its places
     */
    public static SourceLocator of(SourceMap positions, List<SourceFile> files) {
        return new SourceLocator(requireNonNull(positions, "positions"), files);
    }

    /**
     * Where a part stands.
     *
     * @param path the path of the part, as in {@link SourceMap}, which may go further: {@code rules.x.opt-outs.r} is the
     *     stance on a register, {@code rules.x.when.0.2} the third item of the list that is the first of the condition
     * @return its place, or that of the part it is said in; empty for what was not written there, since it is a part of a
     *     condition that goes by its name
     */
    public Optional<Span> find(PolicyPath path) {
        List<String> rest = List.of();
        Optional<PolicyPath> known = Optional.of(path);
        while (known.isPresent()) {
            Optional<Span> span = positions.find(known.get());
            if (span.isPresent()) {
                return known.get().isCondition() ? part(span.get(), rest) : Optional.of(head(span.get(), rest));
            }
            known = known.get().whole();
            int steps = known.map(each -> each.steps().size()).orElse(0);
            rest = path.steps().subList(steps, path.steps().size());
        }
        return Optional.of(files.values().stream()
                .map(SourceFile::name)
                .filter(name -> name.endsWith(BundleSource.POLICY))
                .sorted()
                .findFirst()
                .map(Span::startOf)
                .orElse(Span.startOf(BundleSource.POLICY)));
    }

    /**
     * The beginning that stands for a part, for those who know the whole of it.
     *
     * @param whole the whole part
     * @return its id or key; the whole if it is none of the parts that have one
     */
    public Span head(Span whole) {
        return head(whole, List.of());
    }

    private Span head(Span whole, List<String> rest) {
        Optional<Node> tree = tree(whole.file());
        Optional<Entry> entry = tree.flatMap(root -> entry(root, whole));
        if (entry.isPresent()) {
            return entry.get().key().head();
        }
        Optional<Fields> fields = tree.flatMap(root -> node(root, whole)).flatMap(Fields::of);
        if (fields.isEmpty()) {
            return whole;
        }
        return below(fields.get(), rest)
                .or(() -> fields.get().scalar("id").map(Scalar::head))
                .orElse(fields.get().mapping().head());
    }

    /** The entry that some keys lead to, if there are any. */
    private static Optional<Span> below(Fields fields, List<String> keys) {
        Optional<Entry> entry =
                keys.isEmpty() ? Optional.empty() : fields.mapping().find(keys.get(0));
        if (entry.isEmpty() || keys.size() == 1) {
            return entry.map(SourceLocator::place);
        }
        return Fields.of(entry.get().value()).flatMap(inner -> below(inner, keys.subList(1, keys.size())));
    }

    private Optional<Span> part(Span condition, List<String> path) {
        int[] steps = path.stream().mapToInt(Integer::parseInt).toArray();
        return tree(condition.file())
                .flatMap(root -> node(root, condition))
                .map(node -> part(node, steps))
                .orElse(Optional.of(condition));
    }

    /** A part of a condition, by the same steps that its reader takes. */
    private static Optional<Span> part(Node node, int... path) {
        if (node instanceof Mapping mapping && mapping.entries().size() == 1) {
            return part(mapping.entries().get(0), path);
        }
        if (path.length == 0) {
            return Optional.of(node.head());
        }
        return node instanceof Mapping mapping ? part(mapping.entries().get(path[0]), rest(path)) : Optional.empty();
    }

    private static Optional<Span> part(Entry entry, int... path) {
        String key = entry.key().text();
        if (path.length == 0 || !List.of("not", "all", "any").contains(key)) {
            return Optional.of(place(entry));
        }
        Node next =
                key.equals("not") ? entry.value() : Fields.items(entry.value()).get(path[0]);
        return part(next, rest(path));
    }

    private static int[] rest(int... path) {
        return Arrays.copyOfRange(path, 1, path.length);
    }

    private static Span place(Entry entry) {
        Span whole = Reading.span(entry);
        return whole.isWithinOneLine() ? whole : entry.key().head();
    }

    private Optional<Node> tree(String file) {
        return trees.computeIfAbsent(
                file,
                name -> Optional.ofNullable(files.get(name))
                        .flatMap(each -> YamlReader.read(each, Limits.USUAL, new Diagnostics())));
    }

    private static Optional<Node> node(Node root, Span span) {
        if (root.span().equals(span)) {
            return Optional.of(root);
        }
        return children(root).stream()
                .filter(child -> child.span().holds(span))
                .findFirst()
                .flatMap(child -> node(child, span));
    }

    private static Optional<Entry> entry(Node root, Span span) {
        if (root instanceof Mapping mapping) {
            for (Entry each : mapping.entries()) {
                if (Reading.span(each).equals(span)) {
                    return Optional.of(each);
                }
            }
        }
        return children(root).stream()
                .filter(child -> child.span().holds(span))
                .findFirst()
                .flatMap(child -> entry(child, span));
    }

    private static List<Node> children(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream().map(Entry::value).toList();
        }
        return node instanceof Sequence sequence ? sequence.items() : List.of();
    }
}
