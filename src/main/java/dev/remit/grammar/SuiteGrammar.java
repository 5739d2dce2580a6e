package dev.remit.grammar;

import static dev.remit.grammar.Forms.byId;
import static dev.remit.grammar.Forms.idOf;
import static dev.remit.grammar.Forms.idsOf;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.notEmpty;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.setOf;
import static dev.remit.grammar.Forms.text;

import dev.remit.grammar.Lexeme.Name;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Choice;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grammar of suites of tests: questions, one by one or as a table, and the expected decisions. */
final class SuiteGrammar {

    private static final List<String> ANSWERS =
            List.of("permitted", "denied", "forbidden", "not-granted", "inconsistent", "undetermined");

    /** The codes of the errors that a question of a suite can get. */
    static final List<String> ERRORS = List.of(
            "incomplete-question",
            "unknown-role",
            "unknown-activity",
            "unknown-level",
            "unknown-category",
            "unknown-route",
            "unknown-fact",
            "unknown-register",
            "unknown-project",
            "unknown-person",
            "contradicts-register",
            "no-state-without-project");

    private static final Shape.Key CITES =
            optional("cites", idsOf(Namespace.CLAUSE, Namespace.RULING), "The clauses and rulings this is a test of");

    private static final Shape.Key BECAUSE = optional("because", text(), "Why this is expected");

    private static final Named EXPECTATION = new Named("expectation", () -> SuiteGrammar.EXPECTATION_SHAPE);

    private static final Named OVER = new Named("cells", () -> SuiteGrammar.OVER_SHAPE);

    // Made once, below the named shapes they refer to.
    private static final ByForm EXPECTATION_SHAPE = new ByForm(
            "an answer or a mapping with an `answer`",
            Optional.of(answer()),
            Optional.empty(),
            Optional.of(new Keys("an expectation", expected(), Optional.empty(), true, Map.of())),
            Optional.empty());
    private static final Keys OVER_SHAPE = cells();

    private SuiteGrammar() {}

    /** The whole file. */
    static Keys suite(Shape.Key remit) {
        return mapping(
                "a suite",
                remit,
                required("suite", text(), "What the suite is about"),
                optional("description", text(), "What its readers should know"),
                AskGrammar.AT,
                AskGrammar.CLOSED,
                optional("projects", AskGrammar.projects(), "Projects that questions of this suite name"),
                optional("people", AskGrammar.people(), "People that questions of this suite name"),
                optional("facts", AskGrammar.factSets(), "Sets of facts that questions of this suite name"),
                optional("cases", new Items("a list of cases", testCase(), false), "Questions, one by one"),
                optional("tables", new Items("a list of tables", table(), false), "Questions, many at once"),
                optional(
                        "survivors",
                        new Items("a list of survivors", survivor(), false),
                        "Edits of the policy that no case need notice"));
    }

    private static Keys survivor() {
        return mapping(
                "a survivor",
                required("of", text(), "What would be edited, such as `rules.everyone-reads`"),
                required("edit", text(), "The edit, as `remit test --adequacy` tells it"),
                required("because", text(), "Why no case need notice it"));
    }

    private static ByKey testCase() {
        return new ByKey(
                "a case",
                List.of(
                        new Choice(
                                "expect",
                                Optional.of("error"),
                                testCase(
                                        AskGrammar.REFUSED_QUESTION,
                                        required("expect", error(), "The error expected"))),
                        new Choice(
                                "expect",
                                testCase(
                                        AskGrammar.QUESTION, required("expect", EXPECTATION, "The decision expected"))),
                        new Choice(
                                "expect-any",
                                testCase(
                                        AskGrammar.QUESTION_OF_SEVERAL,
                                        required(
                                                "expect-any",
                                                answer(),
                                                "The answer expected over all roles that are asked about: permitted if"
                                                        + " any role is; a denial is one in every role"))),
                        new Choice(
                                "expect-each",
                                testCase(
                                        AskGrammar.QUESTION_OF_SEVERAL,
                                        required(
                                                "expect-each",
                                                byId(
                                                        "a mapping of roles to expectations",
                                                        Namespace.ROLE,
                                                        EXPECTATION,
                                                        "The decision expected in this role"),
                                                "The decision expected in each role that is asked about")))));
    }

