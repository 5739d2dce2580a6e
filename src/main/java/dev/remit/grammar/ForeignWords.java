package dev.remit.grammar;

import dev.remit.diagnostic.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The words of other policy languages, with their equivalents here. They are looked up before near words, so that a
 * word with a meaning elsewhere is never taken for a misspelt one.
 */
final class ForeignWords {
    private static final List<Row> KEYS = List.of(
            // Conditions: operators are never guessed
            word("all", "not any all", "and all-of both every conjunction"),
            word("any", "not any all", "or any-of either some disjunction"),
            word("not", "not any all", "unless except negate"),
            says(
                    "write `not` before one condition, or `not` and in it `any` before a list of which none may hold",
                    "not any all",
                    "none none-of nor neither nobody-of"),
            says(
                    "of which exactly one must hold is written out, with `all`, `any` and `not`",
                    "not any all",
                    "xor one-of exactly-one"),
            says(
                    "a condition compares nothing: it names a fact, or an attribute, with `project.` before its name, and"
                            + " some of the values it can have",
                    "not any all",
                    "> < >= <= = == != === gt gte lt lte eq ne neq equals equal equal-to not-equals greater-than less-than"
                            + " between matches match regex pattern like starts-with ends-with contains in not-in exists has"
                            + " string-equals string-like bool numeric-equals expr expression"),
            says(
                    "a condition knows no clock: days stand as `from` and `until` beside what people hold and projects are",
                    "not any all",
                    "date day time hour weekday now before after from until date-less-than time-of-day"),
            // Rules
            word("permit", "permit forbid", "allow allows allowed grant grants granted permits permitted can"),
            word(
                    "forbid",
                    "permit forbid",
                    "deny denies denied disallow disallows refuse prohibit prohibits prohibited block reject cannot"),
            says(
                    "the roles stand under `permit` or `forbid`",
                    "permit forbid",
                    "role roles subject subjects sub principal principals actor actors user users group groups who effect"
                            + " eft decision derived-roles"),
            word(
                    "to",
                    "permit forbid to",
                    "action actions act activity activities operation operations verb verbs method methods do may"),
            says(
                    "what it is done to stands under `levels`",
                    "permit forbid levels",
                    "resource resources object objects obj resource-type data datasets tables paths"),
            word("in", "permit forbid in", "category categories work-category work-categories purpose purposes"),
            word("via", "permit forbid via", "route routes channel channels through"),
            says("write `when: {not: ...}`", "permit forbid when", "unless except-when except-if if-not"),
            word("when", "permit forbid when", "if condition conditions where provided given only-if constraint"),
            word("if", "if then", "when condition where given"),
            word("then", "if then", "require requires must implies"),
            word("because", "because", "reason reasons comment comments rationale why justification note"),
            word("title", "title", "name label display-name"),
            word("title", "permit forbid title", "description desc summary"),
            word("obligations", "obligations", "duty duties obligation-expressions"),
            word("cites", "cites", "cite citation citations source sources clause clauses reference references see"),
            says(
                    "rules have no order: what one forbids, no other can permit",
                    "permit forbid",
                    "priority order rank weight precedence overrides salience"),
            says(
                    "a rule holds on every day: days stand as `from` and `until` beside roles and facts of people, and beside"
                            + " projects",
                    "permit forbid",
                    "from until start end starts ends expires expiry expires-at valid-from valid-until not-before not-after"
                            + " effective-from effective-until schedule"),
            says(
                    "a rule that is there holds; take it out of the bundle if it must not",
                    "permit forbid",
                    "enabled disabled active inactive status"),
            says(
                    "nothing is inherited: a rule names every role it speaks of",
                    "permit forbid",
                    "inherits extends parent parents parent-roles"),
            says(
                    "a denial is no duty: what `obligations` name comes with a permit",
                    "permit forbid obligations",
                    "on-deny advice"),
            // Declarations
            says(
                    "nothing is inherited: each rule names every word it speaks of",
                    "title description unused-because",
                    "inherits extends parent parents parent-roles member-of includes implies"),
            says(
                    "what is permitted and forbidden stands in `rules`",
                    "title description unused-because",
                    "permissions permission grants rights allow deny actions"),
            word("known-from", "known-from changed-by", "source known-by origin from"),
            word("values", "values changed-by", "enum options allowed-values domain"),
            // The file as a whole
            word(
                    "rules",
                    "policy vocabulary rules",
                    "policies statement statements static-policies permissions grants"),
            says(
                    "people stand in a file of their own, `people.yaml`",
                    "policy vocabulary rules",
                    "users principals subjects members"),
            word("policy", "policy vocabulary rules", "metadata header"),
            word("vocabulary", "policy vocabulary rules", "schema definitions types"),
            // Scopes of invariants
            word("to", "roles to levels", "action actions activity activities operation operations verb verbs"),
            says("what it is done to stands under `levels`", "roles to levels", "resource resources object objects"),
            word("roles", "roles to levels", "subject subjects principal principals user users who"),
            // Registers
            word("from", "from until", "start starts begin begins valid-from not-before since"),
            word("until", "from until", "end ends expires expiry expires-at valid-until not-after"),
            word("says", "section says", "text quote wording"),
            word("granted-by", "granted-by granted-on", "by approver approved-by"),
            word("granted-on", "granted-by granted-on", "on date approved-on"),
            word("roles", "name roles facts", "hats groups"),
            word("all-except", "all-except", "except but all-but not without exclude excluding"));

