package dev.remit.load;

import dev.remit.grammar.Fields;
import dev.remit.load.ConstraintReader.ReadConstraint;
import dev.remit.model.Clause;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.NamedSets;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Rule;
import dev.remit.model.Ruling;
import dev.remit.model.Vocabulary;
import dev.remit.model.WorkCategory;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a policy, read from all its files.
 *
 * @param header who wrote it and when
 * @param vocabulary every word it can use
 * @param rules the rules, with their stances as written
 * @param named the named conditions
 * @param sets the named sets
 * @param constraints which states of the world exist
 * @param rulings readings of open places
 * @param clauses the source sentences
 * @param invariants what the policy must never or always do
 * @param written the file {@code policy.yaml}
 */
record PolicyParts(
        Header header,
        Vocabulary vocabulary,
        List<ReadRule> rules,
        List<Placed> named,
        NamedSets sets,
        List<ReadConstraint> constraints,
        List<Ruling> rulings,
        List<Clause> clauses,
        List<Invariant> invariants,
        Fields written) {

    static PolicyParts read(Trees trees, Reading reading) {
        Fields policy = trees.of(Part.POLICY).stream()
                .findFirst()
                .map(tree -> Fields.of(tree.checked()))
                .orElseGet(PolicyParts::nothing);
        Fields source = vocabulary(policy);
        Header header = HeaderReader.read(policy, reading);
        VocabularyReader vocabulary = new VocabularyReader(reading, source, new ValuesReader(reading, policy));
        List<ProjectAttribute> attributes = vocabulary.attributes();
        List<Fact> facts = vocabulary.facts();
        ConditionReader conditions = new ConditionReader(
                reading,
                Topic.of(
                        wellShaped(attributes, source, reading).values(),
                        wellShapedFacts(facts, source, reading).values()));
        Map<String, Placed> named = NamedConditions.read(trees, conditions, reading);
        NamedSets sets = SetReader.read(policy, reading);
        RuleReader rules = new RuleReader(reading, conditions);
        trees.withRules().forEach(rules::read);
        List<WorkCategory> categories = rules.categories().stream()
                .sorted(Comparator.comparing(WorkCategory::id))
                .toList();
        List<Clause> clauses = new ArrayList<>();
        trees.of(Part.CLAUSES).forEach(tree -> clauses.addAll(ClauseReader.read(tree, reading)));
        InvariantReader invariantReader = new InvariantReader(reading, conditions);
        List<Invariant> invariants = trees.of(Part.INVARIANTS).stream()
                .flatMap(tree -> invariantReader.read(tree).stream())
                .toList();
        List<OptOutRegister> registers = vocabulary.registers();
        return new PolicyParts(
                header,
                new Vocabulary(
                        vocabulary.roles(),
                        vocabulary.activities(),
                        vocabulary.levels(),
                        categories,
                        vocabulary.routes(conditions, registers),
                        attributes,
                        facts,
                        registers,
                        vocabulary.obligations()),
                rules.rules(),
                List.copyOf(named.values()),
                sets,
                ConstraintReader.read(policy, conditions, reading),
                RulingReader.read(policy, conditions, reading),
                clauses,
                invariants,
                policy);
    }

    /** The vocabulary as it was written. */
    Fields source() {
        return vocabulary(written);
    }

    private static Fields vocabulary(Fields policy) {
        return policy.fields("vocabulary").orElseGet(PolicyParts::nothing);
    }

    private static Fields nothing() {
        return Fields.of(new Mapping(List.of(), Span.startOf(Part.POLICY.place())));
    }

    /** The attributes whose values can be relied on. */
    static Map<Id.Attribute, ProjectAttribute> wellShaped(
            List<ProjectAttribute> attributes, Fields source, Reading reading) {
        return wellShaped(Vocabulary.byId(attributes, ProjectAttribute::id), source.entries("project"), reading);
    }

    /** The facts whose declarations can be relied on. */
    static Map<Id.Fact, Fact> wellShapedFacts(List<Fact> facts, Fields source, Reading reading) {
        return wellShaped(Vocabulary.byId(facts, Fact::id), source.entries("facts"), reading);
    }

    private static <I extends Id, D> Map<I, D> wellShaped(Map<I, D> declared, List<Entry> written, Reading reading) {
        Map<I, D> found = new LinkedHashMap<>(declared);
        for (Entry each : written) {
            if (!reading.isWellShaped(each)) {
                found.keySet()
                        .removeIf(id ->
                                Element.owner(id.value()).equals(each.key().text()));
            }
        }
        return found;
    }

    Policy whole(List<Rule> checked) {
        return new Policy(
                header,
                vocabulary,
                checked,
                constraints.stream().map(ReadConstraint::constraint).toList(),
                rulings,
                clauses);
    }
}
