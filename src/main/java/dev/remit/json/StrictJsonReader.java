package dev.remit.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.remit.diagnostic.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cursor in a JSON text that reads values strictly: a value of the wrong type is skipped and recorded as an error,
 * and reading continues behind it.
 */
final class StrictJsonReader {
    /** The most errors that are reported for one text. */
    static final int MOST_ERRORS = 16;

    private final JsonParser json;
    private final List<QuestionError> errors = new ArrayList<>();

    StrictJsonReader(JsonParser json) {
        this.json = json;
    }

    /** Handles one member of an object, with the cursor at its value. */
    @FunctionalInterface
    interface Member {
        void read(String key) throws IOException;
    }

    /** The keys of one object. A few keys are searched linearly, which is faster than hashing them; many are hashed. */
    private static final class Keys {
        private static final int FEW = 16;

        private final List<String> few = new ArrayList<>(FEW);
        private final Set<String> many = new HashSet<>(0);

        /** Adds a key; whether it is new. */
        boolean add(String key) {
            if (few.contains(key)) {
                return false;
            }
            if (few.size() < FEW) {
                few.add(key);
                return true;
            }
            return many.add(key);
        }
    }

    /** The errors recorded so far, in order. */
    List<QuestionError> errors() {
        return errors;
    }

    void note(ErrorCode code, String message, Optional<String> help) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new QuestionError(code, message, help));
        }
    }

    /** Moves to the next value of the text or list; false at its end. */
    boolean next() throws IOException {
        JsonToken token = json.nextToken();
        return token != null && token != JsonToken.END_ARRAY;
    }

    boolean isObject() {
        return json.hasToken(JsonToken.START_OBJECT);
    }

    boolean isList() {
        return json.hasToken(JsonToken.START_ARRAY);
    }

    boolean isText() {
        return json.hasToken(JsonToken.VALUE_STRING);
    }

    boolean isNull() {
        return json.hasToken(JsonToken.VALUE_NULL);
    }

    /**
     * Reads every member of an object once. A value that its handler does not read is skipped.
     *
     * @return the duplicate keys
     */
    Set<String> members(String what, Member member) throws IOException {
        Set<String> twice = new HashSet<>(0);
        if (!isObject()) {
            wrongType(what, "an object");
            json.skipChildren();
            return twice;
        }
        Keys seen = new Keys();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            if (seen.add(key)) {
                member.read(key);
            } else if (twice.add(key)) {
                note(ErrorCode.DUPLICATE_KEY, "key " + Words.quoted(key) + " stands twice", Optional.empty());
            }
            json.skipChildren();
        }
        return twice;
    }

    /** Skips the rest of a value. */
    void skip() throws IOException {
        json.skipChildren();
    }

    /** Records an error if anything follows. */
    void end() throws IOException {
        boolean more;
        try {
            more = json.nextToken() != null;
        } catch (JsonProcessingException notEvenJson) {
            more = true;
        }
        if (more) {
            note(
                    ErrorCode.TRAILING_CONTENT,
                    "expected nothing after the question, found more",
                    Optional.of("write one object on each line"));
        }
    }

    /** The error for a text that is not JSON, which replaces all errors recorded before. */
    QuestionError syntaxError(JsonProcessingException broken) {
        if (broken instanceof StreamConstraintsException) {
            boolean tooDeep = json.getParsingContext().getNestingDepth() >= JsonQuestions.DEPTH_LIMIT;
            return tooDeep
                    ? new QuestionError(
                            ErrorCode.TOO_DEEP,
                            "expected lists and objects nested at most " + JsonQuestions.DEPTH_LIMIT
                                    + " deep, found more",
                            Optional.empty())
                    : new QuestionError(
                            ErrorCode.WRONG_VALUE, "expected a number of a sensible length", Optional.empty());
        }
        if (broken instanceof JsonEOFException) {
            return new QuestionError(
                    ErrorCode.NOT_JSON, "expected a JSON object, found only its beginning", Optional.empty());
        }
        JsonLocation place = broken.getLocation();
        return new QuestionError(
                ErrorCode.NOT_JSON,
                "expected a JSON object, found something else near "
                        + (place.getLineNr() > 1 ? "line " + place.getLineNr() + ", " : "") + "column "
                        + place.getColumnNr(),
                Optional.empty());
    }

    Optional<String> text(String what) throws IOException {
        return json.hasToken(JsonToken.VALUE_STRING) ? wellFormed(what) : wrongType(what, "a string");
    }

    /** Reads an id that may be written as a number. */
    Optional<String> textOrWhole(String what, String expected) throws IOException {
        return json.hasToken(JsonToken.VALUE_NUMBER_INT)
                ? Optional.of(json.getText())
                : json.hasToken(JsonToken.VALUE_STRING) ? wellFormed(what) : wrongType(what, expected);
    }

    /** Reads a boolean that is part of a whole. Its full name is only built for an error. */
    Optional<Boolean> truth(String whole, String part) throws IOException {
        return json.currentToken() != null && json.currentToken().isBoolean()
                ? Optional.of(json.getBooleanValue())
                : wrongType("`" + whole + part + "`", "true or false");
    }

    void unknownKey(String key, Collection<String> known, Optional<String> advice) {
        Optional<String> help =
                advice.or(() -> Words.didYouMean(key, known)).or(() -> Optional.of("known: " + Words.and(known)));
        note(ErrorCode.UNKNOWN_KEY, "key " + Words.quoted(key) + " is not known here", help);
    }

    /** Records that another type was expected. */
    <T> Optional<T> wrongType(String what, String expected) {
        note(
                ErrorCode.WRONG_TYPE,
                "expected " + what + " to be " + expected + ", found " + name(json.currentToken()),
                Optional.empty());
        return Optional.empty();
    }

    /** Reads a text that can be written back in UTF-8. */
    private Optional<String> wellFormed(String what) throws IOException {
        String text = json.getText();
        if (!hasHalf(text)) {
            return Optional.of(text);
        }
        note(ErrorCode.WRONG_VALUE, "expected " + what + " to be text, found half of a character", Optional.empty());
        return Optional.empty();
    }

    static boolean hasHalf(String text) {
        int at = 0;
        while (at < text.length()) {
            int length = Character.charCount(text.codePointAt(at));
            if (length == 1 && Character.isSurrogate(text.charAt(at))) {
                return true;
            }
            at += length;
        }
        return false;
    }

    private static String name(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a whole number";
            case VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }
}
