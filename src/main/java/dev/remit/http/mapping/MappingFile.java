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
import dev.remit.json.JsonValue;
import dev.remit.model.Id;
import dev.remit.model.Vocabulary;
import dev.remit.node.Limits;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
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
import java.util.stream.Collectors;

/** Reads {@code mapping.yaml} for a policy: everything that is wrong with it at once, each fault where it stands. */
public final class MappingFile {
    private final Vocabulary vocabulary;
    private final Diagnostics faults;

    private MappingFile(Vocabulary vocabulary, Diagnostics faults) {
        this.vocabulary = vocabulary;
        this.faults = faults;
    }

    /** Reads a mapping to the words of a policy. */
    public static Checked<Mapping> read(SourceFile file, DecisionPoint decisions) {
        Diagnostics faults = new Diagnostics();
        Optional<Mapping> mapping = YamlReader.read(file, Limits.USUAL, faults)
                .flatMap(root -> ShapeCheck.check(root, Grammar.mappingFile(), KnownWords.none(), faults))
                .map(fields -> new MappingFile(decisions.policy().vocabulary(), faults).mapping(fields));
        return mapping.isPresent() && !faults.hasErrors()
                ? Checked.of(mapping.get(), faults.sorted())
                : Checked.failed(faults.sorted());
    }