    private static Keys testCase(Shape question, Shape.Key expected) {
        return mapping(
                "a case",
                required("name", text(), "What the case shows, as a sentence"),
                required("ask", question, "The question"),
                expected,
                CITES,
                BECAUSE,
                optional("again", text(), "Why it asks a question that an earlier case asks too"));
    }

    private static Keys error() {
        return new Keys(
                "an expected error",
                List.of(required(
                        "error",
                        new Word(new Lexeme.OneOf(ERRORS)),
                        "The code of the error that the question gets in place of an answer")),
                Optional.empty(),
                true,
                Map.of("answer", "delete one of the two: a question that gets an error gets no answer"));
    }

    private static Word answer() {
        return new Word(new Lexeme.OneOf(ANSWERS));
    }

    /** The answer of a group, which can also leave its cells to other cases. */
    private static Shape.Key answerOfGroup() {
        List<String> words = new ArrayList<>(ANSWERS);
        words.add("elsewhere");
        return required(
                "answer",
                new Word(new Lexeme.OneOf(words)),
                "The answer, or `elsewhere` if other cases ask these questions already");
    }

    private static List<Shape.Key> expected() {
        Word unknown =
                new Word(new Name(Spelling.KNOWLEDGE, List.of(Namespace.FACT, Namespace.ATTRIBUTE), false, List.of()));
        return List.of(
                required("answer", answer(), "The answer; a denial can be told by what it rests on"),
                optional("granted-by", idsOf(Namespace.RULE), "For a permit, exactly the rules that grant it"),
                optional("forbidden-by", idsOf(Namespace.RULE), "For a denial, exactly the rules that forbid it"),
                optional("violates", idsOf(Namespace.CONSTRAINT), "For an inconsistent question, what it breaks"),
                optional(
                        "grants",
                        new Items("a list of grants", grant(), false),
                        "For a permit, exactly its grants, each by itself"),
                optional("obligations", duties(), "For a permit, exactly the duties that come with it, or `none`"),
                optional(
                        "obligations-include",
                        idsOf(Namespace.OBLIGATION),
                        "For a permit, duties that come with it, among others"),
                optional("population", population(), "For a permit, what happens to patients who opted out"),
                optional(
                        "missing",
                        new Items("a list of facts and attributes", unknown, true),
                        "For an undetermined question, exactly what it hangs on"));
    }

    private static Items duties() {
        Word duty = new Word(new Name(Spelling.DUTY, List.of(Namespace.OBLIGATION), false, List.of(AskGrammar.NONE)));
        return new Items("a list of obligations", duty, true);
    }

    private static Shape population() {
        return notEmpty(byId(
                "a mapping of opt-out registers to outcomes",
                Namespace.REGISTER,
                oneOf(
                        "included",
                        "excluded-by-filter",
                        "declaration-required",
                        "included-by-declaration",
                        "excluded-by-declaration",
                        "not-enforceable",
                        "settled-upstream",
                        "not-applicable"),
                "What happens to the patients of this register"));
    }

    private static Keys grant() {
        return mapping(
                "a grant",
                required("rule", idOf(Namespace.RULE), "The rule that grants"),
                optional("category", idOf(Namespace.CATEGORY), "The purpose it is granted for"),
                optional("route", idOf(Namespace.ROUTE), "The way it is granted for"),
                optional("obligations", duties(), "Exactly the duties that come with it, or `none`"),
                optional("population", population(), "What happens to patients who opted out"));
    }

