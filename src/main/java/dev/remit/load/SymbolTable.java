package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Fields;
import dev.remit.grammar.Namespace;
import dev.remit.model.Id;
import dev.remit.model.Variable;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every id of a bundle by its namespace: the vocabulary, and what the other sections and files add to it. */
final class SymbolTable {
    final SymbolScope<Id.Role> roles = new SymbolScope<>(Namespace.ROLE, Code.UNKNOWN_ROLE, Id.Role::new);
    final SymbolScope<Id.Activity> activities =
            new SymbolScope<>(Namespace.ACTIVITY, Code.UNKNOWN_ACTIVITY, Id.Activity::new);
    final SymbolScope<Id.Level> levels = new SymbolScope<>(Namespace.LEVEL, Code.UNKNOWN_LEVEL, Id.Level::new);
    final SymbolScope<Id.Category> categories =
            new SymbolScope<>(Namespace.CATEGORY, Code.UNKNOWN_CATEGORY, Id.Category::new);
    final SymbolScope<Id.Route> routes = new SymbolScope<>(Namespace.ROUTE, Code.UNKNOWN_ROUTE, Id.Route::new);
    final SymbolScope<Id.Attribute> attributes =
            new SymbolScope<>(Namespace.ATTRIBUTE, Code.UNKNOWN_ATTRIBUTE, Id.Attribute::new);
    final SymbolScope<String> domains = new SymbolScope<>(Namespace.DOMAIN, Code.UNKNOWN_DOMAIN, name -> name);
    final SymbolScope<Id.Fact> facts = new SymbolScope<>(Namespace.FACT, Code.UNKNOWN_FACT, Id.Fact::new);
    final SymbolScope<Id.Register> registers =
            new SymbolScope<>(Namespace.REGISTER, Code.UNKNOWN_REGISTER, Id.Register::new);
    final SymbolScope<Id.Obligation> obligations =
            new SymbolScope<>(Namespace.OBLIGATION, Code.UNKNOWN_OBLIGATION, Id.Obligation::new);
    final SymbolScope<String> conditions = new SymbolScope<>(Namespace.CONDITION, Code.UNKNOWN_CONDITION, name -> name);
    final SymbolScope<Id.Rule> rules = new SymbolScope<>(Namespace.RULE, Code.DECLARED_TWICE, Id.Rule::new);
    final SymbolScope<Id.Constraint> constraints =
            new SymbolScope<>(Namespace.CONSTRAINT, Code.DECLARED_TWICE, Id.Constraint::new);
    final SymbolScope<Id.Invariant> invariants =
            new SymbolScope<>(Namespace.INVARIANT, Code.DECLARED_TWICE, Id.Invariant::new);
    final SymbolScope<Id.Citation> rulings = new SymbolScope<>(Namespace.RULING, Code.UNKNOWN_RULING, Id.Citation::new);
    final SymbolScope<Id.Citation> clauses = new SymbolScope<>(Namespace.CLAUSE, Code.UNKNOWN_CLAUSE, Id.Citation::new);
    final SymbolScope<Id.Source> sources = new SymbolScope<>(Namespace.SOURCE, Code.UNKNOWN_SOURCE, Id.Source::new);
    final SymbolScope<Id.Project> projects =
            new SymbolScope<>(Namespace.PROJECT, Code.UNKNOWN_PROJECT, Id.Project::new);
    final SymbolScope<Id.Person> people = new SymbolScope<>(Namespace.PERSON, Code.UNKNOWN_PERSON, Id.Person::new);

    private final Map<Namespace, SymbolScope<String>> namedSets = new EnumMap<>(Namespace.class);
    private final Diagnostics diagnostics;

    private SymbolTable(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        withSets().values().forEach(members -> {
            Namespace kind = members.namespace();
            kind.namedSets()
                    .ifPresent(sets -> namedSets.put(kind, new SymbolScope<>(sets, members.unknown(), name -> name)));
        });
    }

    /** The words of the vocabulary. */
    private List<SymbolScope<?>> words() {
        return List.of(roles, activities, levels, categories, routes, attributes, facts, registers, obligations);
    }

    /** The kinds of ids whose sets can have names. */
    Map<Variable.Kind, SymbolScope<? extends Id>> withSets() {
        return new EnumMap<>(Map.of(
                Variable.Kind.ROLE, roles,
                Variable.Kind.ACTIVITY, activities,
                Variable.Kind.LEVEL, levels,
                Variable.Kind.CATEGORY, categories,
                Variable.Kind.ROUTE, routes));
    }

    /** The named sets of one kind of ids; empty if sets of this kind have no names. */
    Optional<SymbolScope<String>> setsOf(SymbolScope<?> members) {
        return Optional.ofNullable(namedSets.get(members.namespace()));
    }

