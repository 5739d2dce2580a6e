package dev.remit.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads questions from JSON and writes them. One object is one question:
 *
 * <pre>{@code
 * {"id":"q1","role":"researcher","activity":"run-pipeline","level":"1",
 *  "category":"research-project","route":"ehrql-pipeline","project":"156",
 *  "facts":{"named-on-project":true,"secure-environment-access":false},"closed":true,
 *  "optOuts":{"type-1":"exclude"},"at":"2026-11-22T10:00:00Z"}
 * }</pre>
 *
 * <p>Reading is strict: an unknown or duplicate key, a value of the wrong type or anything after the object is an
 * error, and all errors of form are reported at once. The decision point checks whether roles, levels and other ids are
 * declared; only the keys and types within {@code project} are checked against the vocabulary here. Immutable and safe
 * to share between threads.
 */
public final class JsonQuestions {
    /** The most bytes that a question may have. */
    public static final int LINE_LIMIT = 1 << 20;

    /** The greatest depth of nested lists and objects; a question needs three. */
    public static final int DEPTH_LIMIT = 32;

    private static final Instant FIRST = Instant.parse("0000-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T23:59:59.999999999Z");

    private final Vocabulary vocabulary;
    private final Set<Id.Fact> mustBeSaid;
    private final Topics topics;
    private final Map<String, String> ifUnsaid = new HashMap<>();

    private JsonQuestions(Vocabulary vocabulary, Set<Id.Fact> mustBeSaid) {
        this.vocabulary = requireNonNull(vocabulary, "vocabulary");
        this.mustBeSaid = Set.copyOf(mustBeSaid);
        topics = new Topics(vocabulary);
        vocabulary
                .facts()
                .forEach(each -> each.domain()
                        .ifUnsaid()
                        .ifPresent(value -> ifUnsaid.put(each.id().value(), value.value())));
    }

    /** A reader and writer of questions in the words of a vocabulary. */
    public static JsonQuestions of(Vocabulary vocabulary) {
        return new JsonQuestions(
                vocabulary, vocabulary.facts().stream().map(Fact::id).collect(Collectors.toSet()));
    }

    /** A reader and writer of questions to a decision point. */
    public static JsonQuestions of(DecisionPoint decisions) {
        return new JsonQuestions(decisions.policy().vocabulary(), decisions.mustBeSaid());
    }

    /** Reads one question from text in UTF-8. */
    public ReadQuestion read(byte[] utf8) {
        if (utf8.length > LINE_LIMIT) {
            return refused(
                    ErrorCode.LINE_TOO_LONG,
                    "expected at most " + LINE_LIMIT + " bytes, found more",
                    "ask one question");
        }
        try {
            return read(decoded(utf8));
        } catch (CharacterCodingException malformed) {
            return refused(
                    ErrorCode.NOT_UTF_8, "expected text in UTF-8, found other bytes", "write the question in UTF-8");
        }
    }

    /**
     * Decodes UTF-8. Fast decoding replaces invalid bytes with a replacement character, so a text with one is decoded
     * again strictly.
     */
    private static String decoded(byte[] utf8) throws CharacterCodingException {
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0
                ? text
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(utf8))
                        .toString();
    }

    /** Reads one question from text. */
    public ReadQuestion read(String text) {
        if (text.startsWith("\uFEFF")) {
            return refused(
                    ErrorCode.NOT_JSON,
                    "expected a JSON object, found a byte order mark",
                    "write UTF-8 without a byte order mark");
        }
        try (JsonParser parser = JsonText.FACTORY.createParser(text)) {
            return new QuestionReader(new StrictJsonReader(parser), topics).read();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes one question so that reading it gives it back, on one line without a line end. */
    public String write(Optional<String> id, Question question) {
        return new QuestionWriter(vocabulary).write(id, question);
    }

    /**
     * Writes a complete question, on one line without a line end; it leaves out facts that are false, or what they are if
     * unsaid, unless they must be given.
     */
    public String write(Assignment question) {
        Assignment given = question;
        for (Variable each : question.space().variables()) {
            boolean isSaid = each.kind() != Variable.Kind.FACT
                    || !question.word(each).equals(ifUnsaid.get(each.name()))
                    || mustBeSaid.contains(new Id.Fact(each.name()));
            given = isSaid ? given : given.with(each, Assignment.OPEN);
        }
        return write(Optional.empty(), Question.of(given).closed());
    }

    /**
     * Reads the instant of a question, as in {@code 2026-11-22T10:00:00Z}. The year must have four digits in every time
     * zone.
     */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(each -> !each.isBefore(FIRST) && !each.isAfter(LAST));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    private static ReadQuestion refused(ErrorCode code, String message, String help) {
        return ReadQuestion.failed(Optional.empty(), List.of(new QuestionError(code, message, Optional.of(help))));
    }
}