    private Mapping mapping(Fields file) {
        return new Mapping(
                file.text("mapping").orElse(""),
                distinct(file.mappings("subjects"), this::subject, "type", Mapping.Subject::type),
                file.mappings("actions").stream().map(this::action).toList(),
                distinct(file.mappings("resources"), this::resource, "type", Mapping.Resource::type),
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
        MappedValue id = value(fields, "id").orElse(new MappedValue.Is("subject.id"));
        if (!isPerson) {
            check(id, span(fields, "id"), words(vocabulary.roles(), each -> each.id()), "role", Code.UNKNOWN_ROLE);
        }
        return new Mapping.Subject(fields.text("type").orElse(""), isPerson, id);
    }

    private Mapping.Action action(Fields fields) {
        String activity = fields.text("activity").orElse("");
        known(
                activity,
                span(fields, "activity"),
                words(vocabulary.activities(), each -> each.id()),
                "activity",
                Code.UNKNOWN_ACTIVITY);
        return new Mapping.Action(
                fields.text("name").orElse(""),
                activity,
                fields.list("types").stream().map(Scalar::text).collect(Collectors.toSet()));
    }

    private Mapping.Resource resource(Fields fields) {
        Optional<As> as = fields.text("as").map(word -> word.equals("level") ? As.LEVEL : As.PROJECT);
        Optional<MappedValue> id = as.map(each -> value(fields, "id").orElse(new MappedValue.Is("resource.id")));
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
        Optional<MappedValue> level = as.filter(each -> each == As.LEVEL).isPresent() ? id : value(fields, "level");
        level.ifPresent(each -> check(
                each,
                span(fields, fields.has("level") ? "level" : "id"),
                words(vocabulary.levels(), one -> one.id()),
                "level",
                Code.UNKNOWN_LEVEL));
        return new Mapping.Resource(
                fields.text("type").orElse(""),
                level,
                as.filter(each -> each == As.PROJECT).isPresent() ? id : value(fields, "project"),
                as);
    }

    private Mapping.Property property(Fields fields) {
        String to = fields.text("to").orElse("category");
        MappedValue value = value(fields, "value").orElse(new MappedValue.FirstOf(List.of()));
        Span span = span(fields, "to");
        boolean isOver = fields.truth("over-register").orElse(false);
        if (isOver && !to.startsWith("project.")) {
            faults.report(
                    Code.MISPLACED_KEY,
                    span(fields, "over-register"),
                    "`over-register` is about attributes of projects, found it at `" + to + "`",
                    "leave it out");
        }
        Set<String> inputs = new LinkedHashSet<>();
        inputs(value, inputs);
        if (to.startsWith("facts.")) {
            String fact = to.substring("facts.".length());
            known(fact, span, words(vocabulary.facts(), each -> each.id()), "fact", Code.UNKNOWN_FACT);
            return new Mapping.Property(Target.FACT, fact, value, false, inputs);
        }
        if (to.startsWith("project.")) {
            String attribute = to.substring("project.".length());
            known(
                    attribute,
                    span,
                    words(vocabulary.attributes(), each -> each.id()),
                    "project attribute",
                    Code.UNKNOWN_ATTRIBUTE);
            return new Mapping.Property(Target.ATTRIBUTE, attribute, value, isOver, inputs);
        }
        boolean isCategory = to.equals("category");
        check(
                value,
                span(fields, "value"),
                isCategory
                        ? words(vocabulary.categories(), each -> each.id())
                        : words(vocabulary.routes(), each -> each.id()),
                isCategory ? "work category" : "route",
                isCategory ? Code.UNKNOWN_CATEGORY : Code.UNKNOWN_ROUTE);
        return new Mapping.Property(isCategory ? Target.CATEGORY : Target.ROUTE, "", value, false, inputs);
    }

    private static <T> Set<String> words(List<T> declared, Function<T, Id> id) {
        return declared.stream()
                .map(each -> id.apply(each).value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** That the words a value can have, where they stand in the file, are declared. */
    private void check(MappedValue value, Span span, Set<String> words, String what, Code code) {
        List<JsonValue> constants = new ArrayList<>();
        constants(value, constants);
        for (JsonValue each : constants) {
            each.asText().filter(word -> !word.equals("any")).ifPresent(word -> known(word, span, words, what, code));
        }
    }

    private void known(String word, Span span, Set<String> words, String what, Code code) {
        if (!word.isEmpty() && !words.contains(word)) {
            faults.report(
                    code,
                    span,
                    what + " " + Words.quoted(word) + " is not declared by the policy",
                    Words.didYouMean(word, words));
        }
    }

    private static void constants(MappedValue value, List<JsonValue> into) {
        if (value instanceof MappedValue.Constant constant) {
            into.add(constant.value());
        } else if (value instanceof MappedValue.Lookup lookup) {
            into.addAll(lookup.table().values());
        } else if (value instanceof MappedValue.FirstOf first) {
            first.values().forEach(each -> constants(each, into));
        }
    }

    private static void inputs(MappedValue value, Set<String> into) {
        if (value instanceof MappedValue.Is is) {
            into.add(is.input());
        } else if (value instanceof MappedValue.In in) {
            into.add(in.input());
        } else if (value instanceof MappedValue.Present present) {
            into.add(present.input());
        } else if (value instanceof MappedValue.Lookup lookup) {
            into.add(lookup.input());
        } else if (value instanceof MappedValue.Equals both) {
            inputs(both.one(), into);
            inputs(both.other(), into);
        } else if (value instanceof MappedValue.FirstOf first) {
            first.values().forEach(each -> inputs(each, into));
        }
    }

    private Optional<MappedValue> value(Fields fields, String key) {
        return fields.fields(key).map(this::value);
    }

    private MappedValue value(Fields fields) {
        if (fields.has("is")) {
            return new MappedValue.Is(fields.text("is").orElse(""));
        }
        if (fields.has("equals")) {
            List<MappedValue> both =
                    fields.mappings("equals").stream().map(this::value).toList();
            if (both.size() != 2) {
                faults.report(
                        Code.WRONG_SHAPE,
                        span(fields, "equals"),
                        "expected two values in `equals`, found " + both.size(),
                        "write `equals: [{is: subject.id}, {is: resource.properties.owner}]`");
                return new MappedValue.FirstOf(List.of());
            }
            return new MappedValue.Equals(both.get(0), both.get(1));
        }
        if (fields.has("in")) {
            return new MappedValue.In(
                    fields.text("in").orElse(""),
                    fields.list("values").stream().map(Scalar::text).collect(Collectors.toSet()));
        }
        if (fields.has("present")) {
            return new MappedValue.Present(fields.text("present").orElse(""));
        }
        if (fields.has("constant")) {
            return new MappedValue.Constant(
                    fields.scalar("constant").map(MappingFile::json).orElse(new JsonValue.Nothing()));
        }
        if (fields.has("lookup")) {
            Map<String, JsonValue> table = new LinkedHashMap<>();
            for (Fields row : fields.mappings("table")) {
                row.scalar("to").ifPresent(to -> {
                    if (table.put(row.text("from").orElse(""), json(to)) != null) {
                        faults.report(
                                Code.DUPLICATE_ITEM,
                                span(row, "from"),
                                "this stands twice in the table",
                                "leave one out");
                    }
                });
            }
            return new MappedValue.Lookup(fields.text("lookup").orElse(""), table);
        }
        return new MappedValue.FirstOf(
                fields.mappings("first-of").stream().map(this::value).toList());
    }

    private static JsonValue json(Scalar scalar) {
        String text = scalar.text().strip();
        return !scalar.quoted() && (text.equals("true") || text.equals("false"))
                ? new JsonValue.Truth(text.equals("true"))
                : new JsonValue.Text(text);
    }

    private static Span span(Fields fields, String key) {
        return fields.node(key).map(Node::head).orElse(fields.span());
    }
}
