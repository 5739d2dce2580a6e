package dev.remit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.remit.decide.Given;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A JSON object that was read, of which members are read by name. Members that are not there, or of another type, are empty, so
 * that what later versions add does no harm. Immutable.
 */
public final class JsonTree {
    /** An object without members. */
    public static final JsonTree EMPTY = new JsonTree(Map.of());

    private final Map<String, Object> members;

    private JsonTree(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /** Reads one object; empty if the text is anything else. */
    public static Optional<JsonTree> parse(String text) {
        try (JsonParser parser = JsonText.FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            JsonTree tree = object(parser);
            return parser.nextToken() == null ? Optional.of(tree) : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static JsonTree object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            Optional<Object> value = value(parser.nextToken(), parser);
            if (value.isPresent()) {
                members.put(key, value.get());
            }
        }
        return new JsonTree(members);
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(token, parser).ifPresent(items::add);
        }
        return Collections.unmodifiableList(items);
    }

    private static Optional<Object> value(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case START_OBJECT -> Optional.of(object(parser));
            case START_ARRAY -> Optional.of(list(parser));
            case VALUE_STRING -> Optional.of(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(parser.getBooleanValue());
            case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
            default -> Optional.empty();
        };
    }

    /** An object with members that are texts, truths, whole numbers, objects of this type, and lists of these. */
    public static JsonTree of(Map<String, ?> members) {
        return new JsonTree(new LinkedHashMap<>(members));
    }

    /** This object without some members. */
    public JsonTree without(Set<String> keys) {
        Map<String, Object> left = new LinkedHashMap<>(members);
        left.keySet().removeAll(keys);
        return new JsonTree(left);
    }

    /** This object as JSON, on one line. */
    public String json() {
        return JsonText.object(this::write);
    }

    private void write(JsonText json) throws IOException {
        for (Map.Entry<String, Object> each : members.entrySet()) {
            json.tree(each.getKey(), each.getValue());
        }
    }

    /** Writes a value as {@link #of} takes it. */
    static void write(Object value, JsonText json) throws IOException {
        if (value instanceof JsonTree tree) {
            json.item(tree::write);
        } else if (value instanceof List<?> list) {
            json.list(list, item -> write(item, json));
        } else {
            json.plain(value);
        }
    }

    private <T> Optional<T> value(String key, Class<T> type) {
        return Optional.ofNullable(members.get(key)).filter(type::isInstance).map(type::cast);
    }

    /** The names of its members, in order. */
    public Set<String> keys() {
        return members.keySet();
    }

    /** A member that is a text. */
    public Optional<String> text(String key) {
        return value(key, String.class);
    }

    /** A member that is true or false. */
    public Optional<Boolean> truth(String key) {
        return value(key, Boolean.class);
    }

    /** A member that is a whole number. */
    public OptionalLong number(String key) {
        return value(key, Long.class).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** A member that is an object; one without members if it is not there. */
    public JsonTree object(String key) {
        return value(key, JsonTree.class).orElse(EMPTY);
    }

    /** The objects in a member that is a list. */
    public List<JsonTree> objects(String key) {
        return items(key, JsonTree.class);
    }

    /** The texts in a member that is a list. */
    public List<String> texts(String key) {
        return items(key, String.class);
    }

    /** The numbers in a member that is a list. */
    public List<Long> numbers(String key) {
        return items(key, Long.class);
    }

    private <T> List<T> items(String key, Class<T> type) {
        List<T> items = new ArrayList<>();
        for (Object item : value(key, List.class).orElse(List.of())) {
            if (type.isInstance(item)) {
                items.add(type.cast(item));
            }
        }
        return items;
    }

    /** The members that are texts or truths, by name; truths as {@code true} and {@code false}. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (value instanceof String || value instanceof Boolean) {
                words.put(key, value.toString());
            }
        });
        return words;
    }

    /** What the members give of facts or attributes: a value, or what a set has, as in questions. */
    Map<String, Given> given() {
        Map<String, Given> given = new LinkedHashMap<>();
        for (String key : members.keySet()) {
            Object value = members.get(key);
            if (value instanceof Boolean truth) {
                given.put(key, Given.is(truth));
            } else if (value instanceof String word) {
                given.put(key, Given.is(word));
            } else if (value instanceof List) {
                given.put(key, Given.exactly(texts(key)));
            } else if (value instanceof JsonTree parts) {
                given.put(key, Given.partly(parts.texts(Topics.HAS), parts.texts(Topics.LACKS)));
            }
        }
        return given;
    }

    /** The members that are truths, by name. */
    public Map<String, Boolean> truths() {
        Map<String, Boolean> truths = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (value instanceof Boolean truth) {
                truths.put(key, truth);
            }
        });
        return truths;
    }
}
