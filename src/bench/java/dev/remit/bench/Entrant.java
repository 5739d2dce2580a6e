package dev.remit.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Everyone who takes part, under the name that tables show. */
enum Entrant {
    ARRAY("floor: array of bits by ordinals", Group.FLOOR, ArrayFloor::new),
    STRING_ARRAY("floor: the same after seven hash look-ups from strings", Group.FLOOR, StringArrayFloor::new),
    HASH_MAP("floor: hash map keyed by the request", Group.FLOOR, HashMapFloor::new),
    HAND_WRITTEN("floor: hand-written Java switches", Group.FLOOR, HandWritten::new),

    PREPARED_BOOLEAN(
            "Remit: yes or no, prepared",
            Group.REMIT,
            () -> new RemitPrepared(RemitQuestions::complete, (prepared, sink) -> sink.consume(prepared.permitted()))),
    PREPARED(
            "Remit: outcome, prepared",
            Group.REMIT,
            () -> new RemitPrepared(RemitQuestions::complete, (prepared, sink) -> sink.consume(prepared.outcome()))),
    PARTIAL("Remit: outcome of a partial question, prepared", Group.REMIT, RemitPartial::new),
    REMEMBERED(
            "Remit: decision that remembers its question, prepared",
            Group.REMIT,
            () -> new RemitPrepared(RemitQuestions::complete, (prepared, sink) -> sink.consume(prepared.decide()))),
    STRINGS("Remit: outcome, from strings in a buffer", Group.REMIT, () -> new RemitBuffer(false)),
    DECISION("Remit: decision, from a question", Group.REMIT, () -> new RemitDecision(RemitQuestions::complete)),
    QUESTION("Remit: decision, from a question made of strings", Group.REMIT, RemitStrings::new),
    PROJECT(
            "Remit: outcome, from strings in a buffer, project from the register",
            Group.REMIT_REGISTER,
            () -> new RemitBuffer(true)),
    PERSON("Remit: decisions, person and project from the registers", Group.REMIT_REGISTER, RemitPerson::new),

    REFERENCE("Remit's reference interpreter", Group.SLOW, RemitReference::new),
    AUTHZFORCE("AuthzForce 21.0.1 (XACML)", Group.SLOW, AuthzForce::new),
    CEL("CEL-Java 0.14.0, one program for all rules", Group.SLOW, Cel::new),
    JCASBIN("jCasbin 1.99.0, a row a rule", Group.SLOW, JCasbin::new),
    CEDAR("cedar-java 4.10.0, cached policy set", Group.SLOW, Cedar::new);

    /** How an entrant is measured. */
    enum Group {
        /** Takes nanoseconds, and stands for what is possible at all. */
        FLOOR,
        /** Remit, asked with everything it needs. */
        REMIT,
        /** Remit, looking things up in its registers. */
        REMIT_REGISTER,
        /** Takes microseconds or more, and is asked one request at a time. */
        SLOW
    }

    private final String title;
    private final Group group;

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a constructor.
    private final Supplier<Contender> maker;

    Entrant(String title, Group group, Supplier<Contender> maker) {
        this.title = title;
        this.group = group;
        this.maker = maker;
    }

    String title() {
        return title;
    }

    /** The engine's name without how it is asked. */
    String engine() {
        return group == Group.REMIT || group == Group.REMIT_REGISTER
                ? "Remit"
                : title.replaceAll("[,:(].*", "").strip();
    }

    Group group() {
        return group;
    }

    /** In which language its policy is written; entrants of one language share files. */
    String language() {
        return group == Group.REMIT || group == Group.REMIT_REGISTER || this == REFERENCE
                ? "remit"
                : name().toLowerCase(Locale.ROOT);
    }

    /** One for each engine: those whose loading and starting are measured. */
    static List<Entrant> engines() {
        return List.of(DECISION, AUTHZFORCE, CEL, JCASBIN, CEDAR);
    }

    Contender contender() {
        return maker.get();
    }
}
