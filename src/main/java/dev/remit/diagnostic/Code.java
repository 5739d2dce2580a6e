package dev.remit.diagnostic;

import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of fault that reading and checking files can find; each has a paragraph in {@code docs/use/diagnostics.md}.
 *
 * <p>Diagnostics print the ids, and tools may rely on them: ids are added, and none gets a new meaning.
 */
public enum Code {
    // Files

    /** A file or folder does not exist. */
    MISSING_FILE(CodeKind.ERROR),
    /** A file exists, but the system does not allow reading it. */
    UNREADABLE_FILE(CodeKind.ERROR),
    /** A file has more bytes than the limit. */
    FILE_TOO_LARGE(CodeKind.ERROR),
    /** A file is not UTF-8 text. */
    NOT_UTF_8(CodeKind.ERROR),
    /** A file has no content, or only comments. */
    EMPTY_FILE(CodeKind.ERROR),
    /** A file belongs to another system, such as another policy language. */
    FOREIGN_FILE(CodeKind.SHAPE),
    /** The {@code remit} key names a version of the language which this library does not read. */
    UNSUPPORTED_VERSION(CodeKind.SHAPE),
    /** There are more errors than are listed. */
    TOO_MANY_FAULTS(CodeKind.ERROR),
    /** There are more warnings than are listed. */
    MORE_WARNINGS(CodeKind.WARNING),
    /** A file that is not part of a bundle lies among the bundle's files, or is on their list. */
    UNKNOWN_FILE(CodeKind.ERROR),
    /** A link leads out of the bundle, or to nothing. */
    REFUSED_LINK(CodeKind.ERROR),
    /** The list of the bundle's files does not name one of its files. */
    UNLISTED_FILE(CodeKind.ERROR),
    /** The header does not list the files of the bundle, so a missing one would go unnoticed. */
    NO_LIST_OF_FILES(CodeKind.WARNING),

    // YAML

    /** The text is not YAML. */
    SYNTAX_ERROR(CodeKind.ERROR),
    /** A file holds a second document, begun with {@code ---}. */
    SEVERAL_DOCUMENTS(CodeKind.ERROR),
    /** A file begins with a YAML directive, such as {@code %YAML 1.1}. */
    DIRECTIVE(CodeKind.ERROR),
    /** A value is marked with {@code &name}, to be repeated elsewhere. */
    ANCHOR(CodeKind.ERROR),
    /** An alias, {@code *name}, is used in place of a value. */
    ALIAS(CodeKind.ERROR),
    /** The key {@code <<} would merge another mapping into this one. */
    MERGE_KEY(CodeKind.ERROR),
    /** A value is marked with a type, such as {@code !!str}. */
    TAG(CodeKind.ERROR),
    /** The key of a mapping is a list, a mapping or nothing. */
    BAD_KEY(CodeKind.ERROR),
    /** A mapping has the same key twice. */
    DUPLICATE_KEY(CodeKind.ERROR),
    /** An id or key has an invisible character, or any text has one that changes the direction of text. */
    INVISIBLE_CHARACTER(CodeKind.ERROR),
    /** Lists and mappings are nested deeper than the limit. */
    TOO_DEEP(CodeKind.ERROR),
    /** A file has more values than the limit. */
    TOO_MANY_NODES(CodeKind.ERROR),

    // Shape

