package dev.remit.grammar;

import static dev.remit.grammar.Forms.byId;
import static dev.remit.grammar.Forms.declarations;
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
import dev.remit.grammar.Shape.OpenKeys;
import dev.remit.grammar.Shape.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grammar of rules, of their conditions and sets, and of work categories. */
final class RuleGrammar {

    /** A condition: a word, or a mapping of which every key must hold. */
    static final Named CONDITION = new Named("condition", () -> RuleGrammar.CONDITION_SHAPE);

    static final Shape.Key STANCES = optional(
            "opt-outs",
            byId(
                    "a mapping of opt-out registers to stances",
                    Namespace.REGISTER,
                    oneOf("never", "if-asked-and-permitted", "if-project-permitted", "allowed"),
                    "Whether patients of this register can be included"),
            "Whether patients who opted out can be included, for each register a route of the rule knows");

    private static final Shape.Key CITES = optional(
            "cites", idsOf(Namespace.CLAUSE, Namespace.RULING), "The clauses and rulings it puts into practice");

    private static final Shape.Key OBLIGATIONS =
            optional("obligations", idsOf(Namespace.OBLIGATION), "The duties that come with the permit");

    /** A rule under the top-level {@code rules}. */
    static final Named RULE = new Named("rule", () -> RuleGrammar.RULE_SHAPE);

    /** A rule inside a work category. */
    static final Named CATEGORY_RULE = new Named("category-rule", () -> RuleGrammar.CATEGORY_RULE_SHAPE);

    /** A work category with its rules. */
    static final Named CATEGORY = new Named("work-category", () -> RuleGrammar.CATEGORY_SHAPE);

    /** A constraint: states that are impossible. */
    static final Named CONSTRAINT = new Named("constraint", () -> RuleGrammar.CONSTRAINT_SHAPE);

    static final Shape.Key CONDITIONS = optional(
            "conditions",
            declarations(Namespace.CONDITION, CONDITION, "A condition that rules can use by its name"),
            "Conditions with names, to be used in rules, in constraints and in one another");

    static final Shape.Key CATEGORIES = optional(
            "work-categories",
            declarations(Namespace.CATEGORY, CATEGORY, "A purpose for which data is used, with its rules"),
            "The purposes data is used for, each with its rules");

    static final Shape.Key RULES = optional(
            "rules",
            new Items("a list of rules", RULE, false),
            "Rules that belong to no work category, such as those that forbid; order does not matter");

    static final Shape.Key CONSTRAINTS = optional(
            "constraints",
            new Items("a list of constraints", CONSTRAINT, false),
            "Which states of projects and people exist");

    // Made once, below the named shapes they refer to.
    private static final ByForm CONDITION_SHAPE = condition();
    private static final ByKey RULE_SHAPE = rule("a rule", true);
    private static final ByKey CATEGORY_RULE_SHAPE = rule("a rule of a work category", false);
    private static final Keys CATEGORY_SHAPE = category();
    private static final Keys CONSTRAINT_SHAPE = constraint();

    private RuleGrammar() {}

    private static ByKey rule(String what, boolean namesCategories) {
        return new ByKey(
                what,
                List.of(
                        new Choice("permit", rule(what, true, namesCategories)),
                        new Choice("forbid", rule(what, false, namesCategories))));
    }

    private static Keys rule(String what, boolean permits, boolean namesCategories) {
        List<Shape.Key> keys = new ArrayList<>();
        keys.add(required("id", new Word(Forms.newId(Namespace.RULE)), "How answers and reports name the rule"));
        keys.add(optional("title", text(), "What the rule says, in one line"));
        keys.add(
                permits
                        ? required("permit", setOf(Namespace.ROLE), "The roles the rule permits something to")
                        : required(
                                "forbid",
                                setOf(Namespace.ROLE),
                                "The roles the rule forbids something to, whatever permits it"));
        keys.add(optional("to", setOf(Namespace.ACTIVITY), "The activities it speaks of; all if left out"));
        keys.add(optional("levels", setOf(Namespace.LEVEL), "The levels of data it speaks of; all if left out"));
        if (namesCategories) {
            keys.add(optional("in", setOf(Namespace.CATEGORY), "The work categories it speaks of; all if left out"));
        }
        keys.add(optional("via", setOf(Namespace.ROUTE), "The routes it speaks of; all if left out"));
        keys.add(optional("when", CONDITION, "The condition under which it applies; always if left out"));
        if (permits) {
            keys.add(STANCES);
            keys.add(OBLIGATIONS);
        }
        keys.add(CITES);
        keys.add(optional("because", text(), "Why the rule is as it is"));
        keys.add(OnPurpose.ON_PURPOSE);
        Map<String, String> elsewhere = namesCategories
                ? Map.of()
                : Map.of(
                        "in",
                        "the rule speaks of its own work category; one that speaks of others stands under the top-level `rules`");
        return new Keys(what, keys, Optional.empty(), true, elsewhere);
    }

