package dev.remit.load;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.WrittenPart;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The smallest parts of a bundle's files that carry meaning for decisions, with their places. Of sound files: what is wrong
 * with files is for loading to say. Immutable once read.
 */
public final class WrittenParts {
    private static final String OPT_OUTS = "opt-outs";
    private static final Set<String> OF_RULES =
            Set.of("permit", "forbid", "to", "levels", "in", "via", "when", OPT_OUTS, "obligations");
    private static final Set<String> OF_CATEGORIES = Set.of(OPT_OUTS, "obligations");
    private static final Set<String> OF_CONSTRAINTS = Set.of("if", "then");
    /** What is said of words of the vocabulary that carries meaning; by their sections. */
    private static final Map<Section, Set<String>> OF_WORDS = Map.of(
            Section.ROLES, Set.of(),
            Section.ACTIVITIES, Set.of(),
            Section.OBLIGATIONS, Set.of(),
            Section.LEVELS, Set.of("patient-data"),
            Section.ROUTES, Set.of(OPT_OUTS, "obligations", "derived-from"),
            Section.ATTRIBUTES, Set.of("values", "set-of", "if-unsaid", "final", "true-only-for", "changed-by"),
            Section.FACTS, Set.of("values", "set-of", "if-unsaid", "known-from", "about", "changed-by", "must-be-said"),
            Section.REGISTERS, Set.of("list", "keep", "flag", "approvers", "if-list-missing", "permission-changed-by"));

    /** The kinds of sets that a key of a rule can name. */
    private static final Map<String, String> SETS = Map.of(
            "permit", "roles",
            "forbid", "roles",
            "to", "activities",
            "levels", "levels",
            "in", "work-categories",
            "via", "routes");

    private final List<WrittenPart> parts = new ArrayList<>();
    private final SourceMap.Builder positions = SourceMap.builder();
    private final Set<PolicyPath> named = new HashSet<>();

    private WrittenParts() {}

    /** The parts that stand in some files of a sound bundle. */
    public static WrittenParts of(List<SourceFile> files) {
        WrittenParts read = new WrittenParts();
        List<Mapping> roots = new ArrayList<>();
        for (SourceFile file : files) {
            YamlReader.read(file, Limits.USUAL, new Diagnostics())
                    .filter(Mapping.class::isInstance)
                    .ifPresent(root -> roots.add((Mapping) root));
        }
        roots.forEach(read::names);
        roots.forEach(read::file);
        return read;
    }

    /** Every part, in the order of the files. */
    public List<WrittenPart> parts() {
        return List.copyOf(parts);
    }

    /** Where each part stands. */
    public SourceMap positions() {
        return positions.build();
    }

    private void names(Mapping root) {
        entries(root, "conditions")
                .forEach(each -> named.add(Section.CONDITIONS.path(each.key().text())));
        entries(root, "domains")
                .forEach(each -> named.add(Section.DOMAINS.path(each.key().text())));
        entries(root, "sets")
                .forEach(kind -> entries(kind.value())
                        .forEach(each ->
                                named.add(set(kind.key().text(), each.key().text()))));
    }

    private static PolicyPath set(String kind, String name) {
        return Section.SETS.path(kind).then(name);
    }

    private void file(Mapping root) {
        entries(root, "policy").stream()
                .filter(each -> each.key().text().equals("time-zone"))
                .forEach(each -> add(PolicyPath.HEADER.then("time-zone"), each, Set.of()));
        entries(root, "vocabulary").forEach(kind -> {
            for (Section section : OF_WORDS.keySet()) {
                if (section.word().equals(kind.key().text())) {
                    entries(kind.value()).forEach(each -> word(section, each));
                }
            }
        });
        entries(root, "conditions")
                .forEach(each -> add(Section.CONDITIONS.path(each.key().text()), each, conditions(each.value())));
        entries(root, "domains")
                .forEach(each -> add(Section.DOMAINS.path(each.key().text()), each, Set.of()));
        entries(root, "sets")
                .forEach(kind -> entries(kind.value())
                        .forEach(each -> add(
                                set(kind.key().text(), each.key().text()),
                                each,
                                sets(kind.key().text(), each.value()))));
        entries(root, "work-categories").forEach(this::category);
        items(root, "rules").forEach(each -> rule(each, Set.of()));
        items(root, "constraints").forEach(this::constraint);
    }

    private void word(Section section, Entry entry) {
        PolicyPath path = section.path(entry.key().text());
        positions.put(path, Reading.span(entry));
        if (!(entry.value() instanceof Mapping)) {
            // A word alone is a title, but for attributes: there it stands for the values.
            String text = section == Section.ATTRIBUTES ? text(entry.value()) : "";
            parts.add(new WrittenPart(path, text, named(Section.DOMAINS, entry.value())));
            return;
        }
        parts.add(new WrittenPart(path, "", Set.of()));
        keys(path, entry.value(), OF_WORDS.getOrDefault(section, Set.of()), Set.of());
    }

