package dev.remit.json;

import static dev.remit.json.SchemaWords.schema;

import dev.remit.diagnostic.Words;
import dev.remit.grammar.Lexeme;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Renders the schemas of shapes. Named shapes are defined once and referred to. */
final class SchemaShapes {

    /** What editors say instead of words of their own; others ignore it. */
    private static final String ERROR = "errorMessage";

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
            return shared(word.lexeme(), words.of(word.lexeme(), values));
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

    /** Defines a list of ids with titles once, since a bundle has many ids that are used in many places. */
    private Map<String, Object> shared(Lexeme lexeme, Map<String, Object> schema) {
        if (!(lexeme instanceof Lexeme.Name name) || !schema.containsKey(SchemaWords.TITLES)) {
            return schema;
        }
        String kinds = name.of().stream().map(Namespace::noun).collect(Collectors.joining(" or "));
        String base = "a-" + kinds.replace(' ', '-');
        String free = base;
        for (int i = 2; definitions.containsKey(free) && !schema.equals(definitions.get(free)); i++) {
            free = base + "-" + i;
        }
        definitions.put(free, schema);
        return schema("$ref", "#/$defs/" + free);
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
     * The schema of a mapping of several kinds. The first marker that is present decides. Without any, the keys of all
     * kinds are offered, and it is said which markers are missing.
     */
    private Map<String, Object> byKey(ByKey kinds, Optional<List<String>> values) {
        List<Shape.Choice> choices = kinds.choices();
        Map<String, Object> otherwise = unmarked(kinds, values);
        for (int i = choices.size() - 1; i >= 0; i--) {
            Map<String, Object> then = mapping(choices.get(i).shape(), values);
            otherwise = when(marker(choices.get(i)), then, otherwise);
        }
        return otherwise;
    }

    /** The schema of a mapping of which nothing says yet what kind it is. No such mapping is valid. */
    private Map<String, Object> unmarked(ByKey kinds, Optional<List<String>> values) {
        List<Keys> shapes = kinds.choices().stream().map(Shape.Choice::shape).toList();
        Set<String> names = new LinkedHashSet<>();
        shapes.forEach(keys -> names.addAll(keys.names()));
        Map<String, Object> common = properties(shapes.get(0), values);
        common.keySet()
                .removeIf(
                        name -> shapes.stream().anyMatch(keys -> keys.find(name).isEmpty()));
        List<Object> all = new ArrayList<>(List.of(schema("properties", common)));
        for (Keys each : shapes) {
            Map<String, Object> own = properties(each, values);
            own.keySet().removeAll(common.keySet());
            List<String> others =
                    names.stream().filter(name -> each.find(name).isEmpty()).toList();
            all.add(unlessOneOf(others, schema("properties", own)));
        }
        if (shapes.stream().allMatch(keys -> keys.open().isEmpty())) {
            String unknown = kinds.what() + " has no such key";
            all.add(schema("propertyNames", schema("enum", List.copyOf(names), ERROR, unknown)));
        }
        String missing = Words.or(kinds.markers()) + " is missing";
        all.add(anyOf(kinds.choices().stream()
                .map(choice -> {
                    Map<String, Object> marked = marker(choice);
                    marked.put(ERROR, missing);
                    return marked;
                })
                .toList()));
        return schema("type", "object", "allOf", all);
    }

    /** A schema that applies to mappings that have none of some keys. */
    static Map<String, Object> unlessOneOf(List<String> keys, Map<String, Object> then) {
        if (keys.isEmpty()) {
            return then;
        }
        List<Object> present = new ArrayList<>();
        keys.forEach(key -> present.add(schema("required", List.of(key))));
        return schema("if", schema("not", anyOf(present)), "then", then);
    }

    private Map<String, Object> properties(Keys keys, Optional<List<String>> values) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.keys().forEach(key -> properties.put(key.name(), described(of(key.shape(), values), key.description())));
        return properties;
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
        Map<String, Object> properties = properties(keys, values);
        Map<String, Object> mapping = schema("type", "object");
        List<String> required = keys.keys().stream()
                .filter(Shape.Key::required)
                .map(Shape.Key::name)
                .toList();
        if (!required.isEmpty()) {
            // Apart from the properties, since editors offer the name of a schema that has both, as if it were a key.
            mapping.put("allOf", List.of(schema("required", required)));
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
                String title = declared.title(open.key().of(), key)
                        .map(words -> words + ". ")
                        .orElse("");
                properties.put(key, described(of(open.shape(), narrowed), title + open.description()));
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

    static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = schema("description", description);
        described.putAll(schema);
        return described;
    }
}
