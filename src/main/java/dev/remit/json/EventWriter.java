package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionEvent;
import dev.remit.decide.DecisionEvent.Decided;
import dev.remit.decide.DecisionEvent.Enforced;
import dev.remit.decide.DecisionEvent.Mistaken;
import dev.remit.decide.DecisionEvent.Refused;
import dev.remit.decide.PolicyIdentity;
import dev.remit.decide.QuestionFault;
import dev.remit.decide.RequestContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes events as the members of a record: words that the policy declares, ids that its registers know, and pseudonyms. Nothing
 * else of what an asker wrote stands in them. Immutable.
 */
public final class EventWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String UNKNOWN = "unknown-";

    private final Function<String, Optional<String>> pseudonyms;

    /** Where an event stands that another one refers to. */
    @FunctionalInterface
    public interface Numbers {
        /** The number of the record of an answer; empty if it is not known. */
        OptionalLong of(Decided answer);
    }

    /**
     * A writer.
     *
     * @param pseudonyms gives the pseudonym of a person; empty to leave people out
     */
    public EventWriter(Function<String, Optional<String>> pseudonyms) {
        this.pseudonyms = requireNonNull(pseudonyms, "pseudonyms");
    }

    /** The kind of an event, in one word. */
    public static String kind(DecisionEvent event) {
        if (event instanceof Decided) {
            return "decided";
        }
        if (event instanceof Enforced) {
            return "enforced";
        }
        return event instanceof Refused ? "refused" : "mistaken";
    }

    /** The members of an event, with commas between them and without braces. */
    public String members(DecisionEvent event, Numbers numbers) {
        return JsonText.inner(json -> write(json, event, numbers));
    }

    void write(JsonText json, DecisionEvent event, Numbers numbers) throws IOException {
        policy(json, "policy", event.policy());
        context(json, event.context());
        Optional<String> subject = event.person().flatMap(pseudonyms);
        json.present("subject", subject);
        if (event instanceof Decided decided) {
            RecordedAnswer.write(json, decided.decision());
        } else if (event instanceof Enforced enforced) {
            of(json, enforced.of(), numbers);
            EnforcementMembers.write(json, enforced);
        } else if (event instanceof Refused refused) {
            of(json, refused.of(), numbers);
            EnforcementMembers.write(json, refused);
        } else if (event instanceof Mistaken mistaken) {
            json.list("faults", mistaken.faults(), fault -> json.item(members -> fault(members, fault)));
        }
    }

    private static void of(JsonText json, List<Decided> answers, Numbers numbers) throws IOException {
        json.numbers(
                "of",
                answers.stream()
                        .flatMapToLong(each -> numbers.of(each).stream())
                        .toArray());
    }

    static void policy(JsonText json, String key, PolicyIdentity policy) throws IOException {
        json.object(key, members -> {
            members.text("id", policy.id().value());
            members.text("version", policy.version());
            members.text("meaning", policy.digest());
            members.text("registers", policy.registers());
            members.text("assurance", policy.assurance());
        });
    }

    private static void context(JsonText json, RequestContext context) throws IOException {
        json.present("caller", context.caller().map(EventWriter::plain));
        json.present("request", context.request().map(EventWriter::plain));
    }

    /** A text that is plainly an id; any other is replaced by its hash. */
    static String plain(String text) {
        return PLAIN.matcher(text).matches() ? text : "sha256:" + HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void fault(JsonText json, QuestionFault fault) throws IOException {
        json.text("code", fault.code().id());
        if (fault.word().isEmpty()) {
            return;
        }
        QuestionFault.Word word = fault.word().get();
        if (word.isDeclared()) {
            json.text("word", word.text());
            return;
        }
        String code = fault.code().id();
        json.object("unknown", members -> {
            members.text("kind", code.startsWith(UNKNOWN) ? code.substring(UNKNOWN.length()) : code);
            members.number("length", word.text().codePointCount(0, word.text().length()));
        });
    }
}