    /** A mapping has a key that means nothing there. */
    UNKNOWN_KEY(CodeKind.SHAPE),
    /** A mapping lacks a key it must have. */
    MISSING_KEY(CodeKind.SHAPE),
    /** A key has a meaning, but not beside the other keys of this mapping or not in this place. */
    MISPLACED_KEY(CodeKind.SHAPE),
    /** A mapping has two keys that exclude each other. */
    CONFLICTING_KEYS(CodeKind.SHAPE),
    /** A value is a list, a mapping, a word or nothing where another form is expected. */
    WRONG_SHAPE(CodeKind.SHAPE),
    /** A word is not one of those allowed there. */
    WRONG_VALUE(CodeKind.SHAPE),
    /** A value is neither {@code true} nor {@code false} where one of them is expected. */
    NOT_BOOLEAN(CodeKind.SHAPE),
    /** A value is not a date such as {@code 2026-11-22} where one is expected. */
    NOT_A_DATE(CodeKind.SHAPE),
    /** A date has the right form but does not exist, such as 30 February. */
    IMPOSSIBLE_DATE(CodeKind.ERROR),
    /** An id has characters an id cannot have, or too many of them. */
    BAD_ID(CodeKind.SHAPE),
    /** An id is a word that the language reserves. */
    RESERVED_ID(CodeKind.SHAPE),
    /** A text is empty, or has no visible characters. */
    BAD_TEXT(CodeKind.SHAPE),
    /** A comment ends a text on its own line. */
    TEXT_CUT_OFF(CodeKind.ERROR),
    /** A comment without a space after its {@code #} ends a word on its own line. */
    CLOSE_COMMENT(CodeKind.WARNING),
    /** A list names the same thing twice. */
    DUPLICATE_ITEM(CodeKind.SHAPE),
    /** A list has no items. */
    EMPTY_LIST(CodeKind.SHAPE),
    /** A mapping that must have entries has none. */
    EMPTY_MAPPING(CodeKind.SHAPE),
    /** A time zone is not in the time zone database. */
    UNKNOWN_TIME_ZONE(CodeKind.ERROR),

    // Declarations and references

    /** A role is not declared in the vocabulary. */
    UNKNOWN_ROLE(CodeKind.ERROR),
    /** An activity is not declared in the vocabulary. */
    UNKNOWN_ACTIVITY(CodeKind.ERROR),
    /** A data level is not declared in the vocabulary. */
    UNKNOWN_LEVEL(CodeKind.ERROR),
    /** A work category does not exist. */
    UNKNOWN_CATEGORY(CodeKind.ERROR),
    /** A route is not declared in the vocabulary. */
    UNKNOWN_ROUTE(CodeKind.ERROR),
    /** A fact is not declared in the vocabulary. */
    UNKNOWN_FACT(CodeKind.ERROR),
    /** A word in a condition is neither a fact nor a named condition. */
    UNKNOWN_CONDITION(CodeKind.ERROR),
    /** A project attribute is not declared in the vocabulary. */
    UNKNOWN_ATTRIBUTE(CodeKind.ERROR),
    /** A project attribute does not have this value. */
    UNKNOWN_VALUE(CodeKind.ERROR),
    /** A named list of values does not exist. */
    UNKNOWN_DOMAIN(CodeKind.ERROR),
    /** An opt-out register is not declared in the vocabulary. */
    UNKNOWN_REGISTER(CodeKind.ERROR),
    /** An obligation is not declared in the vocabulary. */
    UNKNOWN_OBLIGATION(CodeKind.ERROR),
    /** A cited clause is not in {@code clauses.yaml}. */
    UNKNOWN_CLAUSE(CodeKind.ERROR),
    /** A cited ruling is not declared. */
    UNKNOWN_RULING(CodeKind.ERROR),
    /** A source document is not declared in the header of the policy. */
    UNKNOWN_SOURCE(CodeKind.ERROR),
    /** A project is not in the project register. */
    UNKNOWN_PROJECT(CodeKind.ERROR),
    /** A person is not in the people register. */
    UNKNOWN_PERSON(CodeKind.ERROR),
    /** The same id is declared twice. */
    DECLARED_TWICE(CodeKind.ERROR),
    /** A declaration is not used by anything. */
    UNUSED_DECLARATION(CodeKind.WARNING),
    /** Two words of one kind differ in nothing but capitals. */
    DIFFERS_IN_CAPITALS(CodeKind.ERROR),
    /** Some words of the vocabulary are not in the style of the house: lower-case words joined by hyphens. */
    FOREIGN_WORDS(CodeKind.NOTE),
    /** Two ids differ only in capitals, leading zeros, or the signs that join their parts. */
    LOOK_ALIKE(CodeKind.WARNING),

    // Rules and conditions

