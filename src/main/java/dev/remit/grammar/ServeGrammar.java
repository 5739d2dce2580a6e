package dev.remit.grammar;

import static dev.remit.grammar.Forms.byId;
import static dev.remit.grammar.Forms.idsOf;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.text;
import static dev.remit.grammar.Forms.truth;

import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grammar of the configuration of a decision point that answers over HTTP. */
final class ServeGrammar {
    private static final int MOST = 999_999_999;
    private static final Word NUMBER = number("a whole number such as `100`", "[1-9][0-9]{0,8}", 1, MOST);
    private static final Word THREADS = number("a whole number of at least `8`", "[89]|[1-9][0-9]{1,8}", 8, MOST);
    private static final Word PORT = number(
            "a port from 0 to 65535",
            "0|[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]",
            0,
            65_535);
    private static final Word DURATION =
            form("a duration such as `5s`, `10m` or `24h`, without a space", "[1-9][0-9]{0,5}[smhd]");
    private static final Word DIGEST = form(
            "`sha256:` and 64 hexadecimal digits in small letters, without colons between them", "sha256:[0-9a-f]{64}");
    private static final Word CALLER =
            number("a name of letters, digits, `.`, `_` and `-`", "[A-Za-z0-9._-]{1,64}", 0, Long.MAX_VALUE);
    private static final Word WEB_ADDRESS =
            form("an address such as `https://pdp.example.org`", "https://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~-]+)*");
    private static final Word GATE = oneOf("any", "narrower", "signed");

    private static final Keys HANDLES = mapping(
            "what is taken care of",
            optional("duties", idsOf(Namespace.OBLIGATION), "The duties that the caller carries out"),
            optional(
                    "population",
                    byId(
                            "a mapping of opt-out registers",
                            Namespace.REGISTER,
                            new Items("a list of outcomes", text(), true),
                            "The outcomes for patients of this register that the caller acts on"),
                    "How the caller treats opted-out patients"));

    private static final Keys CALLER_KEYS = mapping(
            "a caller",
            required("name", CALLER, "Who calls: a service, and not a person; records name it"),
            optional(
                    "tokens",
                    new Items("a list of digests", DIGEST, true),
                    "The digests of its bearer tokens, at most two, from `remit keys new --token`"),
            optional(
                    "certificates",
                    new Items("a list of digests", DIGEST, true),
                    "The SHA-256 fingerprints of its client certificates, at most two"),
            optional(
                    "ask",
                    new Items(
                            "a list of rights",
                            oneOf(
                                    "evaluation",
                                    "search",
                                    "explanation",
                                    "administration",
                                    "policy",
                                    "metrics",
                                    "records"),
                            true),
                    "What it may ask. Left out: `evaluation`"),
            optional("roles", idsOf(Namespace.ROLE), "The roles it may ask about. Left out: all"),
            optional("people", truth(), "Whether it may ask about people. Left out: false"),
            optional("at", truth(), "Whether it may say which instant it asks about. Left out: false"),
            optional(
                    "any-category",
                    truth(),
                    "Whether questions that name no work category ask about any of them. Left out: false"),
            optional(
                    "any-route",
                    truth(),
                    "Whether questions that name no route ask about any of them. Left out: false"),
            optional(
                    "handles",
                    new ByForm(
                            "`all`, or a mapping with `duties` and `population`",
                            Optional.of(oneOf("all")),
                            Optional.empty(),
                            Optional.of(HANDLES),
                            Optional.empty()),
                    "What it takes care of, since gateways cannot say so in a request. Left out: each request says it"));

    private static final Keys LISTEN = mapping(
            "an address to listen on",
            optional("address", text(), "The address of the network interface. Left out: 127.0.0.1"),
            optional("port", PORT, "The port. Left out: 8181"),
            optional(
                    "behind-proxy",
                    truth(),
                    "Whether something in front of it takes care of TLS and of who calls. Left out: false"));

    private static final Keys TLS = mapping(
            "keys for TLS",
            required("certificate", text(), "A PEM file with the certificate, and those that sign it behind it"),
            required("key", text(), "A PEM file with the private key, in PKCS#8"),
            optional("client-authorities", text(), "A PEM file with the certificates that sign those of callers"));

