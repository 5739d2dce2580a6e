package dev.remit.json;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Any JSON value: one that {@link JsonValueReader} read strictly, or one to be written. Immutable; two objects with the same
 * members in another order are equal.
 */
public sealed interface JsonValue {

    /** A text. */
    record Text(String text) implements JsonValue {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /** True or false. */
    record Truth(boolean truth) implements JsonValue {}

    /** A number, as it was written. */
    record Numeral(String digits) implements JsonValue {
        public Numeral {
            requireNonNull(digits, "digits");
        }

        /** A whole number. */
        public static Numeral of(long number) {
            return new Numeral(Long.toString(number));
        }
    }

    /** The value {@code null}. */
    record Nothing() implements JsonValue {}

    /** A list. */
    record Items(List<JsonValue> items) implements JsonValue {
        public Items {
            items = List.copyOf(items);
        }

        /** A list of texts. */
        public static Items ofTexts(Collection<?> texts) {
            List<JsonValue> items = new ArrayList<>();
            texts.forEach(each -> items.add(new Text(each.toString())));
            return new Items(items);
        }
    }

    /** An object. */
    record Members(Map<String, JsonValue> members) implements JsonValue {
        /** An object without members. */
        public static final Members NONE = new Members(Map.of());

        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** A member, if there is one of this name. */
        public Optional<JsonValue> member(String key) {
            return Optional.ofNullable(members.get(key));
        }

        /** A member that is a text. */
        public Optional<String> text(String key) {
            return member(key).flatMap(JsonValue::asText);
        }

        /** A member that is true or false. */
        public Optional<Boolean> truth(String key) {
            return member(key).filter(Truth.class::isInstance).map(each -> ((Truth) each).truth());
        }

        /** A member that is an object. */
        public Optional<Members> object(String key) {
            return member(key).filter(Members.class::isInstance).map(Members.class::cast);
        }

        /** A member that is a list. */
        public Optional<List<JsonValue>> list(String key) {
            return member(key).filter(Items.class::isInstance).map(each -> ((Items) each).items());
        }

        /** This object without one member. */
        public Members without(String key) {
            Map<String, JsonValue> left = new LinkedHashMap<>(members);
            left.remove(key);
            return new Members(left);
        }

        /** This object with one more member, or another in place of it. */
        public Members with(String key, JsonValue value) {
            Map<String, JsonValue> more = new LinkedHashMap<>(members);
            more.put(key, value);
            return new Members(more);
        }
    }

    /** The text, if it is one. */
    default Optional<String> asText() {
        return this instanceof Text text ? Optional.of(text.text()) : Optional.empty();
    }

    /** What this is, as messages name it. */
    default String kind() {
        if (this instanceof Members) {
            return "an object";
        }
        if (this instanceof Items) {
            return "a list";
        }
        if (this instanceof Text) {
            return "a string";
        }
        if (this instanceof Numeral) {
            return "a number";
        }
        return this instanceof Truth truth ? Boolean.toString(truth.truth()) : "null";
    }

    /** This value with the members of all its objects sorted by name, so that equal values are written alike. */
    default JsonValue sorted() {
        if (this instanceof Items items) {
            return new Items(items.items().stream().map(JsonValue::sorted).toList());
        }
        if (this instanceof Members members) {
            Map<String, JsonValue> sorted = new TreeMap<>();
            members.members().forEach((key, value) -> sorted.put(key, value.sorted()));
            return new Members(sorted);
        }
        return this;
    }

    /** This value as JSON, on one line. */
    default String json() {
        return JsonText.value(this);
    }

    /** An object as JSON in UTF-8, on a line of its own. */
    static byte[] line(Members object) {
        return JsonText.line(json -> json.membersOf(object));
    }
}
