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
 * What a closed question makes of facts that nobody said: false, or what their declaration says, but for those that must be
 * said, which stay unknown. Must be said what is marked so, what guards unless a reason is given why not, and what is
 * neither true nor false and declared to be nothing if unsaid. Immutable.
 */
final class Closing {
    private final Set<Id.Fact> mustBeSaid;
    private final Map<Variable, Fact> assumable;
    private final int[] indexes;
    private final int[] places;

    private Closing(Set<Id.Fact> mustBeSaid, Map<Variable, Fact> assumable) {
        // In the order of the vocabulary, on every run: callers list them.
        this.mustBeSaid = Collections.unmodifiableSet(mustBeSaid);
        this.assumable = assumable;
        indexes = assumable.keySet().stream().mapToInt(Variable::index).toArray();
        places = assumable.keySet().stream().mapToInt(this::place).toArray();
    }

    private int place(Variable fact) {
        return fact.place(value(fact));
    }

    private String value(Variable fact) {
        return declared(fact).domain().ifUnsaid().orElseThrow().value();
    }

    static Closing of(Vocabulary vocabulary, Diagram diagram) {
        Set<Integer> guards = diagram.guards().stream().map(Guard::fact).collect(Collectors.toSet());
        Set<Id.Fact> mustBeSaid = new LinkedHashSet<>();
        Map<Variable, Fact> assumable = new LinkedHashMap<>();
        for (Fact each : vocabulary.facts()) {
            Variable variable = diagram.space().fact(each.id());
            if (each.domain().ifUnsaid().isEmpty()
                    || each.mustBeSaid().mark().staysUnknown(guards.contains(variable.index()))) {
                mustBeSaid.add(each.id());
            } else {
                assumable.put(variable, each);
            }
        }
        return new Closing(mustBeSaid, assumable);
    }

    /** The facts that stay unknown until somebody says them, in the order of the vocabulary; elements by themselves. */
    Set<Id.Fact> mustBeSaid() {
        return mustBeSaid;
    }

    /** Makes of what may be assumed and is still open what it is if unsaid. */
    void close(int[] values) {
        for (int i = 0; i < indexes.length; i++) {
            if (values[indexes[i]] == Assignment.OPEN) {
                values[indexes[i]] = places[i];
            }
        }
    }

    /** What closing makes of facts that are still open, in the order of the vocabulary. */
    List<ValueRestriction> assumed(int[] values) {
        return assumptions(fact -> values[fact.index()] == Assignment.OPEN);
    }

    /**
     * What closing made of facts in a question, in the order of the vocabulary.
     *
     * @param isOfPerson whether a person was asked about, whose facts a directory knows
     */
    List<ValueRestriction> assumed(Question question, boolean isOfPerson) {
        return question.isClosed()
                ? assumptions(fact -> !isGiven(question, fact)
                        && !(isOfPerson && PersonWords.isFound(declared(fact), question.project())))
                : List.of();
    }

    private static boolean isGiven(Question question, Variable fact) {
        Given given = question.facts().get(fact.owner());
        return given != null && given.place(fact) >= 0;
    }

    private Fact declared(Variable fact) {
        return requireNonNull(assumable.get(fact), "a fact that may be assumed is declared");
    }

    private List<ValueRestriction> assumptions(Predicate<Variable> isAssumed) {
        return assumable.keySet().stream()
                .filter(isAssumed)
                .map(each -> new ValueRestriction(each, List.of(value(each))))
                .toList();
    }
}