    private static Keys table() {
        List<Shape.Key> ask = new ArrayList<>(List.of(
                optional("role", idOf(Namespace.ROLE), "The role that asks"),
                optional("who", idOf(Namespace.DESCRIBED_PERSON), "A person of this suite, in place of a role"),
                optional("activity", idOf(Namespace.ACTIVITY), "What is to be done"),
                optional("level", idOf(Namespace.LEVEL), "The level of data it is to be done to")));
        ask.addAll(AskGrammar.circumstances());
        String byRole = "a table asks role by role; a question about a person or several roles is a case";
        List<Shape.Key> group = new ArrayList<>();
        ByForm which = new ByForm(
                "`rest` or a mapping of what the table goes over",
                Optional.of(oneOf("rest")),
                Optional.empty(),
                Optional.of(OVER_SHAPE),
                Optional.empty());
        group.add(required("for", which, "The cells it speaks of; what it does not name can be anything"));
        group.add(answerOfGroup());
        group.addAll(expected().subList(1, expected().size()));
        group.add(CITES);
        group.add(BECAUSE);
        return mapping(
                "a table",
                required("name", text(), "What the table shows"),
                optional(
                        "ask",
                        new Keys(
                                "the common part of the questions",
                                ask,
                                Optional.empty(),
                                true,
                                Map.of("person", byRole, "roles", byRole)),
                        "What all its questions say"),
                required("over", OVER, "What the table goes over: one question for each combination"),
                required(
                        "expect",
                        new Items(
                                "a list of groups",
                                new Keys("a group", group, Optional.empty(), true, Map.of()),
                                false),
                        "The decision expected in every cell, stated once for each group of cells"),
                CITES,
                BECAUSE);
    }

    private static Keys cells() {
        Name sets = new Name(
                Spelling.WORD, List.of(Namespace.FACT_SET, Namespace.FACT), false, List.of(Forms.ANY, AskGrammar.NONE));
        Name people = new Name(Spelling.ID, List.of(Namespace.DESCRIBED_PERSON), false, List.of(Forms.ANY));
        return notEmpty(mapping(
                "what a table goes over",
                optional("role", setOf(Namespace.ROLE), "Roles"),
                optional(
                        "who",
                        set("people", "set-of-people", people),
                        "People of this suite, in place of roles; `any` means all of them"),
                optional("activity", setOf(Namespace.ACTIVITY), "Activities"),
                optional("level", setOf(Namespace.LEVEL), "Levels of data"),
                optional("category", setOf(Namespace.CATEGORY), "Work categories"),
                optional("route", setOf(Namespace.ROUTE), "Routes"),
                optional(
                        "project",
                        set(
                                "projects",
                                "set-of-projects",
                                AskGrammar.project(List.of(Forms.ANY, AskGrammar.NONE, AskGrammar.UNKNOWN))),
                        "Projects of this suite or of the register, `none`, or `unknown`; `any` means those of this suite"),
                optional(
                        "facts",
                        set("sets of facts", "set-of-sets-of-facts", sets),
                        "Sets of facts of this suite, single facts, or `none`; `any` means the sets of this suite"),
                optional(
                        "opt-outs",
                        notEmpty(byId(
                                "a mapping of opt-out registers to wishes",
                                Namespace.REGISTER,
                                set(
                                        "wishes",
                                        "set-of-wishes",
                                        new Lexeme.OneOf(List.of("unstated", "include", "exclude", Forms.ANY))),
                                "What is asked about the patients of this register")),
                        "Wishes, register by register")));
    }

    private static Named set(String plural, String name, Lexeme word) {
        String what = "a set of " + plural;
        Items list = new Items("a list of " + plural, new Word(withoutAny(word)), true);
        Keys allExcept = mapping(what, required(Forms.ALL_EXCEPT, list, "Every one but these"));
        ByForm set = new ByForm(
                what,
                Optional.of(new Word(word)),
                Optional.of(list),
                Optional.of(allExcept),
                Optional.of("write one, a list of them, `any`, or `{all-except: ...}`"));
        return new Named(name, () -> set);
    }

    /** A word without {@code any}, which makes no sense beside others in a list. */
    private static Lexeme withoutAny(Lexeme word) {
        if (word instanceof Name name) {
            List<String> besides = name.besides().stream()
                    .filter(each -> !each.equals(Forms.ANY))
                    .toList();
            return new Name(name.spelling(), name.of(), name.declares(), besides);
        }
        List<String> words = ((Lexeme.OneOf) word).words();
        return new Lexeme.OneOf(
                words.stream().filter(each -> !each.equals(Forms.ANY)).toList());
    }
}
