package dev.remit.load;

import dev.remit.grammar.Fields;
import dev.remit.model.Id;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What would differ in the files of a policy if one ruling were decided the other way. The files are changed as trees, so
 * that what is wrong with the result is reported where it is written.
 */
final class OtherReading {
    private final Set<String> without = new HashSet<>();
    private final Map<String, Mapping> rules = new HashMap<>();
    private final List<Node> also = new ArrayList<>();
    private final Map<String, Entry> conditions = new HashMap<>();

    private OtherReading(Fields other) {
        other.list("without").forEach(each -> without.add(each.text()));
        other.entries("rules").forEach(each -> {
            if (each.value() instanceof Mapping says) {
                rules.put(each.key().text(), says);
            }
        });
        other.node("also").ifPresent(list -> also.addAll(items(list)));
        other.entries("conditions").forEach(each -> conditions.put(each.key().text(), each));
    }

    /** The other reading of a ruling; empty if the policy writes none down. */
    static Optional<OtherReading> of(Trees trees, Id.Citation ruling) {
        return trees.of(Part.POLICY).stream()
                .map(tree -> Fields.of(tree.checked()))
                .flatMap(policy -> policy.entries(RulingReader.RULINGS).stream())
                .filter(each -> each.key().text().equals(ruling.value()))
                .flatMap(each -> Fields.of(each.value()).stream())
                .flatMap(fields -> fields.fields(RulingReader.OR).stream())
                .map(OtherReading::new)
                .findFirst();
    }

    /** A file as it would be. */
    Tree apply(Tree tree) {
        return new Tree(file(tree.written()), file(tree.checked()));
    }

    private Mapping file(Mapping root) {
        List<Entry> entries = new ArrayList<>();
        for (Entry each : root.entries()) {
            Node value = each.value();
            entries.add(new Entry(
                    each.key(),
                    switch (each.key().text()) {
                        case "rules" -> rules(value);
                        case "work-categories" -> categories(value);
                        case "conditions" -> conditions(value);
                        case RulingReader.RULINGS -> rulings(value);
                        default -> value;
                    }));
        }
        return new Mapping(withAlso(entries, root), root.span());
    }

    /** The keys of a file; the rules there would be as well stand in the file of the rulings. */
    private List<Entry> withAlso(List<Entry> entries, Mapping root) {
        Optional<Entry> rulings = root.find(RulingReader.RULINGS);
        if (also.isEmpty() || rulings.isEmpty()) {
            return entries;
        }
        Span place = rulings.get().key().span();
        List<Entry> more = new ArrayList<>(entries);
        List<Node> rules = new ArrayList<>();
        more.removeIf(each -> {
            boolean isRules = each.key().text().equals("rules");
            if (isRules) {
                rules.addAll(items(each.value()));
            }
            return isRules;
        });
        rules.addAll(also);
        more.add(new Entry(new Scalar("rules", place, false), new Sequence(rules, place)));
        return more;
    }

    /** The rulings without other readings, which speak of the rules as they are. */
    private static Node rulings(Node node) {
        if (!(node instanceof Mapping rulings)) {
            return node;
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry each : rulings.entries()) {
            Node value = each.value();
            if (value instanceof Mapping ruling) {
                value = new Mapping(
                        ruling.entries().stream()
                                .filter(key -> !key.key().text().equals(RulingReader.OR))
                                .toList(),
                        ruling.span());
            }
            entries.add(new Entry(each.key(), value));
        }
        return new Mapping(entries, rulings.span());
    }

    private Node categories(Node node) {
        if (!(node instanceof Mapping categories)) {
            return node;
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry each : categories.entries()) {
            entries.add(new Entry(
                    each.key(),
                    each.value() instanceof Mapping category
                            ? exchanged(category, "rules", this::rules)
                            : each.value()));
        }
        return new Mapping(entries, categories.span());
    }

    private static Mapping exchanged(Mapping mapping, String key, UnaryOperator<Node> change) {
        return new Mapping(
                mapping.entries().stream()
                        .map(each -> each.key().text().equals(key)
                                ? new Entry(each.key(), change.apply(each.value()))
                                : each)
                        .toList(),
                mapping.span());
    }

    private Node conditions(Node node) {
        if (!(node instanceof Mapping named)) {
            return node;
        }
        return new Mapping(
                named.entries().stream()
                        .map(each -> conditions.getOrDefault(each.key().text(), each))
                        .toList(),
                named.span());
    }

    private Node rules(Node node) {
        List<Node> kept = new ArrayList<>();
        for (Node each : items(node)) {
            Optional<String> id = each instanceof Mapping rule
                    ? rule.find("id")
                            .map(Entry::value)
                            .filter(Scalar.class::isInstance)
                            .map(word -> ((Scalar) word).text())
                    : Optional.empty();
            if (id.filter(without::contains).isEmpty()) {
                kept.add(
                        id.isPresent() && rules.containsKey(id.get())
                                ? rule((Mapping) each, rules.get(id.get()))
                                : each);
            }
        }
        return new Sequence(kept, node.span());
    }

    /** A list; one item means a list of one. */
    private static List<Node> items(Node node) {
        return node instanceof Sequence list ? list.items() : List.of(node);
    }

    /** A rule with the keys it would have; its roles stand under its effect. */
    private static Mapping rule(Mapping rule, Mapping says) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        rule.entries().forEach(each -> entries.put(each.key().text(), each));
        String effect = entries.containsKey("forbid") ? "forbid" : "permit";
        for (Entry each : says.entries()) {
            // Keys stand where their values do, so that an entry is one stretch of a file.
            boolean isOfRoles = each.key().text().equals("roles");
            Scalar key = isOfRoles ? new Scalar(effect, each.key().span(), false) : each.key();
            entries.put(key.text(), new Entry(key, each.value()));
        }
        return new Mapping(List.copyOf(entries.values()), rule.span());
    }
}
