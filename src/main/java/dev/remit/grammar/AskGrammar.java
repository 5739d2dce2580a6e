package dev.remit.grammar;

import static dev.remit.grammar.Forms.byId;
import static dev.remit.grammar.Forms.idOf;
import static dev.remit.grammar.Forms.idsOf;
import static dev.remit.grammar.Forms.idsOrSets;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.notEmpty;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.truth;

import dev.remit.grammar.Lexeme.Name;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Choice;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.OpenKeys;
import dev.remit.grammar.Shape.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The grammar of questions in suites of tests, and of the projects, people and facts that a suite describes for them.
 */
final class AskGrammar {

    static final String NONE = "none";
    static final String UNKNOWN = "unknown";

    static final Shape.Key AT = optional(
            "at",
            new Word(new Lexeme.Moment()),
            "The instant asked about; needed where a project or person of the registers is asked about");

    static final Shape.Key CLOSED = optional(
            "closed",
            truth(),
            "Whether everything has been told, so that every fact not listed is false, unless it must be said; if not, it is"
                    + " unknown");

    private static final Named PROJECT = new Named("described-project", () -> AskGrammar.PROJECT_SHAPE);

    static final Named QUESTION = new Named("question-of-one-role", () -> AskGrammar.QUESTION_SHAPE);

    static final Named QUESTION_OF_SEVERAL =
            new Named("question-of-several-roles", () -> AskGrammar.QUESTION_OF_SEVERAL_SHAPE);

    static final Named REFUSED_QUESTION = new Named("refused-question", () -> AskGrammar.REFUSED_QUESTION_SHAPE);

    private static final Set<String> ONE = Set.of("role", "who");
    private static final Set<String> SEVERAL = Set.of("person", "roles");

    private static final Shape.Key PROJECT_ASKED = optional(
            "project",
            new Word(project(List.of(NONE))),
            "A project of this suite, one of the register, or `none`; everything about it is unknown if left out");

    private static final Shape.Key WISHES = optional(
            "opt-outs",
            byId(
                    "a mapping of opt-out registers to wishes",
                    Namespace.REGISTER,
                    oneOf("include", "exclude"),
                    "Whether data with or without the patients of this register is asked for"),
            "What is asked about patients who opted out; a register left out is not spoken of");

    // Made once, below the named shapes they refer to.
    private static final Keys PROJECT_SHAPE = describedProject();
    private static final ByKey QUESTION_SHAPE = new ByKey(
            "a question",
            List.of(
                    new Choice(
                            "role",
                            question(
                                    "a question",
                                    List.of(required("role", idOf(Namespace.ROLE), "The role that asks")))),
                    new Choice(
                            "who",
                            question(
                                    "a question",
                                    List.of(required(
                                            "who",
                                            idOf(Namespace.DESCRIBED_PERSON),
                                            "A person of this suite: the role and facts described there"))))),
            SEVERAL);
    private static final ByKey QUESTION_OF_SEVERAL_SHAPE = new ByKey(
            "a question about several roles",
            List.of(
                    new Choice(
                            "person",
                            question(
                                    "a question about a person",
                                    List.of(required(
                                            "person",
                                            idOf(Namespace.PERSON),
                                            "The registered person that asks, in each of their roles")))),
                    new Choice(
                            "roles",
                            question(
                                    "a question about several roles",
                                    List.of(required(
                                            "roles", idsOrSets(Namespace.ROLE), "The roles, each by itself"))))),
            ONE);
    private static final ByKey REFUSED_QUESTION_SHAPE = RefusedQuestionGrammar.question();

    private AskGrammar() {}

    /** The projects a suite describes. */
    static Keys projects() {
        return described("a mapping of projects", Namespace.DESCRIBED_PROJECT, PROJECT, "A project");
    }

    /** The people a suite describes. */
    static Keys people() {
        Keys person = mapping(
                "a person",
                required("role", idOf(Namespace.ROLE), "The role in which this person asks"),
                optional(
                        "facts",
                        facts(Namespace.FACT, Namespace.FACT_SET),
                        "What is true of this person, and what is said not to be"));
        return described("a mapping of people", Namespace.DESCRIBED_PERSON, person, "A person");
    }

    /** The sets of facts a suite names. */
    static Keys factSets() {
        return described(
                "a mapping of sets of facts", Namespace.FACT_SET, facts(Namespace.FACT), "Facts that belong together");
    }

