package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.diagram.Diagram;
import dev.remit.diagram.Guard;
import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a closed question makes of facts that nobody said: false, but for those that must be said, which stay unknown. Must
 * be said what is marked so, and what guards unless a reason is given why not. Immutable.
 */
final class Closing {
    private final Set<Id.Fact> mustBeSaid;
    private final Map<Variable, Fact> assumable;
    private final int[] indexes;

    private Closing(Set<Id.Fact> mustBeSaid, Map<Variable, Fact> assumable) {
        // In the order of the vocabulary, on every run: callers list them.
        this.mustBeSaid = Collections.unmodifiableSet(mustBeSaid);
        this.assumable = assumable;
        indexes = assumable.keySet().stream().mapToInt(Variable::index).toArray();
    }

    static Closing of(Vocabulary vocabulary, Diagram diagram) {
        Set<Integer> guards = diagram.guards().stream().map(Guard::fact).collect(Collectors.toSet());
        Set<Id.Fact> mustBeSaid = new LinkedHashSet<>();
        Map<Variable, Fact> assumable = new LinkedHashMap<>();
        for (Fact each : vocabulary.facts()) {
            Variable variable = diagram.space().fact(each.id());
            if (each.mustBeSaid().mark().staysUnknown(guards.contains(variable.index()))) {
                mustBeSaid.add(each.id());
            } else {
                assumable.put(variable, each);
            }
        }
        return new Closing(mustBeSaid, assumable);
    }

    /** The facts that stay unknown until somebody says them, in the order of the vocabulary. */
    Set<Id.Fact> mustBeSaid() {
        return mustBeSaid;
    }

    /** Makes false what may be assumed and is still open. */
    void close(int[] values) {
        for (int each : indexes) {
            values[each] = Math.max(values[each], 0);
        }
    }

    /** What closing makes false where it is still open, in the order of the vocabulary. */
    List<ValueRestriction> assumed(int[] values) {
        return assumptions(fact -> values[fact.index()] == Assignment.OPEN);
    }

    /**
     * What closing made false in a question, in the order of the vocabulary.
     *
     * @param isOfPerson whether a person was asked about, whose facts a directory knows
     */
    List<ValueRestriction> assumed(Question question, boolean isOfPerson) {
        return question.isClosed()
                ? assumptions(fact -> !question.facts().containsKey(fact.name())
                        && !(isOfPerson && PersonWords.isFound(declared(fact), question.project())))
                : List.of();
    }

    private Fact declared(Variable fact) {
        return requireNonNull(assumable.get(fact), "a fact that may be assumed is declared");
    }

    private List<ValueRestriction> assumptions(Predicate<Variable> isAssumed) {
        return assumable.keySet().stream()
                .filter(isAssumed)
                .map(each -> new ValueRestriction(each, List.of(each.values().get(0))))
                .toList();
    }
}
