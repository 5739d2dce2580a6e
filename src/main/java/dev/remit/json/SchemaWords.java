package dev.remit.json;

import dev.remit.grammar.Lexeme;
import dev.remit.grammar.Namespace;
import dev.remit.grammar.Spelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders the schemas of single words.
 *
 * <p>Remit reads the text of words, but editors see the types of YAML, such as a number for {@code 1} and a boolean for
 * {@code true}. The schema therefore also allows each word in its YAML type.
 */
final class SchemaWords {

    /**
     * A pattern for a visible character. It lists white space, since engines do not agree on what that is, and covers
     * the basic plane alone, since they do not agree on characters beyond it.
     */
    static final String NOT_BLANK = "[^\\u0000-\\u0020\\u007F-\\u00A0\\u00AD\\u034F\\u061C\\u115F\\u1160\\u1680"
            + "\\u17B4\\u17B5\\u180B-\\u180F\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u2800\\u3000\\u3164"
            + "\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFE\\uFFFF]";

    /** The titles of the words of an {@code enum}, in their order. Editors show them; others ignore them. */
    static final String TITLES = "enumDescriptions";

    private final DeclaredIds declared;

    SchemaWords(DeclaredIds declared) {
        this.declared = declared;
    }

    /**
     * The schema of a word.
     *
     * @param values the allowed values, if the attribute is known
     */
    Map<String, Object> of(Lexeme lexeme, Optional<List<String>> values) {
        if (lexeme instanceof Lexeme.Text || lexeme instanceof Lexeme.Undeclared) {
            return schema("type", List.of("string", "number", "boolean"), "pattern", NOT_BLANK);
        }
        if (lexeme instanceof Lexeme.Day) {
            return schema("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format", "date");
        }
        if (lexeme instanceof Lexeme.Moment) {
            return schema(
                    "type",
                    "string",
                    "pattern",
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
                    "format",
                    "date-time");
        }
        if (lexeme instanceof Lexeme.Truth) {
            return oneOf(List.of("true", "false"));
        }
        if (lexeme instanceof Lexeme.Version version) {
            return oneOf(List.of(Integer.toString(version.number())));
        }
        if (lexeme instanceof Lexeme.OneOf words) {
            return oneOf(words.words());
        }
        if (lexeme instanceof Lexeme.Form form) {
            String pattern = "^(?:" + form.pattern() + ")$";
            // A number in YAML is not matched against a pattern.
            return form.numbers()
                    .map(range -> schema(
                            "type",
                            List.of("string", "integer"),
                            "pattern",
                            pattern,
                            "minimum",
                            range.least(),
                            "maximum",
                            range.most()))
                    .orElseGet(() -> schema("type", "string", "pattern", pattern));
        }
        if (lexeme instanceof Lexeme.Name name) {
            return ids(name, values).map(ids -> oneOf(ids, name)).orElseGet(() -> spelled(name));
        }
        return schema("type", "string", "minLength", 1);
    }

    /** The schema of a key, which is always a string. */
    Map<String, Object> ofKey(Lexeme.Name name) {
        Map<String, Object> schema = spelled(name);
        schema.remove("type");
        schema.remove("minimum");
        return schema;
    }

    /** The ids allowed for a name, if they are restricted. */
    Optional<List<String>> ids(Lexeme.Name name, Optional<List<String>> values) {
        if (name.declares()) {
            return Optional.empty();
        }
        Optional<List<String>> known = name.spelling() == Spelling.STATE
                ? declared.states()
                : name.spelling() == Spelling.KNOWLEDGE
                        ? declared.knowledge()
                        : name.of().equals(List.of(Namespace.VALUE))
                                ? values.or(declared::anyValue)
                                : name.of().equals(List.of(Namespace.VALUE, Namespace.FACT))
                                        ? declared.elementsOrFacts()
                                        : declared.of(name.of());
        return known.map(ids -> {
            List<String> all = new ArrayList<>(name.besides());
            all.addAll(ids);
            return all;
        });
    }

    private static Map<String, Object> spelled(Lexeme.Name name) {
        Spelling spelling = name.spelling();
        List<String> types = new ArrayList<>(
                List.of("string", spelling == Spelling.ID || spelling == Spelling.LABEL ? "integer" : "number"));
        if (spelling == Spelling.VALUE) {
            types.add("boolean");
        }
        Map<String, Object> schema = schema(
                "type",
                types,
                "pattern",
                "^" + spelling.pattern() + "$",
                "maxLength",
                spelling.longest(),
                "minimum",
                0);
        List<String> reserved = new ArrayList<>(spelling.reserved());
        if (name.declares()) {
            reserved.addAll(spelling.undeclarable());
        }
        reserved.removeAll(name.besides());
        if (!reserved.isEmpty()) {
            schema.put("not", schema("enum", reserved));
        }
        return schema;
    }

    /** The schema of some ids, with their titles, which editors show beside them. */
    private Map<String, Object> oneOf(List<String> ids, Lexeme.Name name) {
        Map<String, Object> schema = oneOf(ids);
        List<String> titles = new ArrayList<>();
        ids.forEach(id -> typed(id).forEach(each -> titles.add(title(id, name))));
        if (titles.stream().anyMatch(title -> !title.isEmpty())) {
            schema.put(TITLES, titles);
        }
        return schema;
    }

    private String title(String id, Lexeme.Name name) {
        return name.besides().contains(id) ? "" : declared.title(name.of(), id).orElse("");
    }

    private static Map<String, Object> oneOf(List<String> words) {
        List<Object> all = new ArrayList<>();
        words.forEach(word -> all.addAll(typed(word)));
        return all.isEmpty() ? schema("not", schema()) : schema("enum", all);
    }

    /** A word as a string, and in its YAML type if that is another. */
    private static List<Object> typed(String word) {
        if (word.equals("true") || word.equals("false")) {
            return List.of(word, Boolean.valueOf(word));
        }
        if (word.matches("0|[1-9][0-9]{0,17}")) {
            return List.of(word, Long.valueOf(word));
        }
        if (word.matches("(0|[1-9][0-9]*)(\\.[0-9]+)?([eE]-?[0-9]{1,2})?")) {
            return List.of(word, new BigDecimal(word));
        }
        return List.of(word);
    }

    /** A schema from pairs of keyword and value. */
    static Map<String, Object> schema(Object... pairs) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            schema.put(pairs[i].toString(), pairs[i + 1]);
        }
        return schema;
    }
}
