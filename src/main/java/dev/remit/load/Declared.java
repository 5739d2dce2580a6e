package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Namespace;
import dev.remit.model.Id;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every id of a bundle by its namespace: the vocabulary, and what the other sections and files add to it. */
final class Declared {
    final Names<Id.Role> roles = new Names<>(Namespace.ROLE, Code.UNKNOWN_ROLE, Id.Role::new);
    final Names<Id.Activity> activities = new Names<>(Namespace.ACTIVITY, Code.UNKNOWN_ACTIVITY, Id.Activity::new);
    final Names<Id.Level> levels = new Names<>(Namespace.LEVEL, Code.UNKNOWN_LEVEL, Id.Level::new);
    final Names<Id.Category> categories = new Names<>(Namespace.CATEGORY, Code.UNKNOWN_CATEGORY, Id.Category::new);
    final Names<Id.Route> routes = new Names<>(Namespace.ROUTE, Code.UNKNOWN_ROUTE, Id.Route::new);
    final Names<Id.Attribute> attributes = new Names<>(Namespace.ATTRIBUTE, Code.UNKNOWN_ATTRIBUTE, Id.Attribute::new);
    final Names<Id.Fact> facts = new Names<>(Namespace.FACT, Code.UNKNOWN_FACT, Id.Fact::new);
    final Names<Id.Register> registers = new Names<>(Namespace.REGISTER, Code.UNKNOWN_REGISTER, Id.Register::new);
    final Names<Id.Obligation> obligations =
            new Names<>(Namespace.OBLIGATION, Code.UNKNOWN_OBLIGATION, Id.Obligation::new);
    final Names<String> conditions = new Names<>(Namespace.CONDITION, Code.UNKNOWN_CONDITION, name -> name);
    final Names<Id.Rule> rules = new Names<>(Namespace.RULE, Code.DECLARED_TWICE, Id.Rule::new);
    final Names<Id.Constraint> constraints = new Names<>(Namespace.CONSTRAINT, Code.DECLARED_TWICE, Id.Constraint::new);
    final Names<Id.Invariant> invariants = new Names<>(Namespace.INVARIANT, Code.DECLARED_TWICE, Id.Invariant::new);
    final Names<Id.Citation> rulings = new Names<>(Namespace.RULING, Code.UNKNOWN_RULING, Id.Citation::new);
    final Names<Id.Citation> clauses = new Names<>(Namespace.CLAUSE, Code.UNKNOWN_CLAUSE, Id.Citation::new);
    final Names<Id.Source> sources = new Names<>(Namespace.SOURCE, Code.UNKNOWN_SOURCE, Id.Source::new);
    final Names<Id.Project> projects = new Names<>(Namespace.PROJECT, Code.UNKNOWN_PROJECT, Id.Project::new);
    final Names<Id.Person> people = new Names<>(Namespace.PERSON, Code.UNKNOWN_PERSON, Id.Person::new);

    private final Diagnostics diagnostics;

    private Declared(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Every namespace people can mistake for another, in the order they are looked through. */
    List<Names<?>> all() {
        return List.of(
                roles,
                activities,
                levels,
                categories,
                routes,
                facts,
                conditions,
                attributes,
                registers,
                obligations,
                rulings,
                clauses,
                sources,
                rules,
                constraints);
    }

    /** Warns of ids that look alike: of words, clauses, projects and people. */
    void reportLookAlikes(Diagnostics diagnostics) {
        List<Names<?>> all = new ArrayList<>(all());
        all.removeAll(List.of(rules, constraints));
        all.addAll(List.of(projects, people));
        all.forEach(names -> names.reportLookAlikes(diagnostics));
    }

    static Declared in(Trees trees, Diagnostics diagnostics) {
        Declared declared = new Declared(diagnostics);
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
        declared.collectRegister(trees, Part.PEOPLE, declared.people, "people");
        declared.collectRegister(trees, Part.CLAUSES, declared.clauses, "clauses");
        declared.conditions.reportAlsoIn(declared.facts, diagnostics);
        declared.clauses.reportAlsoIn(declared.rulings, diagnostics);
        return declared;
    }

    private void collectPolicy(Trees trees) {
        Map<String, Names<?>> vocabulary = new TreeMap<>(Map.of(
                "roles", roles,
                "activities", activities,
                "levels", levels,
                "routes", routes,
                "project", attributes,
                "facts", facts,
                "opt-outs", registers,
                "obligations", obligations));
        if (trees.of(Part.POLICY).isEmpty()) {
            vocabulary.values().forEach(Names::leaveOpen);
            List.of(rulings, sources).forEach(Names::leaveOpen);
        }
        for (Tree policy : trees.of(Part.POLICY)) {
            vocabulary.forEach((key, names) -> collect(policy, names, "vocabulary", key));
            List.of(roles, activities, levels).stream().filter(Names::isEmpty).forEach(Names::leaveOpen);
            collect(policy, rulings, "rulings");
            collect(policy, sources, "policy", "sources");
        }
    }

    private void collectRegister(Trees trees, Part part, Names<?> names, String section) {
        trees.of(part).forEach(tree -> collect(tree, names, section));
        if (trees.isBroken(part)
                || trees.of(part).stream()
                        .anyMatch(tree -> tree.written(section).isEmpty())) {
            names.leaveOpen();
        }
    }

    /** Declares every key of a section, whatever is wrong with its value. */
    private void collect(Tree tree, Names<?> names, String... path) {
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
