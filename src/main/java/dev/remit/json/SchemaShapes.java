package dev.remit.json;

import static dev.remit.json.SchemaWords.schema;

import dev.remit.grammar.Namespace;
import dev.remit.grammar.Shape;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.OpenKeys;
import dev.remit.grammar.Shape.Word;
import dev.remit.grammar.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Renders the schemas of shapes. Named shapes are defined once and referred to. */
final class SchemaShapes {

    private final DeclaredIds declared;
    private final SchemaWords words;
    private final Map<String, Object> definitions = new TreeMap<>();

    SchemaShapes(DeclaredIds declared) {
        this.declared = declared;
        this.words = new SchemaWords(declared);
    }

    /** The schemas of the named shapes used so far, by name. */
    Map<String, Object> definitions() {
        return definitions;
    }

    Map<String, Object> of(Shape shape) {
        return of(shape, Optional.empty());
    }

    /** The schema of a shape; the values are those of the attribute it is about, if that is known. */
    private Map<String, Object> of(Shape shape, Optional<List<String>> values) {
        if (shape instanceof Named named) {
            return values.isPresent() ? of(named.shape(), values) : reference(named);
        }
        if (shape instanceof Word word) {
            return words.of(word.lexeme(), values);
        }
        if (shape instanceof Items items) {
            return anyOf(List.of(of(items.item(), values), list(items, values)));
        }
        if (shape instanceof ByForm forms) {
            List<Object> each = new ArrayList<>();
            forms.word().ifPresent(word -> each.add(of(word, values)));
            forms.list().ifPresent(items -> each.add(list(items, values)));
            forms.mapping().ifPresent(keys -> each.add(mapping(keys, values)));
            return anyOf(each);
        }
        if (shape instanceof ByKey kinds) {
            return byKey(kinds, values);
        }
        return mapping((Keys) shape, values);
    }

    private Map<String, Object> reference(Named named) {
        if (!definitions.containsKey(named.name())) {
            definitions.put(named.name(), Map.of()); // It may refer to itself.
            definitions.put(named.name(), of(named.shape()));
        }
        return schema("$ref", "#/$defs/" + named.name());
    }

    private static Map<String, Object> anyOf(List<?> schemas) {
        return schemas.size() == 1 ? cast(schemas.get(0)) : schema("anyOf", schemas);
    }

    @SuppressWarnings("unchecked") // Only called with schemas, all of which are maps of keywords.
    private static Map<String, Object> cast(Object schema) {
        return (Map<String, Object>) schema;
    }

    private Map<String, Object> list(Items items, Optional<List<String>> values) {
        Map<String, Object> list = schema("type", "array", "items", of(items.item(), values));
        if (!items.mayBeEmpty()) {
            list.put("minItems", 1);
        }
        if (items.distinct()) {
            list.put("uniqueItems", true);
        }
        return list;
    }

    /**
     * The schema of a mapping of several kinds. The first marker that is present decides; without any, the last kind
     * reports what is missing.
     */
    private Map<String, Object> byKey(ByKey kinds, Optional<List<String>> values) {
        List<Shape.Choice> choices = kinds.choices();
        Map<String, Object> otherwise = mapping(choices.get(choices.size() - 1).shape(), values);
        for (int i = choices.size() - 2; i >= 0; i--) {
            Map<String, Object> then = mapping(choices.get(i).shape(), values);
            otherwise = when(marker(choices.get(i)), then, otherwise);
        }
        return otherwise;
    }

    /** A schema that applies one schema to mappings with a key, and another to all others. */
    static Map<String, Object> when(String key, Map<String, Object> then, Map<String, Object> otherwise) {
        return when(schema("required", List.of(key)), then, otherwise);
    }

    private static Map<String, Object> when(
            Map<String, Object> marker, Map<String, Object> then, Map<String, Object> otherwise) {
        return schema("if", marker, "then", then, "else", otherwise);
    }

    /** The schema of the mappings that have the marker of a kind. */
    private static Map<String, Object> marker(Shape.Choice choice) {
        Map<String, Object> marker = schema("required", List.of(choice.key()));
        choice.inside()
                .ifPresent(key -> marker.put(
                        "properties", schema(choice.key(), schema("type", "object", "required", List.of(key)))));
        return marker;
    }

    private Map<String, Object> mapping(Keys keys, Optional<List<String>> values) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.keys().forEach(key -> properties.put(key.name(), described(of(key.shape(), values), key.description())));
        Map<String, Object> mapping = schema("type", "object");
        List<String> required = keys.keys().stream()
                .filter(Shape.Key::required)
                .map(Shape.Key::name)
                .toList();
        if (!required.isEmpty()) {
            mapping.put("required", required);
        }
        if (!keys.mayBeEmpty()) {
            mapping.put("minProperties", 1);
        }
        mapping.put("properties", properties);
        mapping.put("additionalProperties", false);
        keys.open().ifPresent(open -> addOpen(open, keys, mapping, properties));
        if (properties.isEmpty()) {
            mapping.remove("properties");
        }
        return mapping;
    }

    private void addOpen(OpenKeys open, Keys keys, Map<String, Object> mapping, Map<String, Object> properties) {
        Optional<Map<String, List<String>>> known = known(open);
        if (known.isPresent()) {
            known.get().forEach((key, values) -> {
                Optional<List<String>> narrowed = values.isEmpty() ? Optional.empty() : Optional.of(values);
                properties.put(key, described(of(open.shape(), narrowed), open.description()));
            });
            return;
        }
        Map<String, Object> name = words.ofKey(open.key());
        mapping.put("propertyNames", keys.keys().isEmpty() ? name : anyOf(List.of(schema("enum", keys.names()), name)));
        mapping.put("additionalProperties", described(of(open.shape()), open.description()));
    }

    /** The known keys for open keys, each with the values it restricts its value to. */
    private Optional<Map<String, List<String>>> known(OpenKeys open) {
        if (open.key().declares()) {
            return Optional.empty();
        }
        if (open.key().spelling() == Spelling.TOPIC) {
            return declared.topics();
        }
        if (open.key().of().equals(List.of(Namespace.ATTRIBUTE))) {
            return declared.paths().map(paths -> declared.values());
        }
        if (open.key().of().equals(List.of(Namespace.FACT))) {
            return declared.topics().map(topics -> declared.facts());
        }
        return words.ids(open.key(), Optional.empty()).map(ids -> {
            Map<String, List<String>> all = new LinkedHashMap<>();
            ids.forEach(id -> all.put(id, List.of()));
            return all;
        });
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = schema("description", description);
        described.putAll(schema);
        return described;
    }
}