    /** A set has nothing left in it, so its rule could never apply. */
    EMPTY_SET(CodeKind.ERROR),
    /** A route states no mode for an opt-out register. */
    MISSING_MODE(CodeKind.ERROR),
    /** A route has outputs, as its mode says, and does not say where they come from. */
    MISSING_SOURCE(CodeKind.ERROR),
    /** A route says where outputs come from, and has none, or names a way on which no patient of a register can be. */
    IDLE_SOURCE(CodeKind.WARNING),
    /** A route is said to be a source of itself. */
    SOURCE_OF_ITSELF(CodeKind.ERROR),
    /** The condition of a source is about more than project attributes. */
    NOT_ABOUT_PROJECT(CodeKind.ERROR),
    /** A route requires a declaration about opt-outs, and the vocabulary lacks the obligation for it. */
    MISSING_OBLIGATION(CodeKind.ERROR),
    /** A permit states no stance on an opt-out register that one of its routes has a mode for. */
    MISSING_STANCE(CodeKind.ERROR),
    /** A permit excludes patients on a route that cannot exclude them. */
    IMPOSSIBLE_STANCE(CodeKind.ERROR),
    /** A rule states a stance on a register for which it has no effect. */
    IDLE_STANCE(CodeKind.WARNING),
    /** A permit names neither activities nor levels, so it permits all of them, including later ones. */
    PERMIT_WITHOUT_LIMITS(CodeKind.WARNING),
    /** A condition can never hold. */
    CONTRADICTORY_CONDITION(CodeKind.ERROR),
    /** A named condition uses itself, directly or through others. */
    CIRCULAR_CONDITION(CodeKind.ERROR),
    /** A named set contains itself, directly or through others. */
    CIRCULAR_SET(CodeKind.ERROR),
    /** A condition is too large once the conditions it names are expanded. */
    CONDITION_TOO_LARGE(CodeKind.ERROR),
    /** A condition is a project attribute without values, though the attribute is not a boolean. */
    ATTRIBUTE_WITHOUT_VALUES(CodeKind.ERROR),
    /** A fact stands without a value, though it is neither true nor false. */
    FACT_WITHOUT_VALUE(CodeKind.ERROR),
    /** A constraint hangs on the level asked about, though it says which states of projects and people exist. */
    LEVEL_IN_CONSTRAINT(CodeKind.ERROR),
    /** Something that is a set is given as one value. */
    IS_SET(CodeKind.ERROR),
    /** Elements are given, or looked for, in something that is no set. */
    NO_SET(CodeKind.ERROR),
    /** Two things that are compared do not have the same values. */
    UNLIKE_VALUES(CodeKind.ERROR),
    /** The rules together need more decision nodes than the budget allows. */
    TOO_LARGE_TO_COMPILE(CodeKind.ERROR),
    /** A question about a policy takes more decision nodes than the budget allows. */
    TOO_LARGE_TO_ANALYZE(CodeKind.ERROR),

    // Registers

    /** A project does not give a value for a declared attribute. */
    MISSING_ATTRIBUTE(CodeKind.ERROR),
    /** A closed list of projects stands at an attribute that is no boolean, or that somebody could change. */
    BAD_CLOSED_LIST(CodeKind.ERROR),
    /** The project register says of a project something else than the closed list of an attribute. */
    CONTRADICTS_CLOSED_LIST(CodeKind.ERROR),
    /** A permission was granted by somebody who is none of the approvers of its opt-out register. */
    UNKNOWN_APPROVER(CodeKind.ERROR),
    /** A project holds the permission of an opt-out register that does not say who can grant it. */
    NO_APPROVERS(CodeKind.NOTE),
    /** A project is entered as finished without a last day, so that what it was before is lost. */
    FINISHED_WITHOUT_LAST_DAY(CodeKind.WARNING),
    /** A closed list names a project that the register of the bundle does not have. */
    UNREGISTERED_PROJECT(CodeKind.WARNING),
    /** A project or person is in a state that a constraint rules out. */
    CONSTRAINT_BROKEN(CodeKind.ERROR),
    /** A period ends before it starts. */
    DATES_REVERSED(CodeKind.ERROR),
    /** A project has dates, but the policy has no attribute {@code status} with the values they lead to. */
    DATES_WITHOUT_STATUS(CodeKind.ERROR),
    /** The people register states a fact that only callers know. */
    CALLER_FACT(CodeKind.ERROR),
    /** A fact about a person on a project does not name the project. */
    FACT_WITHOUT_PROJECT(CodeKind.ERROR),
    /** A fact about a person as such names a project. */
    FACT_WITH_PROJECT(CodeKind.ERROR),
    /** A person holds the same role or fact twice on some day. */
    DUPLICATE_HOLDING(CodeKind.WARNING),
    /** A fact of a person has two different values on some day. */
    CONTRADICTORY_HOLDING(CodeKind.ERROR),