    private static Keys described(String what, Namespace of, Shape shape, String description) {
        Name label = new Name(Spelling.LABEL, List.of(of), true, List.of());
        OpenKeys open = new OpenKeys(label, shape, description);
        return new Keys(what, List.of(), Optional.of(open), false, Map.of());
    }

    static Name project(List<String> besides) {
        return new Name(Spelling.NAME, List.of(Namespace.DESCRIBED_PROJECT, Namespace.PROJECT), false, besides);
    }

    private static Keys describedProject() {
        return new Keys(
                "a project",
                List.of(
                        optional(
                                "permissions",
                                byId(
                                        "a mapping of opt-out registers to truth values",
                                        Namespace.REGISTER,
                                        oneOf("true", "false", UNKNOWN),
                                        "Whether the project may include the patients of this register"),
                                "The permissions it holds; one left out it does not hold"),
                        optional(
                                "permissions-ever",
                                byId(
                                        "a mapping of opt-out registers to truth values",
                                        Namespace.REGISTER,
                                        oneOf("true", "false", UNKNOWN),
                                        "Whether the project holds or has ever held the permission for this register"),
                                "The permissions it holds or has ever held; one left out it has held only if it holds it")),
                Optional.of(new OpenKeys(
                        new Name(Spelling.ATTRIBUTE_ID, List.of(Namespace.ATTRIBUTE), false, List.of()),
                        given(UNKNOWN),
                        "The value of an attribute, the elements of a set, or `unknown`; every declared one is needed, except that a boolean"
                                + " left out is `false`")),
                true,
                Map.of());
    }

    private static Keys question(String what, List<Shape.Key> subject) {
        List<Shape.Key> keys = new ArrayList<>(subject);
        keys.add(required("activity", idOf(Namespace.ACTIVITY), "What is to be done"));
        keys.add(optional(
                "level",
                idOf(Namespace.LEVEL),
                "The level of data it is to be done to; needed where the policy has several"));
        keys.addAll(circumstances());
        return new Keys(
                what, keys, Optional.empty(), true, elsewhere(subject.get(0).name()));
    }

    /** Subjects that cannot be asked about here, with advice on what to expect of them. */
    private static Map<String, String> elsewhere(String subject) {
        String several = "expect the overall answer by `expect-any`, or one for each role by `expect-each`";
        String one = "expect the decision in one role by `expect`";
        return ONE.contains(subject) ? Map.of("person", several, "roles", several) : Map.of("role", one, "who", one);
    }

    static List<Shape.Key> circumstances() {
        return List.of(
                optional("category", idOf(Namespace.CATEGORY), "The purpose; any if left out"),
                optional("route", idOf(Namespace.ROUTE), "The way the data is reached; any if left out"),
                PROJECT_ASKED,
                optional(
                        "facts", facts(Namespace.FACT, Namespace.FACT_SET), "What is true, and what is said not to be"),
                WISHES,
                CLOSED,
                AT);
    }

    /** What can be given of a fact or an attribute. */
    static ByForm given(String... besides) {
        Word value = new Word(new Name(Spelling.VALUE, List.of(Namespace.VALUE), false, List.of(besides)));
        Items elements = Forms.elements();
        Keys partly = mapping(
                "a mapping with `has` or `lacks`",
                optional(Forms.HAS, elements, "What the set has; nothing is known of other elements"),
                optional("lacks", elements, "What the set lacks"));
        return new ByForm(
                "a value, a list of elements, or `{has: ..., lacks: ...}`",
                Optional.of(value),
                Optional.of(elements),
                Optional.of(notEmpty(partly)),
                Optional.of("write one value or, of a set, the list of its elements"));
    }

    private static Items facts(Namespace... words) {
        Keys otherwise = new Keys(
                "a mapping with `not`, `unknown` or a fact with values",
                List.of(
                        optional("not", idsOf(Namespace.FACT), "Facts that are false"),
                        optional(UNKNOWN, idsOf(Namespace.FACT), "Facts that are not known, whatever else is closed")),
                Optional.of(new OpenKeys(
                        new Name(Spelling.WORD, List.of(Namespace.FACT), false, List.of()),
                        given(),
                        "The value of a fact, or the elements of one that is a set")),
                true,
                Map.of());
        ByForm item = new ByForm(
                "a fact, `{fact: value}`, `{not: ...}` or `{unknown: ...}`",
                Optional.of(idOf(words)),
                Optional.empty(),
                Optional.of(notEmpty(otherwise)),
                Optional.empty());
        return new Items("a list of facts", item, true);
    }
}
