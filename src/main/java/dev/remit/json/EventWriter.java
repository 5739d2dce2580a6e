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
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes events as the members of a record: words that the policy declares, ids that its registers know, and pseudonyms. Nothing
 * else of what an asker wrote stands in them. It keeps what many records have in common; safe to use from several threads.
 */
public final class EventWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String UNKNOWN = "unknown-";

    private final Function<String, Optional<String>> pseudonyms;
    private final RecordFragments fragments;

    /**
     * The members of a record, with commas between them and without braces. Those of an enforcement have the numbers of the
     * answers among them, which are not known before it is written.
     *
     * @param before the members before these numbers, or all
     * @param of the answers that the record refers to; empty if it is no enforcement
     * @param after the members after these numbers
     */
    public record Written(String before, Optional<List<Decided>> of, String after) {
        public Written {
            requireNonNull(before, "before");
            requireNonNull(of, "of");
            requireNonNull(after, "after");
        }
    }

    /**
     * A writer.
     *
     * @param pseudonyms gives the pseudonym of a person; empty to leave people out
     */
    public EventWriter(Function<String, Optional<String>> pseudonyms) {
        this(pseudonyms, new RecordFragments());
    }

    private EventWriter(Function<String, Optional<String>> pseudonyms, RecordFragments fragments) {
        this.pseudonyms = requireNonNull(pseudonyms, "pseudonyms");
        this.fragments = fragments;
    }

    /** A writer with other pseudonyms, which shares with this one what many records have in common. */
    public EventWriter with(Function<String, Optional<String>> others) {
        return new EventWriter(others, fragments);
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

    /** The members of an event. */
    public Written written(DecisionEvent event) {
        String policy = fragments.of(event.policy());
        Optional<List<Decided>> of = of(event);
        if (of.isEmpty()) {
            String others = JsonText.inner(json -> {
                asker(json, event);
                rest(json, event);
            });
            return new Written(policy + "," + others, of, "");
        }
        String asker = JsonText.inner(json -> asker(json, event));
        return new Written(
                asker.isEmpty() ? policy : policy + "," + asker, of, JsonText.inner(json -> rest(json, event)));
    }

    private static Optional<List<Decided>> of(DecisionEvent event) {
        if (event instanceof Enforced enforced) {
            return Optional.of(enforced.of());
        }
        return event instanceof Refused refused ? Optional.of(refused.of()) : Optional.empty();
    }

    void write(JsonText json, DecisionEvent event) throws IOException {
        policy(json, "policy", event.policy());
        asker(json, event);
        Optional<List<Decided>> of = of(event);
        if (of.isPresent()) {
            json.numbers(
                    "of",
                    of.get().stream()
                            .flatMapToLong(each -> each.decision().record().stream())
                            .toArray());
        }
        rest(json, event);
    }

    private void asker(JsonText json, DecisionEvent event) throws IOException {
        RequestContext context = event.context();
        json.present("caller", context.caller().map(EventWriter::plain));
        json.present("request", context.request().map(EventWriter::plain));
        json.present("subject", event.person().flatMap(pseudonyms));
    }

    private void rest(JsonText json, DecisionEvent event) throws IOException {
        if (event instanceof Decided decided) {
            RecordedAnswer.write(json, decided.decision(), fragments);
        } else if (event instanceof Enforced enforced) {
            EnforcementMembers.write(json, enforced);
        } else if (event instanceof Refused refused) {
            EnforcementMembers.write(json, refused);
        } else if (event instanceof Mistaken mistaken) {
            json.list("faults", mistaken.faults(), fault -> json.item(members -> fault(members, fault)));
        }
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
