package dev.remit.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The finite space of all questions of a vocabulary: one {@link Variable} for each thing a question can say.
 *
 * <p>Variables stand in the order role, activity, level, work category and route (if the vocabulary has them), project
 * attributes, permissions, facts, and what is asked about each opt-out register. Immutable.
 */
public final class Space {
    private final List<Variable> variables;
    private final int[] sizes;
    private final Map<String, Variable> byName = new LinkedHashMap<>();
    // Every question is resolved against these.
    private final Variable role;
    private final Variable activity;
    private final Variable level;
    private final Optional<Variable> category;
    private final Optional<Variable> route;
    private final List<Variable> dimensions;

    private Space(List<Variable> variables) {
        this.variables = List.copyOf(variables);
        sizes = variables.stream().mapToInt(Variable::size).toArray();
        variables.forEach(each -> byName.put(each.name(), each));
        role = variables.get(0);
        activity = variables.get(1);
        level = variables.get(2);
        category = first(Variable.Kind.CATEGORY);
        route = first(Variable.Kind.ROUTE);
        dimensions =
                variables.stream().filter(each -> each.kind().isDimension()).toList();
    }

    private Optional<Variable> first(Variable.Kind kind) {
        return variables.stream().filter(each -> each.kind() == kind).findFirst();
    }

    /** The space of the questions a vocabulary can ask. */
    public static Space of(Vocabulary vocabulary) {
        List<Variable> found = new ArrayList<>();
        add(found, Variable.Kind.ROLE, "role", ids(vocabulary.roles().stream().map(VocabularyEntry::id)));
        add(
                found,
                Variable.Kind.ACTIVITY,
                "activity",
                ids(vocabulary.activities().stream().map(VocabularyEntry::id)));
        add(
                found,
                Variable.Kind.LEVEL,
                Condition.LevelIs.ABOUT,
                ids(vocabulary.levels().stream().map(Level::id)));
        if (!vocabulary.categories().isEmpty()) {
            add(
                    found,
                    Variable.Kind.CATEGORY,
                    "category",
                    ids(vocabulary.categories().stream().map(WorkCategory::id)));
        }
        if (!vocabulary.routes().isEmpty()) {
            add(
                    found,
                    Variable.Kind.ROUTE,
                    "route",
                    ids(vocabulary.routes().stream().map(Route::id)));
        }
        for (ProjectAttribute each : vocabulary.attributes()) {
            add(found, Variable.Kind.ATTRIBUTE, name(each.id()), ids(each.values().stream()));
        }
        for (OptOutRegister each : vocabulary.registers()) {
            add(found, Variable.Kind.PERMISSION, permissionName(each.id()), Variable.BOOLEAN);
        }
        for (OptOutRegister each : vocabulary.registers()) {
            add(found, Variable.Kind.EVER, everName(each.id()), Variable.BOOLEAN);
        }
        for (Fact each : vocabulary.facts()) {
            add(found, Variable.Kind.FACT, each.id().value(), ids(each.domain().values().stream()));
        }
        List<String> wishes =
                Arrays.stream(OptOutRequest.values()).map(OptOutRequest::word).toList();
        for (OptOutRegister each : vocabulary.registers()) {
            add(found, Variable.Kind.WISH, wishName(each.id()), wishes);
        }
        return new Space(found);
    }

    /**
     * The space of the questions that can be asked in either of two spaces: every variable of both, with the values of
     * the first and then those only the second has.
     */
    public static Space union(Space one, Space other) {
        List<Variable> found = new ArrayList<>();
        for (Variable.Kind kind : Variable.Kind.values()) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            Stream.concat(one.variables.stream(), other.variables.stream())
                    .filter(each -> each.kind() == kind)
                    .forEach(each -> values.merge(each.name(), each.values(), Space::either));
            values.forEach((name, all) -> add(found, kind, name, all));
        }
        return new Space(found);
    }

    /** This space with other names for its variables and their values. */
    public Space renamed(Function<Variable, String> name, Function<Variable, List<String>> values) {
        List<Variable> found = new ArrayList<>();
        variables.forEach(each -> add(found, each.kind(), name.apply(each), values.apply(each)));
        return new Space(found);
    }

    private static List<String> either(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private static List<String> ids(Stream<? extends Id> ids) {
        return ids.map(Id::value).toList();
    }

    private static void add(List<Variable> found, Variable.Kind kind, String name, List<String> values) {
        found.add(new Variable(found.size(), kind, name, values));
    }

    private static String name(Id.Attribute attribute) {
        return Variable.Kind.ATTRIBUTE.prefix() + attribute.value();
    }

    private static String permissionName(Id.Register register) {
        return Variable.Kind.PERMISSION.prefix() + register.value();
    }

    private static String everName(Id.Register register) {
        return Variable.Kind.EVER.prefix() + register.value();
    }

    private static String wishName(Id.Register register) {
        return Variable.Kind.WISH.prefix() + register.value();
    }

    /** How many values the variable at a place has. */
    int size(int index) {
        return sizes[index];
    }

    /** Every variable, in order; a variable's index is its place here. */
    public List<Variable> variables() {
        return variables;
    }

    /** Those that rules list sets of, in order: role, activity, level, and category and route if there are any. */
    public List<Variable> dimensions() {
        return dimensions;
    }

    /** The variable of a name, if there is one. */
    public Optional<Variable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The role asked about. */
    public Variable role() {
        return role;
    }

    /** The activity asked about. */
    public Variable activity() {
        return activity;
    }

    /** The data level asked about. */
    public Variable level() {
        return level;
    }

    /** The work category, if the vocabulary declares any. */
    public Optional<Variable> category() {
        return category;
    }

    /** The route, if the vocabulary declares any. */
    public Optional<Variable> route() {
        return route;
    }

    /** A declared project attribute. */
    public Variable attribute(Id.Attribute attribute) {
        return named(name(attribute));
    }

    /** Whether the project holds a declared register's permission. */
    public Variable permission(Id.Register register) {
        return named(permissionName(register));
    }

    /** Whether the project has ever held a declared register's permission. */
    public Variable everPermitted(Id.Register register) {
        return named(everName(register));
    }

    /** A declared fact. */
    public Variable fact(Id.Fact fact) {
        return named(fact.value());
    }

    /** What is asked about a declared opt-out register; values in the order of {@link OptOutRequest}. */
    public Variable wish(Id.Register register) {
        return named(wishName(register));
    }

    private Variable named(String name) {
        Variable found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("not in this vocabulary: " + name);
        }
        return found;
    }
}
