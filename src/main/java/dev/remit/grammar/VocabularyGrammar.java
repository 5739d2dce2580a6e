package dev.remit.grammar;

import static dev.remit.grammar.Forms.byId;
import static dev.remit.grammar.Forms.declarations;
import static dev.remit.grammar.Forms.idOf;
import static dev.remit.grammar.Forms.idsOf;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.notEmpty;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.text;
import static dev.remit.grammar.Forms.titleOr;
import static dev.remit.grammar.Forms.truth;

import dev.remit.grammar.Lexeme.Name;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.Word;
import java.util.List;
import java.util.Optional;

/** The grammar of the section {@code vocabulary}: every word the policy can use. */
final class VocabularyGrammar {

    static final Shape.Key TITLE = required("title", text(), "The name people know it by");
    static final Shape.Key DESCRIPTION = optional("description", text(), "What it means, for a governance officer");

    static final Shape.Key UNUSED =
            optional("unused-because", text(), "Why nothing speaks of it; said, there is no warning about that");

    private static final Shape.Key CHANGED_BY = optional(
            "changed-by",
            oneOf("requester", "approver", "nobody"),
            "Who could change it, for the advice that follows a denial; `nobody` if left out");

    private static final Shape.Key TRUE_ONLY_FOR = optional(
            "true-only-for",
            new Items("a list of ids of projects", new Word(Forms.newId(Namespace.PROJECT)), true, true),
            "For a `boolean`: the only projects of which it is true, a closed list; no register need say it, and none can say"
                    + " otherwise");

    private static final ByForm TITLED_SHAPE =
            titleOr(mapping("a declaration", TITLE, DESCRIPTION, UNUSED, OnPurpose.ON_PURPOSE));

    /** A declaration with a title and nothing else that is required. */
    static final Named TITLED = new Named("titled", () -> TITLED_SHAPE);

    private static final Keys LEVEL = mapping(
            "a level",
            TITLE,
            DESCRIPTION,
            optional("patient-data", truth(), "Whether the level holds patient data; `true` if left out"),
            UNUSED,
            OnPurpose.ON_PURPOSE);

    private static final Keys REGISTER = mapping(
            "an opt-out register",
            TITLE,
            DESCRIPTION,
            required("list", text(), "Which list of patients the register keeps"),
            required(
                    "keep",
                    oneOf("absent", "present"),
                    "Whether a patient is kept who is `absent` from the list, or one who is `present` on it"),
            optional("flag", text(), "What the platform calls the wish to include these patients"),
            optional("if-list-missing", oneOf("stop"), "What happens if the list is not there: the run must `stop`"),
            optional(
                    "permission-changed-by",
                    oneOf("requester", "approver", "nobody"),
                    "Who could give a project the permission to include these patients; `nobody` if left out"),
            optional(
                    "approvers",
                    new Items("a list of approvers", text(), true),
                    "Who can grant the permission to a project of the register, letter by letter as `granted-by` says it;"
                            + " anybody if left out"),
            UNUSED);

    private static final Word MODE =
            oneOf("filtered", "declared", "unfiltered", "unenforceable", "derived", "not-applicable");

    private static final ByForm HANDLING = new ByForm(
            "a mode, or a mapping with a `mode`",
            Optional.of(MODE),
            Optional.empty(),
            Optional.of(mapping(
                    "a mapping with a `mode`",
                    required("mode", MODE, "How the route treats the patients of this register"),
                    optional(
                            "keep",
                            oneOf("absent", "present"),
                            "Whether a patient is kept here who is `absent` from the list, or one who is `present` on"
                                    + " it; as the register says if left out"),
                    optional("list", text(), "The list used here; that of the register if left out"))),
            Optional.of("write a mode, or `{mode: ..., keep: ..., list: ...}`"));

    private static final ByForm SOURCE = new ByForm(
            "a route, or a mapping with a `route`",
            Optional.of(idOf(Namespace.ROUTE)),
            Optional.empty(),
            Optional.of(mapping(
                    "a mapping with a `route`",
                    required("route", idOf(Namespace.ROUTE), "A way from which the outputs come"),
                    required(
                            "when",
                            RuleGrammar.CONDITION,
                            "The projects whose outputs can come this way: a condition over project attributes"))),
            Optional.of("write a route, or `{route: ..., when: ...}`"));

    private static final Keys ROUTE = mapping(
            "a route",
            TITLE,
            DESCRIPTION,
            optional(
                    "opt-outs",
                    byId(
                            "a mapping of opt-out registers to modes",
                            Namespace.REGISTER,
                            HANDLING,
                            "How the route treats the patients of this register"),
                    "How the route treats each opt-out register; every declared register must be named"),
            optional(
                    "derived-from",
                    new Items("a list of routes", SOURCE, true),
                    "The ways from which outputs on this route come; needed where a mode is `derived`"),
            optional("obligations", idsOf(Namespace.OBLIGATION), "Duties of everyone who uses the route"),
            UNUSED);

