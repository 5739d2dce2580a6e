package dev.remit.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object of JSON under construction. Its members are written in the order in which they are added. */
public final class JsonMembers {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private JsonMembers() {}

    /** An object without members. */
    public static JsonMembers of() {
        return new JsonMembers();
    }

    /** Adds a value. */
    public JsonMembers value(String key, JsonValue value) {
        members.put(key, value);
        return this;
    }

    /** Adds a text. */
    public JsonMembers text(String key, String text) {
        return value(key, new JsonValue.Text(text));
    }

    /** Adds a text, if there is one. */
    public JsonMembers text(String key, Optional<String> text) {
        text.ifPresent(each -> text(key, each));
        return this;
    }

    /** Adds a text, or null if there is none. */
    public JsonMembers textOrNull(String key, Optional<String> text) {
        return text.isPresent() ? text(key, text.get()) : value(key, new JsonValue.Nothing());
    }

    /** Adds a truth. */
    public JsonMembers truth(String key, boolean truth) {
        return value(key, new JsonValue.Truth(truth));
    }

    /** Adds a whole number. */
    public JsonMembers number(String key, long number) {
        return value(key, JsonValue.Numeral.of(number));
    }

    /** Adds a list of texts. */
    public JsonMembers texts(String key, Collection<?> texts) {
        return value(key, JsonValue.Items.ofTexts(texts));
    }

    /** Adds an object. */
    public JsonMembers object(String key, JsonMembers object) {
        return value(key, object.build());
    }

    /** Whether there are no members. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** The object. */
    public JsonValue.Members build() {
        return new JsonValue.Members(members);
    }
}