    /** The words for everything in other languages. */
    private static final Set<String> EVERYTHING = Set.of(
            "*",
            "all",
            "everyone",
            "everybody",
            "anyone",
            "anybody",
            "everything",
            "anything",
            "any",
            "any-role",
            "each",
            "**");

    /** The operators of other languages and of this one: no near word can be meant by them. */
    private static final Set<String> OPERATORS = Set.of(
            "and", "or", "not", "nor", "xor", "nand", "any", "all", "none", "unless", "except", "but", "only", "never");

    /**
     * One row of the table.
     *
     * @param ours the key to write instead; empty if one key is not enough
     * @param help the help to give
     * @param beside keys that identify the mapping it applies to
     * @param words the words of other languages
     */
    private record Row(Optional<String> ours, String help, List<String> beside, Set<String> words) {}

    private ForeignWords() {}

    /**
     * Help on a key of another language.
     *
     * @param key the key
     * @param usable the keys that could replace it
     * @param known all keys that mappings of any kind can have there
     */
    static Optional<String> help(String key, Collection<String> usable, Collection<String> known) {
        String written = plain(key);
        return KEYS.stream()
                .filter(row -> row.words().contains(written) && known.containsAll(row.beside()))
                .findFirst()
                .filter(row -> row.ours().filter(ours -> !usable.contains(ours)).isEmpty())
                .map(Row::help);
    }

    /** Whether a word is an operator, so that no near word may replace it. */
    static boolean isOperator(String word) {
        return OPERATORS.contains(plain(word)) || ForeignCondition.isForeign(word);
    }

    /** Whether a word means everything. */
    static boolean isEverything(String word) {
        return EVERYTHING.contains(plain(word));
    }

    /** In lower case and with hyphens, as in {@code not-before} for {@code notBefore} and {@code NOT_BEFORE}. */
    private static String plain(String word) {
        return word.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .replaceAll("[_ .]", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Row word(String ours, String beside, String words) {
        return new Row(
                Optional.of(ours),
                "did you mean " + Words.quoted(ours) + "?",
                List.of(beside.split(" ")),
                Set.of(words.split(" ")));
    }

    private static Row says(String help, String beside, String words) {
        return new Row(Optional.empty(), help, List.of(beside.split(" ")), Set.of(words.split(" ")));
    }
}