    private void category(Entry entry) {
        PolicyPath path = Section.CATEGORIES.path(entry.key().text());
        positions.put(path, Reading.span(entry));
        parts.add(new WrittenPart(path, "", Set.of()));
        keys(path, entry.value(), OF_CATEGORIES, Set.of());
        if (entry.value() instanceof Mapping category) {
            items(category, "rules").forEach(each -> rule(each, Set.of(path.then(OPT_OUTS))));
        }
    }

    private void rule(Mapping rule, Set<PolicyPath> uses) {
        id(rule).ifPresent(id -> {
            PolicyPath path = Section.RULES.path(id);
            positions.put(path, rule.span());
            parts.add(new WrittenPart(path, "", Set.of()));
            keys(path, rule, OF_RULES, uses);
        });
    }

    private void constraint(Mapping constraint) {
        id(constraint).ifPresent(id -> {
            PolicyPath path = Section.CONSTRAINTS.path(id);
            positions.put(path, constraint.span());
            parts.add(new WrittenPart(path, "", Set.of()));
            keys(path, constraint, OF_CONSTRAINTS, Set.of());
        });
    }

    private static Optional<String> id(Mapping part) {
        return part.find("id")
                .map(Entry::value)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text().strip());
    }

    /** The keys of a part that carry meaning; what stands in a mapping by register is a part each. */
    private void keys(PolicyPath path, Node node, Set<String> known, Set<PolicyPath> uses) {
        for (Entry each : entries(node)) {
            String key = each.key().text();
            if (!known.contains(key)) {
                continue;
            }
            PolicyPath own = path.then(key);
            if (key.equals(OPT_OUTS) && each.value() instanceof Mapping) {
                entries(each.value()).forEach(one -> add(own.then(one.key().text()), one, uses));
            } else {
                Set<PolicyPath> all = new HashSet<>(uses);
                all.addAll(uses(path.section(), key, each.value()));
                add(own, each, all);
            }
        }
    }

    private Set<PolicyPath> uses(Section section, String key, Node value) {
        if (section == Section.RULES && SETS.containsKey(key)) {
            return sets(SETS.getOrDefault(key, key), value);
        }
        if (key.equals("values")) {
            return named(Section.DOMAINS, value);
        }
        return conditions(value);
    }

    private Set<PolicyPath> conditions(Node value) {
        return named(Section.CONDITIONS, value);
    }

    private Set<PolicyPath> named(Section section, Node value) {
        Set<PolicyPath> found = new HashSet<>();
        for (String word : words(value)) {
            PolicyPath path = section.path(word);
            if (named.contains(path)) {
                found.add(path);
            }
        }
        return found;
    }

    private Set<PolicyPath> sets(String kind, Node value) {
        Set<PolicyPath> found = new HashSet<>();
        for (String word : words(value)) {
            PolicyPath path = set(kind, word);
            if (named.contains(path)) {
                found.add(path);
            }
        }
        return found;
    }

    private void add(PolicyPath path, Entry entry, Set<PolicyPath> uses) {
        Span span = Reading.span(entry);
        positions.put(path, span);
        parts.add(new WrittenPart(path, text(entry.value()), uses));
    }

    private static Set<String> words(Node node) {
        Set<String> words = new TreeSet<>();
        if (node instanceof Scalar word) {
            words.add(word.text().strip());
        } else if (node instanceof Sequence list) {
            list.items().forEach(each -> words.addAll(words(each)));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach(each -> words.addAll(words(each.value())));
        }
        return words;
    }

    /** A value as one text, whatever its layout and order; one item is a list of one. */
    private static String text(Node node) {
        if (node instanceof Scalar word) {
            return AssuranceText.quoted(word.text().strip());
        }
        if (node instanceof Sequence list) {
            TreeSet<String> items = new TreeSet<>();
            list.items().forEach(each -> items.add(text(each)));
            return items.size() == 1 ? items.first() : items.toString();
        }
        Map<String, String> parts = new TreeMap<>();
        entries(node).forEach(each -> parts.put(AssuranceText.quoted(each.key().text()), text(each.value())));
        List<String> texts = new ArrayList<>();
        parts.forEach((key, value) -> texts.add(key + ": " + value));
        return "{" + String.join(", ", texts) + "}";
    }

    private static List<Entry> entries(Node node) {
        return node instanceof Mapping mapping ? mapping.entries() : List.of();
    }

    private static List<Entry> entries(Mapping root, String key) {
        return root.find(key).map(each -> entries(each.value())).orElse(List.of());
    }

    private static List<Mapping> items(Mapping root, String key) {
        List<Mapping> found = new ArrayList<>();
        root.find(key).map(Entry::value).ifPresent(value -> {
            List<Node> all = value instanceof Sequence list ? list.items() : List.of(value);
            all.forEach(each -> {
                if (each instanceof Mapping mapping) {
                    found.add(mapping);
                }
            });
        });
        return found;
    }
}