    private static final Word DOMAIN_OR_BOOLEAN =
            new Word(new Name(Spelling.ID, List.of(Namespace.DOMAIN), false, List.of("boolean")));
    private static final Items NEW_VALUES = new Items("a list of values", new Word(Forms.newId(Namespace.VALUE)), true);
    private static final ByForm VALUES =
            values("a list of values, the name of one, or `boolean`", DOMAIN_OR_BOOLEAN, Optional.empty());
    private static final ByForm LISTED =
            values("a list of values or the name of one", idOf(Namespace.DOMAIN), Optional.empty());

    private static final Shape.Key SET_OF =
            optional("set-of", LISTED, "The elements it can have, in place of `values`, if it is a set of them");
    private static final Shape.Key IF_UNSAID = optional(
            "if-unsaid",
            Forms.elements(),
            "The value, or the elements, it has where a closed question or the register leaves it out; it is unknown"
                    + " otherwise");

    private static final ByForm ATTRIBUTE = values(
            "a list of values, the name of one, `boolean`, or a mapping with `values` or `set-of`",
            DOMAIN_OR_BOOLEAN,
            Optional.of(mapping(
                    "a project attribute",
                    optional("title", text(), "The name people know it by"),
                    DESCRIPTION,
                    optional("values", VALUES, "The values a project can have, or `boolean`"),
                    SET_OF,
                    IF_UNSAID,
                    optional(
                            "final",
                            new Items(
                                    "a list of values",
                                    new Word(new Name(Spelling.VALUE, List.of(Namespace.VALUE), false, List.of())),
                                    true),
                            "The values a project does not leave again, so that no advice leads out of them"),
                    CHANGED_BY,
                    TRUE_ONLY_FOR,
                    UNUSED)));

    /** The section of lists of values with names. */
    static final Shape.Key DOMAINS = optional(
            "domains",
            declarations(Namespace.DOMAIN, NEW_VALUES, "The values, in the order that questions and reports give them"),
            "Names for lists of values, to be used by the facts and attributes that have them");

    private static final ByForm MUST_BE_SAID = new ByForm(
            "`true` or `{no: REASON}`",
            Optional.of(oneOf("true")),
            Optional.empty(),
            Optional.of(mapping(
                    "a mapping with `no`",
                    required("no", text(), "Why a closed question may take the fact for false though it guards"))),
            Optional.of("write `true`, or `{no: REASON}` to let closed questions take it for false"));

    private static final Keys FACT = mapping(
            "a fact",
            TITLE,
            DESCRIPTION,
            optional("values", LISTED, "The values it can have; it is true or false if left out"),
            SET_OF,
            IF_UNSAID,
            required(
                    "known-from",
                    oneOf("register", "caller"),
                    "Whether the people register says it, or who asks the question"),
            optional(
                    "about",
                    oneOf("person", "project"),
                    "Whether it is true of the person as such, or of the person in one project; `person` if left out"),
            required(
                    "changed-by",
                    oneOf("requester", "approver", "nobody"),
                    "Who could change it, for the advice that follows a denial"),
            optional(
                    "must-be-said",
                    MUST_BE_SAID,
                    "`true` if a closed question leaves it unknown; `{no: REASON}` if it may take it for false; if left"
                            + " out, it does so unless the fact guards"),
            UNUSED,
            OnPurpose.ON_PURPOSE);

    /** The whole section. */
    static final Keys VOCABULARY = mapping(
            "a vocabulary",
            required("roles", someOf(Namespace.ROLE, TITLED, "A hat a person can wear"), "The hats people wear"),
            required(
                    "activities", someOf(Namespace.ACTIVITY, TITLED, "Something that can be done"), "What can be done"),
            required(
                    "levels",
                    someOf(Namespace.LEVEL, titleOr(LEVEL), "A level of data"),
                    "The levels of data it can be done to"),
            optional(
                    "routes",
                    declarations(Namespace.ROUTE, titleOr(ROUTE), "A way data can be reached"),
                    "The ways data can be reached"),
            optional(
                    "project",
                    declarations(Namespace.ATTRIBUTE, ATTRIBUTE, "An attribute, with all values it can have"),
                    "The attributes every project has"),
            optional(
                    "facts",
                    declarations(
                            Namespace.FACT,
                            FACT,
                            "Something that is true of a person or a moment, or not, or has one of a few values"),
                    "What can be true of a person or a moment"),
            optional(
                    "opt-outs",
                    declarations(Namespace.REGISTER, REGISTER, "A register of patients who opted out"),
                    "The registers of patients who said no"),
            optional(
                    "obligations",
                    declarations(Namespace.OBLIGATION, TITLED, "A duty that can come with a permit"),
                    "The duties that can come with a permit"));

    private VocabularyGrammar() {}

    private static Keys someOf(Namespace of, Shape shape, String description) {
        return notEmpty(declarations(of, shape, description));
    }

    private static ByForm values(String what, Word word, Optional<Keys> mapping) {
        String advice = word.equals(DOMAIN_OR_BOOLEAN)
                ? "write `[one, another]`, or `boolean` for an attribute that is true or false"
                : "write `[one, another]`, or the name of a list under the top-level `domains`";
        return new ByForm(what, Optional.of(word), Optional.of(NEW_VALUES), mapping, Optional.of(advice));
    }
}