    // The trace to the sources

    /**
     * Nothing cites a clause that permits, forbids, requires or conditions something, and the clause gives no reason
     * for that.
     */
    UNANSWERED_CLAUSE(CodeKind.WARNING),
    /** A clause gives a reason why nothing puts it into practice, although something cites it. */
    ANSWERED_CLAUSE(CodeKind.WARNING),
    /** A rule of a policy with a clause register cites nothing. */
    UNCITED_RULE(CodeKind.WARNING),

    // Findings about rules, which are proved

    /** Other rules forbid everything that a permit covers. */
    PERMIT_ALWAYS_FORBIDDEN(CodeKind.WARNING),
    /** Without a rule, every question would have the same answer, patients and duties. */
    RULE_IMPLIED(CodeKind.WARNING),
    /** Nothing permits what one rule alone forbids. */
    RULE_NEVER_DECIDES(CodeKind.NOTE),
    /** Without a part of a condition, every question would have the same answer, patients and duties. */
    CONDITION_WITHOUT_EFFECT(CodeKind.WARNING),
    /** A stance lets patients be included, but no question that asks to include them is ever permitted. */
    STANCE_NEVER_GRANTS(CodeKind.WARNING),
    /** Other rules forbid part of what a permit covers. */
    PERMIT_PARTLY_FORBIDDEN(CodeKind.NOTE),
    /** A permit can be lost when a fact is true, and its declaration does not say whether the fact must be given. */
    UNSAID_GUARD(CodeKind.WARNING),
    /** A declaration says whether a fact must be given, though no permit is ever lost by it. */
    NEEDLESS_MARK(CodeKind.NOTE),
    /** No answer depends on a fact that rules mention. */
    FACT_WITHOUT_EFFECT(CodeKind.WARNING),
    /** Nothing is ever permitted in a role. */
    ROLE_WITHOUT_ACCESS(CodeKind.WARNING),
    /** An activity is never permitted to anybody. */
    ACTIVITY_WITHOUT_ACCESS(CodeKind.NOTE),
    /** Nothing is ever permitted on a level of data. */
    LEVEL_WITHOUT_ACCESS(CodeKind.WARNING),
    /** No permit that carries an obligation can ever be granted. */
    OBLIGATION_NEVER_REACHED(CodeKind.WARNING),
    /** A finding is declared to be on purpose where there is none. */
    NEEDLESS_EXCUSE(CodeKind.ERROR),

    // Invariants and tests that do not hold

    /** An invariant does not hold for every possible question. */
    INVARIANT_VIOLATED(CodeKind.ERROR),
    /** A person of the register can do both of two things that an invariant keeps apart. */
    DUTIES_NOT_SEPARATED(CodeKind.ERROR),
    /** One role of a person of the register permits what another role forbids. */
    FORBIDDEN_IN_ANOTHER_ROLE(CodeKind.WARNING),
    /** A case of a suite of tests is not decided as expected. */
    FAILED_CASE(CodeKind.ERROR),

    // Suites of tests