    private static Keys category() {
        return mapping(
                "a work category",
                VocabularyGrammar.TITLE,
                optional("why", text(), "Why this work is done"),
                optional("what", text(), "What is done"),
                optional("who", text(), "Who does it"),
                optional("when", text(), "When it can be done"),
                optional(
                        "opt-outs",
                        STANCES.shape(),
                        "The stance of its permit rules, where a rule has none of its own"),
                optional("obligations", OBLIGATIONS.shape(), "Duties that come with every grant in this work category"),
                optional("cites", CITES.shape(), "The clauses and rulings the work category puts into practice"),
                optional(
                        "rules",
                        new Items("a list of rules", CATEGORY_RULE, false),
                        "What is permitted and forbidden in it"));
    }

    private static Keys constraint() {
        return mapping(
                "a constraint",
                required(
                        "id",
                        new Word(Forms.newId(Namespace.CONSTRAINT)),
                        "How answers and reports name the constraint"),
                optional("if", CONDITION, "When it applies; always if left out"),
                required("then", CONDITION, "What must hold then"),
                optional("cites", CITES.shape(), "The clauses and rulings it puts into practice"),
                optional("because", text(), "Why no other state exists"));
    }

    private static ByForm condition() {
        Name state = new Name(
                Spelling.STATE, List.of(Namespace.FACT, Namespace.CONDITION, Namespace.ATTRIBUTE), false, List.of());
        return new ByForm(
                "a condition",
                Optional.of(new Word(state)),
                Optional.empty(),
                Optional.of(combination()),
                Optional.of(
                        "write `all:` before a list of which everything must hold, or `any:` if one of it is enough"));
    }

    private static Keys combination() {
        Items list = new Items("a list of conditions", CONDITION, true);
        OpenKeys attributes = new OpenKeys(
                new Name(Spelling.TOPIC, List.of(Namespace.FACT, Namespace.ATTRIBUTE), false, List.of()),
                values(),
                "The values the fact or attribute can have for the condition to hold");
        Word topic =
                new Word(new Name(Spelling.KNOWLEDGE, List.of(Namespace.FACT, Namespace.ATTRIBUTE), false, List.of()));
        return new Keys(
                "a condition",
                List.of(
                        optional("not", CONDITION, "Holds if this does not"),
                        optional("all", list, "Holds if each of these does"),
                        optional("any", list, "Holds if one of these does"),
                        optional(
                                "same",
                                new Items("a list of two with the same values", topic, true),
                                "Holds if both have the same value, and not where that is `none`")),
                Optional.of(attributes),
                false,
                Map.of());
    }

    private static Named values() {
        Word value = new Word(new Name(Spelling.VALUE, List.of(Namespace.VALUE), false, List.of()));
        Items values = new Items("a list of values", value, true);
        Word element =
                new Word(new Name(Spelling.WORD, List.of(Namespace.VALUE, Namespace.FACT), false, List.of("level")));
        Keys mapping = notEmpty(
                mapping(
                        "a set of values",
                        optional(Forms.ALL_EXCEPT, values, "Every value but these"),
                        optional(
                                Forms.HAS,
                                new Items("a list of elements", element, true),
                                "Of a set: that it has one of these, which can be the value of a fact, or `level`: the level asked about")));
        ByForm set = new ByForm(
                "a value or a list of values",
                Optional.of(value),
                Optional.of(values),
                Optional.of(mapping),
                Optional.of("write one value, a list of them, `{all-except: ...}`, or of a set `{has: ...}`"));
        return new Named("set-of-values", () -> set);
    }
}
