package dev.remit.http.mapping;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.grammar.Grammar;
import dev.remit.grammar.KnownWords;
import dev.remit.grammar.ShapeCheck;
import dev.remit.http.mapping.Mapping.As;
import dev.remit.http.mapping.Mapping.Target;
import dev.remit.model.Vocabulary;
import dev.remit.node.Limits;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code mapping.yaml} for a policy: everything that is wrong with it at once, each fault where it stands. */
public final class MappingFile {
    private final Optional<Fields> written;
    private final Vocabulary vocabulary;
    private final Diagnostics faults;
    private final ValueReader values;
    private final MappedWords words;

    private MappingFile(Optional<Fields> written, Vocabulary vocabulary, Diagnostics faults) {
        this.written = written;
        this.vocabulary = vocabulary;
        this.faults = faults;
        values = new ValueReader(faults);
        words = new MappedWords(faults);
    }

    /** Reads a mapping to the words of a policy. */
    public static Checked<Mapping> read(SourceFile file, DecisionPoint decisions) {
        Diagnostics faults = new Diagnostics();
        Optional<Mapping> mapping = YamlReader.read(file, Limits.USUAL, faults)
                .flatMap(root -> ShapeCheck.check(root, Grammar.mappingFile(), KnownWords.none(), faults))
                .map(fields -> new MappingFile(written(file), decisions.policy().vocabulary(), faults).mapping(fields));
        return mapping.isPresent() && !faults.hasErrors()
                ? Checked.of(mapping.get(), faults.sorted())
                : Checked.failed(faults.sorted());
    }

    /** The file as it was written, with what is left out since it is faulty. */
    private static Optional<Fields> written(SourceFile file) {
        return YamlReader.read(file, Limits.USUAL, new Diagnostics()).flatMap(Fields::of);
    }

    /** Whether a type of resources says its level, or what its id is, be it in a faulty way. */
    private boolean isWritten(Fields resource) {
        boolean isProject = resource.has("as");
        return written.stream()
                .flatMap(file -> file.mappings("resources").stream())
                .filter(each -> each.span().equals(resource.span()))
                .anyMatch(each -> each.has("level") || (!isProject && (each.has("as") || each.has("id"))));
    }

    private Mapping mapping(Fields file) {
        List<Mapping.Resource> resources =
                distinct(file.mappings("resources"), this::resource, "type", Mapping.Resource::type);
        return new Mapping(
                file.text("mapping").orElse(""),
                distinct(file.mappings("subjects"), this::subject, "type", Mapping.Subject::type),
                actions(
                        file.mappings("actions"),
                        resources.stream().map(Mapping.Resource::type).toList()),
                resources,
                file.mappings("properties").stream().map(this::property).toList(),
                file.truth("closed").orElse(false));
    }

    private <T> List<T> distinct(List<Fields> written, Function<Fields, T> read, String key, Function<T, String> name) {
        Set<String> seen = new LinkedHashSet<>();
        List<T> all = new ArrayList<>();
        for (Fields each : written) {
            T one = read.apply(each);
            if (!name.apply(one).isEmpty() && !seen.add(name.apply(one))) {
                faults.report(
                        Code.DUPLICATE_ITEM,
                        span(each, key),
                        Words.quoted(name.apply(one)) + " stands twice",
                        "map each type once");
            }
            all.add(one);
        }
        return all;
    }

    private Mapping.Subject subject(Fields fields) {
        boolean isPerson = fields.text("as").filter("person"::equals).isPresent();
        MappedValue id = values.of(fields, "id").orElse(new MappedValue.Is("subject.id"));
        if (!isPerson) {
            words.check(
                    id,
                    span(fields, "id"),
                    MappedWords.of(vocabulary.roles(), each -> each.id()),
                    "role",
                    Code.UNKNOWN_ROLE);
        }
        return new Mapping.Subject(fields.text("type").orElse(""), isPerson, id);
    }

    /** The actions, of which no two are for the same name on the same type of resources. */
    private List<Mapping.Action> actions(List<Fields> written, List<String> types) {
        List<Mapping.Action> all = new ArrayList<>();
        for (Fields each : written) {
            for (Scalar type : each.list("types")) {
                if (!types.contains(type.text())) {
                    faults.report(
                            Code.WRONG_VALUE,
                            type.head(),
                            "there is no resource type " + Words.quoted(type.text()) + " in this mapping",
                            Words.didYouMean(type.text(), types));
                }
            }
            Mapping.Action action = action(each);
            boolean isTwice = all.stream()
                    .filter(other -> other.name().equals(action.name()))
                    .anyMatch(other -> action.types().isEmpty()
                            || other.types().isEmpty()
                            || !Collections.disjoint(other.types(), action.types()));
            if (isTwice && !action.name().isEmpty()) {
                faults.report(
                        Code.DUPLICATE_ITEM,
                        span(each, "name"),
                        Words.quoted(action.name()) + " stands twice for the same resources",
                        "say with `types` for which resources each of them is");
            }
            all.add(action);
        }
        return all;
    }