    /** A value is not an instant such as {@code 2026-11-22T10:00:00Z} where one is expected. */
    NOT_AN_INSTANT(CodeKind.SHAPE),
    /** A suite has neither a case nor a table, or a bundle that is to be tested has no suite. */
    EMPTY_SUITE(CodeKind.ERROR),
    /** A file lies among the suites but is not read as one. */
    UNREAD_SUITE(CodeKind.ERROR),
    /** A rule that is expected to decide does not exist. */
    UNKNOWN_RULE(CodeKind.ERROR),
    /** A constraint that is expected to be broken does not exist. */
    UNKNOWN_CONSTRAINT(CodeKind.ERROR),
    /** A suite describes a project or a set of facts, and no question uses it. */
    LEFT_OVER(CodeKind.ERROR),
    /** The question of a case names no level, or those of a table no role, activity or level. */
    INCOMPLETE_QUESTION(CodeKind.ERROR),
    /** A question about the register states no instant, so its answer would change with time. */
    MISSING_INSTANT(CodeKind.ERROR),
    /** A question gives a fact as two of true, false and unknown. */
    CONTRADICTORY_FACTS(CodeKind.ERROR),
    /** A question contradicts what the register says about a person. */
    CONTRADICTS_REGISTER(CodeKind.ERROR),
    /** A suite describes a project that holds a permission and has never held it. */
    NO_SUCH_STATE(CodeKind.ERROR),
    /** A question is about no project, but the policy has no such questions. */
    NO_STATE_WITHOUT_PROJECT(CodeKind.ERROR),
    /** Two cases ask the same question, and the later one does not say why. */
    SAME_QUESTION(CodeKind.WARNING),
    /** A case says why it asks a question again, but no earlier case asks it. */
    NEEDLESS_AGAIN(CodeKind.WARNING),
    /** No decision can be as expected, such as a denial with obligations. */
    IMPOSSIBLE_EXPECTATION(CodeKind.ERROR),
    /** A table has an axis for something that its question states. */
    SAID_TWICE(CodeKind.ERROR),
    /** A group names a value that is not on the axes of its table. */
    OUTSIDE_TABLE(CodeKind.ERROR),
    /** A cell of a table has no expectation. */
    UNCOVERED_CELL(CodeKind.ERROR),
    /** A cell of a table has two expectations. */
    CELL_COVERED_TWICE(CodeKind.ERROR),
    /** A group covers no cell. */
    IDLE_GROUP(CodeKind.ERROR),
    /** A table has more cells than the limit. */
    TABLE_TOO_LARGE(CodeKind.ERROR),
    /** An accepted survivor is not an edit of the policy. */
    UNKNOWN_EDIT(CodeKind.ERROR),
    /** An accepted survivor is noticed by a case, or changes no answer. */
    STALE_SURVIVOR(CodeKind.ERROR),

    // The days of a policy

    /** The policy takes effect on a day in the future. */
    NOT_YET_EFFECTIVE(CodeKind.WARNING),
    /** The day by which the policy was to be reviewed is past. */
    REVIEW_OVERDUE(CodeKind.WARNING),

    // Rulings

    /** Under the other reading of a ruling the policy would not be sound. */
    UNSOUND_READING(CodeKind.ERROR),

    // Approval

    /** A bundle that requires a sign-off has none. */
    MISSING_SIGN_OFF(CodeKind.ERROR),
    /** A bundle is not the one that was signed off. */
    STALE_SIGN_OFF(CodeKind.ERROR),
    /** A bundle was signed off under another edition of the contract. */
    OUTDATED_SIGN_OFF(CodeKind.ERROR),
    /** A signature is dated in the future. */
    FUTURE_SIGN_OFF(CodeKind.ERROR),
    /** The signed note of a signature says something else than the sign-off, or was not signed by the key it names. */
    FALSE_SIGN_OFF(CodeKind.ERROR),
    /** No signature of a sign-off is by a key that counts. */
    UNPROVEN_SIGN_OFF(CodeKind.ERROR),
    /** Somebody signed off, by name, what is their own change. */
    DEPENDENT_SIGN_OFF(CodeKind.WARNING);

    private final CodeKind kind;
    private final String id;

    Code(CodeKind kind) {
        this.kind = kind;
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds the code with an id as diagnostics print it; empty if there is none. */
    public static Optional<Code> find(String id) {
        for (Code code : values()) {
            if (code.id.equals(id)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** The id as diagnostics print it: the name in kebab case, such as {@code unknown-role}. */
    public String id() {
        return id;
    }

    /** The severity of this kind of fault: error, warning or note. */
    public Severity severity() {
        return kind.severity();
    }

    /** Whether no file with this fault is valid under the JSON Schema, so that an editor shows it while people type. */
    public boolean ofShape() {
        return kind == CodeKind.SHAPE;
    }
}
