package dev.remit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.remit.diagnostic.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value strictly, as RFC 7493 asks: UTF-8, no member twice, no half of a character, nothing after it, and not
 * nested deeper than {@link JsonQuestions#DEPTH_LIMIT}.
 */
public final class JsonValueReader {
    private JsonValueReader() {}

    /**
     * What was read.
     *
     * @param value the value, unless there is a fault
     * @param fault what is wrong with the text
     */
    public record Read(Optional<JsonValue> value, Optional<String> fault) {
        private static Read of(JsonValue value) {
            return new Read(Optional.of(value), Optional.empty());
        }

        private static Read failed(String fault) {
            return new Read(Optional.empty(), Optional.of(Words.visible(fault)));
        }
    }

    /** A fault in the text that the parser does not see. */
    private static final class Fault extends IOException {
        private static final long serialVersionUID = 1L;

        private final String text;

        private Fault(String text) {
            super(text);
            this.text = text;
        }
    }

    /** Reads a value from text in UTF-8. */
    public static Read read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Read.failed("expected text in UTF-8, found other bytes");
        }
    }

    /** Reads a value from text. */
    public static Read read(String text) {
        if (text.isBlank()) {
            return Read.failed("expected JSON, found nothing");
        }
        if (text.startsWith("\uFEFF")) {
            return Read.failed("expected JSON, found a byte order mark");
        }
        try (JsonParser parser = JsonText.FACTORY.createParser(text)) {
            JsonValue value = value(parser, parser.nextToken());
            return parser.nextToken() == null
                    ? Read.of(value)
                    : Read.failed("expected nothing after the JSON, found more");
        } catch (JsonProcessingException broken) {
            return Read.failed(
                    broken instanceof com.fasterxml.jackson.core.exc.StreamConstraintsException
                            ? "expected at most " + JsonQuestions.DEPTH_LIMIT
                                    + " lists and objects inside one another, and numbers of a sensible length"
                            : "expected JSON, found something else near character "
                                    + broken.getLocation().getCharOffset());
        } catch (Fault fault) {
            return Read.failed(fault.text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonValue value(JsonParser json, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new Fault("expected JSON, found only its beginning");
        }
        return switch (token) {
            case START_OBJECT -> members(json);
            case START_ARRAY -> items(json);
            case VALUE_STRING -> new JsonValue.Text(whole(json.getText(), "a string"));
            case VALUE_TRUE -> new JsonValue.Truth(true);
            case VALUE_FALSE -> new JsonValue.Truth(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(json.getText());
            case VALUE_NULL -> new JsonValue.Nothing();
            default -> throw new Fault("expected JSON, found only its beginning");
        };
    }

    private static JsonValue items(JsonParser json) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            items.add(value(json, token));
        }
        return new JsonValue.Items(items);
    }

    private static JsonValue members(JsonParser json) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            String name = whole(key, "a member");
            if (members.containsKey(name)) {
                throw new Fault("member " + Words.quoted(name) + " stands twice");
            }
            members.put(name, value(json, json.nextToken()));
        }
        return new JsonValue.Members(members);
    }

    /** A text, if it can be written back in UTF-8. */
    private static String whole(String text, String what) throws Fault {
        if (!StrictJsonReader.hasHalf(text)) {
            return text;
        }
        throw new Fault("expected " + what + " to be text, found half of a character");
    }
}