    private Mapping.Action action(Fields fields) {
        String activity = fields.text("activity").orElse("");
        words.known(
                activity,
                span(fields, "activity"),
                MappedWords.of(vocabulary.activities(), each -> each.id()),
                "activity",
                Code.UNKNOWN_ACTIVITY);
        return new Mapping.Action(
                fields.text("name").orElse(""),
                activity,
                fields.list("types").stream().map(Scalar::text).collect(Collectors.toSet()));
    }

    private Mapping.Resource resource(Fields fields) {
        Optional<As> as = fields.text("as").map(word -> word.equals("level") ? As.LEVEL : As.PROJECT);
        Optional<MappedValue> id = as.map(each -> values.of(fields, "id").orElse(new MappedValue.Is("resource.id")));
        for (As each : as.stream().toList()) {
            String key = each == As.LEVEL ? "level" : "project";
            if (fields.has(key)) {
                faults.report(
                        Code.CONFLICTING_KEYS,
                        span(fields, key),
                        "`" + key + "` is the id of the resource already",
                        "leave out `as` or `" + key + "`");
            }
        }
        if (as.isEmpty() && fields.has("id")) {
            faults.report(
                    Code.MISSING_KEY,
                    span(fields, "id"),
                    "`id` says nothing without `as`",
                    "add `as: level` or `as: project`");
        }
        if (as.filter(each -> each == As.LEVEL).isEmpty()
                && !isWritten(fields)
                && vocabulary.levels().size() > 1) {
            faults.report(
                    Code.MISSING_KEY,
                    span(fields, "type"),
                    "a resource type must say its `level`, which every question names",
                    "add `as: level`, or `level` with a value such as `{constant: ...}`");
        }
        Optional<MappedValue> level = as.filter(each -> each == As.LEVEL).isPresent() ? id : values.of(fields, "level");
        level.ifPresent(each -> words.check(
                each,
                span(fields, fields.has("level") ? "level" : "id"),
                MappedWords.of(vocabulary.levels(), one -> one.id()),
                "level",
                Code.UNKNOWN_LEVEL));
        return new Mapping.Resource(
                fields.text("type").orElse(""),
                level,
                as.filter(each -> each == As.PROJECT).isPresent() ? id : values.of(fields, "project"),
                as);
    }

    private Mapping.Property property(Fields fields) {
        String to = fields.text("to").orElse("category");
        MappedValue value = values.of(fields, "value").orElse(new MappedValue.FirstOf(List.of()));
        Span span = span(fields, "to");
        boolean isOver = fields.truth("over-register").orElse(false);
        if (isOver && !to.startsWith("project.")) {
            faults.report(
                    Code.MISPLACED_KEY,
                    span(fields, "over-register"),
                    "`over-register` is about attributes of projects, found it at `" + to + "`",
                    "leave it out");
        }
        Set<String> inputs = ValueReader.inputs(value);
        if (to.startsWith("facts.")) {
            String fact = to.substring("facts.".length());
            words.known(
                    fact, span, MappedWords.owners(vocabulary.facts(), each -> each.id()), "fact", Code.UNKNOWN_FACT);
            vocabulary.facts().stream()
                    .filter(each -> each.id().value().equals(fact))
                    .forEach(each ->
                            words.has(value, span(fields, "value"), each.domain(), "fact " + Words.quoted(fact)));
            return new Mapping.Property(Target.FACT, fact, value, false, inputs);
        }
        if (to.startsWith("project.")) {
            String attribute = to.substring("project.".length());
            words.known(
                    attribute,
                    span,
                    MappedWords.owners(vocabulary.attributes(), each -> each.id()),
                    "project attribute",
                    Code.UNKNOWN_ATTRIBUTE);
            vocabulary.attributes().stream()
                    .filter(each -> each.id().value().equals(attribute))
                    .forEach(each -> words.has(
                            value,
                            span(fields, "value"),
                            each.domain(),
                            "project attribute " + Words.quoted(attribute)));
            return new Mapping.Property(Target.ATTRIBUTE, attribute, value, isOver, inputs);
        }
        boolean isCategory = to.equals("category");
        words.check(
                value,
                span(fields, "value"),
                isCategory
                        ? MappedWords.of(vocabulary.categories(), each -> each.id())
                        : MappedWords.of(vocabulary.routes(), each -> each.id()),
                isCategory ? "work category" : "route",
                isCategory ? Code.UNKNOWN_CATEGORY : Code.UNKNOWN_ROUTE);
        return new Mapping.Property(isCategory ? Target.CATEGORY : Target.ROUTE, "", value, false, inputs);
    }

    static Span span(Fields fields, String key) {
        return fields.node(key).map(Node::head).orElse(fields.span());
    }
}
