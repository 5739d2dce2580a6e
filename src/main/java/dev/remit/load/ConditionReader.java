package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.grammar.Selection;
import dev.remit.model.Condition;
import dev.remit.model.Domain;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conditions; names are expanded as they are met. */
final class ConditionReader {
    private static final String PROJECT = "project.";
    private static final String PERMISSIONS = "project.permissions.";
    private static final String EVER = "project.permissions-ever.";
    private static final String HAS = "has";
    private static final Id.Value TRUE = ProjectAttribute.BOOLEAN.get(1);

    private final Reading reading;
    private final Map<String, Topic> topics;
    private final Map<String, Placed> named = new HashMap<>();

    /**
     * A reader.
     *
     * @param topics the facts and attributes whose declarations can be relied on, by their paths
     */
    ConditionReader(Reading reading, Map<String, Topic> topics) {
        this.reading = reading;
        this.topics = topics;
    }

    /** The fact or attribute of a path, if its declaration can be relied on. */
    Optional<Topic> topic(String path) {
        return Optional.ofNullable(topics.get(path));
    }

    /** Makes a named condition known to the conditions read from now on. */
    void define(String name, Placed condition) {
        named.put(name, condition);
    }

    /** A condition; one that grew too large by the names in it is reported. */
    Placed read(Node node) {
        Placed read = part(node);
        if (!read.isTooLarge()) {
            return read;
        }
        reading.diagnostics()
                .report(
                        Code.CONDITION_TOO_LARGE,
                        node.head(),
                        "this condition is too large when the conditions it names are written out",
                        "name fewer conditions inside one another");
        return Placed.unknown(node.head());
    }

    private Placed part(Node node) {
        if (node instanceof Scalar word) {
            return word.text().startsWith(PROJECT) ? path(word) : name(word);
        }
        if (!(node instanceof Mapping mapping)) {
            return Placed.unknown(node.head());
        }
        List<Placed> parts = mapping.entries().stream().map(this::entry).toList();
        return parts.size() == 1 ? parts.get(0) : all(parts, mapping.head());
    }

    private Placed entry(Entry entry) {
        Span whole = Reading.span(entry);
        Span span = whole.isWithinOneLine() ? whole : entry.key().head();
        switch (entry.key().text()) {
            case "not" -> {
                Placed part = part(entry.value());
                return Placed.of(shared(new Condition.Not(part.condition())), span, List.of(part));
            }
            case "all" -> {
                return all(parts(entry), span);
            }
            case "any" -> {
                List<Placed> parts = parts(entry);
                Condition any = new Condition.AnyOf(
                        parts.stream().map(Placed::condition).toList());
                return Placed.of(shared(any), span, parts);
            }
            case "same" -> {
                return new SameReader(reading, this).read(entry, span);
            }
            default -> {
                return isPermission(entry.key()) ? permission(entry, span) : valued(entry, span);
            }
        }
    }

    private List<Placed> parts(Entry entry) {
        return Fields.items(entry.value()).stream().map(this::part).toList();
    }

    private Placed all(List<Placed> parts, Span span) {
        Condition all = new Condition.All(parts.stream().map(Placed::condition).toList());
        return Placed.of(shared(all), span, parts);
    }

    /** A fact or a named condition. */
    private Placed name(Scalar word) {
        SymbolTable declared = reading.declared();
        Optional<Id.Fact> fact = declared.facts.find(word.text());
        if (fact.isPresent()) {
            declared.facts.use(fact.get());
            return alone(word, topic(word.text()), Code.FACT_WITHOUT_VALUE);
        }
        Optional<String> condition = declared.conditions.find(word.text());
        if (condition.isPresent()) {
            declared.conditions.use(condition.get());
            Placed meant = named.get(word.text());
            return meant == null ? Placed.unknown(word.head()) : meant.usedAs(word.text(), word.head());
        }
        if (declared.facts.isComplete() && declared.conditions.isComplete()) {
            reading.diagnostics()
                    .report(
                            Code.UNKNOWN_CONDITION,
                            word.head(),
                            Words.quoted(word.text()) + " is neither a fact nor a named condition",
                            advice(word.text()));
        }
        return Placed.unknown(word.head());
    }

    private Optional<String> advice(String word) {
        SymbolTable declared = reading.declared();
        Optional<String> path = declared.attributes
                .find(word)
                .map(attribute -> "a condition on an attribute is written " + Words.quoted(PROJECT + word));
        return path.or(() -> opposite(word))
                .or(() -> reading.references().otherwise(word, "a fact or a named condition"))
                .or(() -> declared.facts.didYouMean(word))
                .or(() -> declared.conditions.didYouMean(word));
    }

    /** Where "not" is part of the word. */
    private Optional<String> opposite(String word) {
        String plain = word.replaceFirst("^not-", "");
        boolean isKnown = reading.declared().facts.find(plain).isPresent()
                || reading.declared().conditions.find(plain).isPresent();
        return isKnown && !plain.equals(word)
                ? Optional.of("write " + Words.whole("{not: " + plain + "}"))
                : Optional.empty();
    }

