package dev.remit.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A JSON text under construction, with the idioms that the writers share. */
final class JsonText {
    /** Parses and writes without a table of names, which a long run of questions could fill. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonQuestions.DEPTH_LIMIT)
                    .maxStringLength(JsonQuestions.LINE_LIMIT)
                    .maxNameLength(JsonQuestions.LINE_LIMIT)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonGenerator json;

    private JsonText(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a part of a text. */
    @FunctionalInterface
    interface Part {
        void write(JsonText json) throws IOException;
    }

    /** Writes one of several items. */
    @FunctionalInterface
    interface Each<T> {
        void write(T each) throws IOException;
    }

    /** The text of one object, on one line. */
    static String object(Part members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new JsonText(json).item(members);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The text of any value, on one line. */
    static String value(JsonValue value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new JsonText(json).any(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The members of an object, with commas between them and without braces. */
    static String inner(Part members) {
        String object = object(members);
        return object.substring(1, object.length() - 1);
    }

    /** One object on a line of its own, in UTF-8. */
    static byte[] line(Part members) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        try (JsonGenerator json = FACTORY.createGenerator(line, JsonEncoding.UTF8)) {
            new JsonText(json).item(members);
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toByteArray();
    }

    /** Adds members that were written before, behind another. */
    void members(SerializableString written) throws IOException {
        json.writeRaw(written);
    }

    void text(String key, String value) throws IOException {
        json.writeStringField(key, value);
    }

    void textOrNull(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get());
        } else {
            json.writeNullField(key);
        }
    }

    /** Adds a text, if there is one. */
    void present(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get());
        }
    }

    void truth(String key, boolean value) throws IOException {
        json.writeBooleanField(key, value);
    }

    void number(String key, long value) throws IOException {
        json.writeNumberField(key, value);
    }

    void nothing(String key) throws IOException {
        json.writeNullField(key);
    }

    void texts(String key, Collection<?> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    void numbers(String key, long[] values) throws IOException {
        json.writeArrayFieldStart(key);
        for (long value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    /** Adds a list of numbers to a list. */
    void numbers(int[] values) throws IOException {
        json.writeArray(values, 0, values.length);
    }

    /** Adds a list of texts to a list. */
    void strings(Collection<?> values) throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    /** Adds a list of values that are JSON already. */
    void raw(String key, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (String value : values) {
            json.writeRawValue(value);
        }
        json.writeEndArray();
    }

    /** Adds a value of a variable, with booleans as such. */
    void value(String value, boolean isBoolean) throws IOException {
        if (isBoolean) {
            json.writeBoolean(Boolean.parseBoolean(value));
        } else {
            json.writeString(value);
        }
    }

    /** Adds a member of a tree. */
    void tree(String key, Object value) throws IOException {
        json.writeFieldName(key);
        JsonTree.write(value, this);
    }

    /** Adds a value of any kind. */
    void any(JsonValue value) throws IOException {
        if (value instanceof JsonValue.Text text) {
            json.writeString(text.text());
        } else if (value instanceof JsonValue.Truth truth) {
            json.writeBoolean(truth.truth());
        } else if (value instanceof JsonValue.Numeral numeral) {
            json.writeNumber(numeral.digits());
        } else if (value instanceof JsonValue.Items items) {
            list(items.items(), this::any);
        } else if (value instanceof JsonValue.Members members) {
            item(inner -> inner.membersOf(members));
        } else {
            json.writeNull();
        }
    }

    /** Adds the members of an object. */
    void membersOf(JsonValue.Members members) throws IOException {
        for (Map.Entry<String, JsonValue> each : members.members().entrySet()) {
            json.writeFieldName(each.getKey());
            any(each.getValue());
        }
    }

    /** Adds a text, a truth or a whole number. */
    void plain(Object value) throws IOException {
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }

    void object(String key, Part members) throws IOException {
        json.writeFieldName(key);
        item(members);
    }

    /** Adds an object to a list. */
    void item(Part members) throws IOException {
        json.writeStartObject();
        members.write(this);
        json.writeEndObject();
    }

    <T> void list(String key, Collection<T> values, Each<T> each) throws IOException {
        json.writeFieldName(key);
        list(values, each);
    }

    /** Adds a list to a list. */
    <T> void list(Collection<T> values, Each<T> each) throws IOException {
        json.writeStartArray();
        for (T value : values) {
            each.write(value);
        }
        json.writeEndArray();
    }
}
