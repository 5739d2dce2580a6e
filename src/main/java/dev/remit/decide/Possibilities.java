package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.ChangedBy;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out the changes that would turn a no into a yes, from the minimal ways of a {@link Search}. */
final class Possibilities {
    private final Engine engine;
    private final Assignment assignment;
    private final Map<Variable, ChangedBy> changers = new HashMap<>();
    private final Map<Variable, Set<String>> finals = new HashMap<>();
    private final Set<Variable> moments = new HashSet<>();

    Possibilities(Engine engine, Assignment assignment) {
        this.engine = engine;
        this.assignment = assignment;
        Space space = engine.space();
        Vocabulary vocabulary = engine.policy().vocabulary();
        for (ProjectAttribute each : vocabulary.attributes()) {
            Variable attribute = space.attribute(each.id());
            changers.put(attribute, each.changedBy());
            finals.put(attribute, each.finals().stream().map(Id.Value::value).collect(Collectors.toUnmodifiableSet()));
        }
        for (OptOutRegister each : vocabulary.registers()) {
            changers.put(space.permission(each.id()), each.permissionChangedBy());
            changers.put(space.wish(each.id()), ChangedBy.REQUESTER);
        }
        for (Fact each : vocabulary.facts()) {
            changers.put(space.fact(each.id()), each.changedBy());
            if (!each.isRegistered() && each.changedBy() == ChangedBy.NOBODY) {
                moments.add(space.fact(each.id()));
            }
        }
    }

    private boolean isUnknown(Variable variable) {
        return variable.kind().isKnowledge() && assignment.isOpen(variable);
    }

    /** A list that may have been cut, and whether there is more. */
    record Listed<T>(List<T> items, boolean more) {
        Listed {
            items = List.copyOf(items);
        }

        static <T> Listed<T> none() {
            return new Listed<>(List.of(), false);
        }

        private static <T> Listed<T> cut(List<T> all, boolean complete, int most) {
            return new Listed<>(all.subList(0, Math.min(most, all.size())), !complete || all.size() > most);
        }
    }

    /** At most so many changes that make a denial a permit, smallest first. */
    Listed<Counterfactual> changes(Set<String> alsoChangeable, int most) {
        Search.Ways found = new Search(
                        engine.diagram(),
                        assignment,
                        variable -> isUnknown(variable)
                                || (!isFinal(variable) && isChangeable(variable, alsoChangeable))
                                || canComeToBe(variable))
                .minimal();
        List<Way> ways = found.ways().stream()
                .map(literals -> Way.of(Way.Choice.NONE, literals))
                .toList();
        List<Counterfactual> all = Way.merged(ways).stream()
                .map(way -> new Counterfactual(
                        way.assumptions(engine.space()).stream().map(this::step).toList()))
                .toList();
        return Listed.cut(all, found.complete(), most);
    }

    private boolean isChangeable(Variable variable, Set<String> alsoChangeable) {
        return alsoChangeable.contains(variable.name())
                || changers.getOrDefault(variable, ChangedBy.NOBODY) != ChangedBy.NOBODY;
    }

    /** Whether it is a fact of the moment that nobody changes and that may come to be so: a change that needs it says so. */
    private boolean canComeToBe(Variable variable) {
        return moments.contains(variable)
                && !(variable.isBoolean() && !assignment.isOpen(variable) && assignment.isTrue(variable));
    }

    /** Whether it is said to be what no advice changes: a permission that is held, or a value that nobody leaves again. */
    private boolean isFinal(Variable variable) {
        if (assignment.isOpen(variable)) {
            return false;
        }
        return (variable.kind() == Variable.Kind.PERMISSION && assignment.value(variable) != 0)
                || finals.getOrDefault(variable, Set.of()).contains(assignment.word(variable));
    }

    private Counterfactual.Step step(ValueRestriction needed) {
        return new Counterfactual.Step(
                needed,
                isUnknown(needed.about())
                        ? Optional.empty()
                        : Optional.of(changers.getOrDefault(needed.about(), ChangedBy.NOBODY)));
    }
}