    /** The path of something that is true or false, standing alone. */
    private Placed path(Scalar word) {
        if (isPermission(word)) {
            return permission(word)
                    .map(held -> Placed.leaf(shared(held), word.head()))
                    .orElseGet(() -> Placed.unknown(word.head()));
        }
        return alone(word, declared(word), Code.ATTRIBUTE_WITHOUT_VALUES);
    }

    /** A fact or attribute without a value, which must be true or false. */
    private Placed alone(Scalar word, Optional<Topic> found, Code otherwise) {
        if (found.isEmpty()) {
            return Placed.unknown(word.head());
        }
        Topic topic = found.get();
        if (topic.isBoolean()) {
            return Placed.leaf(shared(topic.is(Domain.ONLY_TRUE)), word.head());
        }
        String form = topic.isSet() ? "`{" + word.text() + ": {has: ...}}` with" : "`{" + word.text() + ": ...}` with";
        List<String> values = topic.words();
        reading.diagnostics()
                .report(
                        otherwise,
                        word.head(),
                        Words.quoted(word.text()) + " is neither true nor false by itself",
                        "write " + form + " some of its " + (topic.isSet() ? "elements" : "values")
                                + (values.isEmpty() ? "" : ", such as " + Words.quoted(values.get(0))));
        return Placed.unknown(word.head());
    }

    /** A fact or attribute with its values. */
    private Placed valued(Entry entry, Span span) {
        Optional<Topic> topic = declared(entry.key());
        if (topic.isEmpty()) {
            return Placed.unknown(span);
        }
        boolean asksWhatItHas =
                Fields.of(entry.value()).filter(fields -> fields.has(HAS)).isPresent();
        if (topic.get().isSet() || asksWhatItHas) {
            return new MembershipReader(reading, this).read(entry, topic.get(), span);
        }
        Optional<Set<Id.Value>> values = values(entry, topic.get().values());
        return values.map(found -> Placed.leaf(shared(topic.get().is(found)), span))
                .orElseGet(() -> Placed.unknown(span));
    }

    private Placed permission(Entry entry, Span span) {
        Optional<Condition> written = permission(entry.key());
        Optional<Set<Id.Value>> values = values(entry, ProjectAttribute.BOOLEAN);
        if (written.isEmpty() || values.isEmpty()) {
            return Placed.unknown(span);
        }
        Condition held = written.get();
        if (values.get().size() == 2) {
            return Placed.leaf(Condition.ALWAYS, span);
        }
        return Placed.leaf(shared(values.get().contains(TRUE) ? held : new Condition.Not(held)), span);
    }

    /** The values written, if each is one that can be had and some are left. */
    private Optional<Set<Id.Value>> values(Entry entry, List<Id.Value> domain) {
        Selection selection = Fields.selection(entry.value());
        Set<Id.Value> written = new LinkedHashSet<>();
        boolean isKnown = true;
        for (Scalar each : selection.ids()) {
            Id.Value value = new Id.Value(each.text());
            isKnown &= domain.contains(value) && written.add(value);
            if (!domain.contains(value)) {
                UnknownValue.report(entry.key().text(), each, domain, reading.diagnostics());
            }
        }
        if (!isKnown || !selection.allExcept()) {
            return isKnown ? Optional.of(shared(Id.sorted(written))) : Optional.empty();
        }
        List<Id.Value> left = new ArrayList<>(domain);
        left.removeAll(written);
        if (left.isEmpty()) {
            reading.diagnostics().report(Code.EMPTY_SET, selection.span(), "this leaves out all values there are");
            return Optional.empty();
        }
        return Optional.of(shared(Id.sorted(left)));
    }

    /** What a path names; empty if it is not declared, or not declared well, either of which is reported. */
    Optional<Topic> declared(Scalar path) {
        boolean isKnown = path.text().startsWith(PROJECT)
                ? reading.references()
                        .resolve(reading.declared().attributes, after(PROJECT, path))
                        .isPresent()
                : reading.references().resolve(reading.declared().facts, path).isPresent();
        return isKnown ? topic(path.text()) : Optional.empty();
    }

    private static boolean isPermission(Scalar path) {
        return path.text().startsWith(PERMISSIONS) || path.text().startsWith(EVER);
    }

    /** That a permission is held, or was ever held; empty if its register is not declared, which is reported. */
    private Optional<Condition> permission(Scalar path) {
        boolean isEver = path.text().startsWith(EVER);
        return reading.references()
                .resolve(reading.declared().registers, after(isEver ? EVER : PERMISSIONS, path))
                .map(register -> isEver ? new Condition.EverPermitted(register) : new Condition.Permitted(register));
    }

    /** The rest of a path, as a word at its own place. */
    private static Scalar after(String prefix, Scalar path) {
        Span span = path.head();
        int skipped = prefix.length() + (path.quoted() ? 1 : 0);
        Span rest = new Span(span.file(), span.line(), span.column() + skipped, span.endLine(), span.endColumn());
        return new Scalar(path.text().substring(prefix.length()), rest, path.quoted());
    }

    <T> T shared(T value) {
        return reading.shared().keep(value);
    }
}