    /** Every namespace people can mistake for another, in the order they are looked through. */
    List<SymbolScope<?>> all() {
        List<SymbolScope<?>> all = new ArrayList<>(List.of(
                roles,
                activities,
                levels,
                categories,
                routes,
                facts,
                conditions,
                attributes,
                domains,
                registers,
                obligations,
                rulings,
                clauses,
                sources,
                rules,
                constraints));
        all.addAll(namedSets.values());
        return all;
    }

    /** Warns of ids that look alike: of words, clauses, projects and people. */
    void reportLookAlikes(Diagnostics diagnostics) {
        List<SymbolScope<?>> all = new ArrayList<>(all());
        all.removeAll(List.of(rules, constraints));
        all.addAll(List.of(projects, people));
        all.forEach(names -> names.reportLookAlikes(diagnostics));
    }

    static SymbolTable in(Trees trees, Diagnostics diagnostics) {
        SymbolTable declared = new SymbolTable(diagnostics);
        declared.collectPolicy(trees);
        for (Tree each : trees.withRules()) {
            declared.collect(each, declared.conditions, "conditions");
            declared.collect(each, declared.categories, "work-categories");
        }
        if (trees.isBroken(Part.POLICY) || trees.isBroken(Part.RULES)) {
            declared.conditions.leaveOpen();
            declared.categories.leaveOpen();
        }
        declared.collectRegister(trees, Part.PROJECTS, declared.projects, "projects");
        trees.of(Part.PROJECTS).forEach(declared::collectOtherNames);
        declared.collectRegister(trees, Part.PEOPLE, declared.people, "people");
        declared.collectRegister(trees, Part.CLAUSES, declared.clauses, "clauses");
        declared.words().forEach(each -> each.reportTwins(diagnostics));
        declared.conditions.reportAlsoIn(declared.facts, diagnostics);
        declared.withSets()
                .values()
                .forEach(each -> declared.setsOf(each).ifPresent(sets -> sets.reportAlsoIn(each, diagnostics)));
        declared.clauses.reportAlsoIn(declared.rulings, diagnostics);
        return declared;
    }

    private void collectPolicy(Trees trees) {
        Map<String, SymbolScope<?>> vocabulary = new TreeMap<>(Map.of(
                "roles", roles,
                "activities", activities,
                "levels", levels,
                "routes", routes,
                "project", attributes,
                "facts", facts,
                "opt-outs", registers,
                "obligations", obligations));
        if (trees.of(Part.POLICY).isEmpty()) {
            vocabulary.values().forEach(SymbolScope::leaveOpen);
            List.of(rulings, sources, domains).forEach(SymbolScope::leaveOpen);
            namedSets.values().forEach(SymbolScope::leaveOpen);
        }
        for (Tree policy : trees.of(Part.POLICY)) {
            vocabulary.forEach((key, names) -> collect(policy, names, "vocabulary", key));
            List.of(roles, activities, levels).stream()
                    .filter(SymbolScope::isEmpty)
                    .forEach(SymbolScope::leaveOpen);
            withSets()
                    .forEach((kind, members) ->
                            setsOf(members).ifPresent(sets -> collectSets(policy, sets, SetReader.key(kind))));
            collect(policy, rulings, "rulings");
            collect(policy, domains, "domains");
            collect(policy, sources, "policy", "sources");
        }
    }

    private void collectSets(Tree policy, SymbolScope<String> sets, String key) {
        if (policy.written("sets").isPresent()) {
            collect(policy, sets, "sets", key);
        } else if (policy.mayHaveLost("sets")
                || policy.written("vocabulary", "sets").isPresent()) {
            sets.leaveOpen();
        }
    }

    private void collectRegister(Trees trees, Part part, SymbolScope<?> names, String section) {
        trees.of(part).forEach(tree -> collect(tree, names, section));
        if (trees.isBroken(part)
                || trees.of(part).stream()
                        .anyMatch(tree -> tree.written(section).isEmpty())) {
            names.leaveOpen();
        }
    }

    /** Declares the other names of projects, once all ids are known. */
    private void collectOtherNames(Tree tree) {
        if (tree.written("projects").orElse(null) instanceof Mapping mapping) {
            for (Entry each : mapping.entries()) {
                Set<String> own = new HashSet<>();
                Fields.of(each.value()).map(project -> project.list("also")).orElse(List.of()).stream()
                        .filter(name -> own.add(name.text())) // one that is listed twice is reported as such
                        .forEach(name -> projects.declareAlso(name, each.key().text(), diagnostics));
            }
        }
    }

    /** Declares every key of a section, whatever is wrong with its value. */
    private void collect(Tree tree, SymbolScope<?> names, String... path) {
        Optional<Node> section = tree.written(path);
        if (section.isEmpty() && tree.mayHaveLost(path)) {
            names.leaveOpen();
        } else if (section.isPresent() && section.get() instanceof Mapping mapping) {
            for (Entry each : mapping.entries()) {
                names.declare(each.key(), diagnostics);
            }
        } else if (section.isPresent()) {
            names.leaveOpen();
        }
    }
}
