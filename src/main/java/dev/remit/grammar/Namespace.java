package dev.remit.grammar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of ids. Ids of different kinds may be equal. */
public enum Namespace {
    /** The policy itself. */
    POLICY("policy", "policies"),
    /** The capacity in which a subject acts. */
    ROLE("role", "roles"),
    /** The action that is asked for. */
    ACTIVITY("activity", "activities"),
    /** The kind of data it is done to. */
    LEVEL("level", "levels"),
    /** The purpose. */
    CATEGORY("work category", "work categories"),
    /** The way in which data is reached. */
    ROUTE("route", "routes"),
    /** A property of every project. */
    ATTRIBUTE("project attribute", "project attributes"),
    /** One of the values an attribute can have. */
    VALUE("value", "values"),
    /** A list of values with a name. */
    DOMAIN("domain", "domains"),
    /** A statement that is true or false of a person or a request, or has one of a few values. */
    FACT("fact", "facts"),
    /** A register of patients who opted out. */
    REGISTER("opt-out register", "opt-out registers"),
    /** A duty that comes with a permit. */
    OBLIGATION("obligation", "obligations"),
    /** A condition with a name. */
    CONDITION("named condition", "named conditions"),
    /** A rule. */
    RULE("rule", "rules"),
    /** A constraint. */
    CONSTRAINT("constraint", "constraints"),
    /** A statement that must hold for every question. */
    INVARIANT("invariant", "invariants"),
    /** An interpretation of an unclear passage of the source documents. */
    RULING("ruling", "rulings"),
    /** A source document. */
    SOURCE("source document", "source documents"),
    /** A clause of a source document. */
    CLAUSE("clause", "clauses"),
    /** A project in the register. */
    PROJECT("project", "projects"),
    /** A person in the register. */
    PERSON("person", "people"),
    /** A project that a suite of tests describes. */
    DESCRIBED_PROJECT("project of this suite", "projects of this suite"),
    /** A person that a suite of tests describes. */
    DESCRIBED_PERSON("person of this suite", "people of this suite"),
    /** A set of facts that a suite of tests names. */
    FACT_SET("set of facts", "sets of facts"),
    /** Some roles with a common name. */
    ROLE_SET(ROLE),
    /** Some activities with a common name. */
    ACTIVITY_SET(ACTIVITY),
    /** Some levels with a common name. */
    LEVEL_SET(LEVEL),
    /** Some work categories with a common name. */
    CATEGORY_SET(CATEGORY),
    /** Some routes with a common name. */
    ROUTE_SET(ROUTE);

    private final String noun;
    private final String plural;
    private final Optional<Namespace> members;

    Namespace(String noun, String plural) {
        this.noun = noun;
        this.plural = plural;
        this.members = Optional.empty();
    }

    Namespace(Namespace members) {
        this.noun = "named set of " + members.plural;
        this.plural = "named sets of " + members.plural;
        this.members = Optional.of(members);
    }

    /**
     * The kind of the ids in a named set of this kind.
     *
     * @return empty if this is not a kind of named sets
     */
    public Optional<Namespace> members() {
        return members;
    }

    /**
     * The kind of the named sets of ids of this kind.
     *
     * @return empty if sets of these ids cannot have names
     */
    public Optional<Namespace> namedSets() {
        return Arrays.stream(values())
                .filter(each -> each.members.equals(Optional.of(this)))
                .findFirst();
    }

    /**
     * The word for one of them.
     *
     * @return such as {@code work category}
     */
    public String noun() {
        return noun;
    }

    /**
     * The word for several.
     *
     * @return such as {@code work categories}
     */
    public String plural() {
        return plural;
    }

    /**
     * The word for one, with its article.
     *
     * @return such as {@code an activity}
     */
    public String indefinite() {
        return ("aeio".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    /**
     * How a new id of this kind is written.
     *
     * @return the spelling
     */
    public Spelling spelling() {
        return switch (this) {
            case PROJECT, PERSON -> Spelling.NAME;
            case CLAUSE, SOURCE -> Spelling.CODE;
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, REGISTER -> Spelling.WORD;
            case OBLIGATION -> Spelling.DUTY;
            case ATTRIBUTE -> Spelling.ATTRIBUTE_ID;
            case FACT -> Spelling.FACT_ID;
            case VALUE -> Spelling.VALUE;
            case CONDITION,
                    DOMAIN,
                    DESCRIBED_PROJECT,
                    DESCRIBED_PERSON,
                    FACT_SET,
                    ROLE_SET,
                    ACTIVITY_SET,
                    LEVEL_SET,
                    CATEGORY_SET,
                    ROUTE_SET -> Spelling.LABEL;
            case POLICY, RULE, CONSTRAINT, INVARIANT, RULING -> Spelling.ID;
        };
    }

    /**
     * Help on an undeclared word that means everything in other languages.
     *
     * @param word the word
     * @return help, or empty if the word has no such meaning, or sets of this kind have no such form
     */
    public Optional<String> otherWordForAny(String word) {
        boolean canBeAny = switch (this) {
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE -> true;
            case POLICY,
                    DOMAIN,
                    ATTRIBUTE,
                    VALUE,
                    FACT,
                    REGISTER,
                    OBLIGATION,
                    CONDITION,
                    RULE,
                    CONSTRAINT,
                    INVARIANT,
                    RULING,
                    SOURCE,
                    CLAUSE,
                    PROJECT,
                    PERSON,
                    DESCRIBED_PROJECT,
                    DESCRIBED_PERSON,
                    FACT_SET,
                    ROLE_SET,
                    ACTIVITY_SET,
                    LEVEL_SET,
                    CATEGORY_SET,
                    ROUTE_SET -> false;
        };
        return canBeAny && ForeignWords.isEverything(word)
                ? Optional.of("for every one, write `any` alone where a set is expected")
                : Optional.empty();
    }

    /**
     * The name for its ids in the JSON Schema of a bundle.
     *
     * @return the constant in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