    private static final Keys POLICY = mapping(
            "a policy to serve",
            optional(
                    "source",
                    text(),
                    "A folder, a packed file, a revision or an address. Left out: the embedded policy"),
            optional(
                    "gate",
                    new ByForm(
                            "a gate, or a mapping with `policy` and `registers`",
                            Optional.of(GATE),
                            Optional.empty(),
                            Optional.of(mapping(
                                    "gates",
                                    required("policy", GATE, "Which changes of the policy are taken"),
                                    required("registers", GATE, "Which changes of the registers are taken"))),
                            Optional.empty()),
                    "Which changes are taken while it runs. Left out: the policy is read once"),
            optional("poll", DURATION, "How often the source is looked at. Left out: 5s"),
            optional("max-age", DURATION, "How long the last policy is served if the source cannot be read"),
            optional("state", text(), "A folder for what is in force"),
            optional("first", oneOf("trust"), "Takes the first policy as it is"),
            optional("keys", new Items("a list of files", text(), true), "Public keys that sign packed policies"),
            optional("trust-compiled", truth(), "Whether the compiled part of a signed file is used. Left out: false"));

    private static final Keys RECORDS = mapping(
            "a log of decisions",
            required("folder", text(), "The folder for the log"),
            optional("mode", oneOf("durable", "written"), "What is waited for before an answer. Left out: `durable`"),
            optional("subject-keys", text(), "A file with the keys that turn people into pseudonyms"),
            optional("checkpoint-key", text(), "A file with the private key that signs checkpoints"),
            optional("origin", text(), "The name of a new log"),
            optional("checkpoint-records", NUMBER, "A checkpoint is signed after so many records. Left out: 10000"),
            optional("checkpoint-every", DURATION, "A checkpoint is signed after so long. Left out: 60s"));

    private static final Keys LIMITS = mapping(
            "limits",
            optional("connections", NUMBER, "The most connections at a time. Left out: 2000"),
            optional("threads", THREADS, "The most threads, at least 8. Left out: 64"),
            optional("idle", DURATION, "How long a connection may be silent. Left out: 5s"),
            optional("header-time", DURATION, "How long the header of a request may take in all. Left out: 5s"),
            optional("body-time", DURATION, "How long a body, or a line of a stream, may take in all. Left out: 10s"),
            optional("stop-time", DURATION, "How long requests may go on when it stops. Left out: 10s"));

    private static final Shape.Key[] PARTS = {
        optional("listen", LISTEN, "Where it listens"),
        optional("tls", TLS, "The keys for TLS"),
        optional("callers", new Items("a list of callers", CALLER_KEYS, false), "Who may ask, and what"),
        optional(
                "open",
                new Items("a list of pages", oneOf("page", "policy", "words", "schema", "metrics"), true),
                "What anybody may read, though callers have credentials"),
        optional("policy", POLICY, "Which policy answers"),
        optional("records", RECORDS, "The log of decisions. Left out: nothing is recorded"),
        optional("mapping", text(), "A file that maps the words of other systems to those of the policy"),
        optional("limits", LIMITS, "How much is taken on"),
        optional("public-url", WEB_ADDRESS, "The address under which callers know it, for its metadata"),
        optional("page-key", text(), "A file with a secret for page tokens. Left out: a random one for each start"),
        optional(
                "log",
                oneOf("all", "problems", "none"),
                "Which requests get a line on standard error. Left out: `problems`")
    };

    private ServeGrammar() {}

    /** The shape of the file. */
    static FileShape file(Shape.Key version) {
        Shape.Key[] keys = new Shape.Key[PARTS.length + 1];
        keys[0] = version;
        System.arraycopy(PARTS, 0, keys, 1, PARTS.length);
        return new FileShape(
                "serve.yaml",
                "The configuration of a decision point that answers over HTTP",
                Optional.empty(),
                new Keys("a configuration", List.of(keys), Optional.empty(), true, elsewhere()));
    }

    /** What belongs under one of the parts, and is often written beside them. */
    private static Map<String, String> elsewhere() {
        Map<String, String> elsewhere = new HashMap<>();
        for (Shape.Key part : PARTS) {
            if (part.shape() instanceof Keys keys) {
                keys.names().forEach(key -> elsewhere.put(key, "it belongs under `" + part.name() + "`"));
            }
        }
        CALLER_KEYS.names().forEach(key -> elsewhere.put(key, "it belongs to a caller, in the list `callers`"));
        for (Shape.Key part : PARTS) {
            elsewhere.remove(part.name());
        }
        return elsewhere;
    }

    static Word form(String what, String pattern) {
        return new Word(new Lexeme.Form(what, pattern, Optional.empty()));
    }

    private static Word number(String what, String pattern, long least, long most) {
        return new Word(new Lexeme.Form(what, pattern, Optional.of(new Lexeme.Range(least, most))));
    }
}
