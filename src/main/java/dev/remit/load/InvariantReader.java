package dev.remit.load;

import dev.remit.grammar.Fields;
import dev.remit.model.Condition;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.OptOutRequest;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Reach;
import dev.remit.model.Scope;
import dev.remit.model.Treatment;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a policy must never or always do. What invariants speak of does not count as used by the policy. */
final class InvariantReader {
    private final Reading reading;
    private final ConditionReader conditions;

    InvariantReader(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    /** Reads all invariants of one file. */
    List<Invariant> read(Tree tree) {
        List<Invariant> invariants = new ArrayList<>();
        for (Fields each : Fields.of(tree.checked()).mappings("invariants")) {
            Optional<Scalar> name = each.scalar("id");
            name.ifPresent(id -> reading.declared().invariants.declare(id, reading.diagnostics()));
            String id = reading.required(name.map(Scalar::text), "-");
            reading.note(Section.INVARIANTS.path(id), each.span());
            invariants.add(new Invariant(
                    new Id.Invariant(id),
                    Reading.prose(each, "title"),
                    claim(each),
                    Reading.prose(each, "because"),
                    reading.references().citations(each.list("cites"))));
        }
        return invariants;
    }

    private Claim claim(Fields invariant) {
        if (invariant.has("never")) {
            return new Claim.Never(scope(invariant, "never"));
        }
        if (invariant.has("always")) {
            return new Claim.Always(scope(invariant, "always"));
        }
        if (invariant.has("only")) {
            return new Claim.Only(scope(invariant, "only"), scope(invariant, "may"));
        }
        if (invariant.has("whenever")) {
            return new Claim.Implies(scope(invariant, "whenever"), scope(invariant, "then"));
        }
        if (invariant.has("whoever-may")) {
            return new Claim.Apart(
                    scope(invariant, "whoever-may"),
                    scope(invariant, "may-not"),
                    invariant.text("for").filter("any-project"::equals).isPresent());
        }
        if (invariant.has("hangs-on-none-of")) {
            return new Claim.HangsOnNone(facts(invariant.list("hangs-on-none-of")), scope(invariant, "where"));
        }
        return comparison(invariant);
    }

    private Claim comparison(Fields invariant) {
        Scope where = scope(invariant, "where");
        Fields compared = invariant.fields("no-more").orElse(invariant);
        if (compared.has("level")) {
            SymbolScope<Id.Level> levels = reading.declared().levels;
            Id.Level level = id(compared, "level", levels, new Id.Level("-"));
            return new Claim.NoMoreLevel(level, id(compared, "than", levels, level), where);
        }
        SymbolScope<Id.Role> roles = reading.declared().roles;
        Id.Role role = id(compared, "role", roles, new Id.Role("-"));
        return new Claim.NoMoreRole(role, id(compared, "than", roles, role), where);
    }

    private <T> T id(Fields fields, String key, SymbolScope<T> names, T anything) {
        return reading.required(
                fields.scalar(key).flatMap(word -> reading.references().resolve(names, word)), anything);
    }

    /** Facts, where a set stands for its elements. */
    private Set<Id.Fact> facts(List<Scalar> words) {
        Set<Id.Fact> facts = new LinkedHashSet<>();
        for (Id.Fact each : reading.references().list(reading.declared().facts, words)) {
            conditions
                    .topic(each.value())
                    .filter(Topic::isSet)
                    .ifPresentOrElse(
                            set -> set.values()
                                    .forEach(element ->
                                            facts.add(new Id.Fact(new Element(each.value(), element.value()).name()))),
                            () -> facts.add(each));
        }
        return facts;
    }

    private Scope scope(Fields invariant, String key) {
        Fields scope = invariant.fields(key).orElseGet(() -> Fields.of(new Mapping(List.of(), invariant.span())));
        return new Scope(
                new Reach(
                        set(scope, "roles", reading.declared().roles),
                        set(scope, "to", reading.declared().activities),
                        set(scope, "levels", reading.declared().levels),
                        set(scope, "in", reading.declared().categories),
                        set(scope, "via", reading.declared().routes)),
                scope.node("when").map(this::condition).orElse(Condition.ALWAYS),
                choices(scope, "asked", OptOutRequest.class),
                choices(scope, "population", Treatment.class),
                reading.references().list(reading.declared().obligations, scope.list("obligations")));
    }

    private Condition condition(Node node) {
        return conditions.read(node).condition();
    }

    private <T extends Id> Set<T> set(Fields scope, String key, SymbolScope<T> names) {
        return reading.references().set(names, scope.set(key), false);
    }

    private <E extends Enum<E>> Map<Id.Register, List<E>> choices(Fields scope, String key, Class<E> type) {
        Map<Id.Register, List<E>> choices = new HashMap<>();
        for (Entry each : scope.entries(key)) {
            Optional<Id.Register> register = reading.references().resolve(reading.declared().registers, each.key());
            register.ifPresent(id -> choices.put(id, words(each.value(), type)));
        }
        return choices;
    }

    private static <E extends Enum<E>> List<E> words(Node node, Class<E> type) {
        List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
        return items.stream()
                .filter(Scalar.class::isInstance)
                .map(item -> Reading.choice(((Scalar) item).text(), type))
                .toList();
    }
}
