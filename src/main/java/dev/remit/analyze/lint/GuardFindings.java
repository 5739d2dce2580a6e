package dev.remit.analyze.lint;

import static java.util.stream.Collectors.toMap;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagram.Guard;
import dev.remit.model.Assignment;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.MustBeSaid;
import dev.remit.model.PolicyPath;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds facts that guard a permit but do not declare whether they must be given, and facts that declare it but guard
 * nothing.
 */
public final class GuardFindings {
    private GuardFindings() {}

    /**
     * The findings about a policy, in the order of its vocabulary, each with a question that shows the permit that is
     * lost.
     */
    public static List<Finding> of(DecisionPoint decisions) {
        Space space = decisions.space();
        Map<Integer, Guard> guards =
                decisions.compiled().diagram().guards().stream().collect(toMap(Guard::fact, guard -> guard));
        List<Finding> found = new ArrayList<>();
        for (List<Fact> each : bySet(decisions.policy().vocabulary().facts())) {
            Optional<Guard> guard = each.stream()
                    .map(fact ->
                            Optional.ofNullable(guards.get(space.fact(fact.id()).index())))
                    .flatMap(Optional::stream)
                    .findFirst();
            Fact fact = each.get(0);
            boolean isMarked = fact.mustBeSaid().mark() != MustBeSaid.Mark.UNMARKED;
            PolicyPath subject = PolicyPath.of(fact.id());
            if (guard.isPresent() && !isMarked) {
                found.add(new Finding(
                        Finding.Code.UNSAID_GUARD,
                        subject,
                        named(fact) + " guards: there is a permit that is none if " + otherwise(space, guard.get()),
                        Optional.of(Assignment.of(space, guard.get().question()))));
            } else if (guard.isEmpty() && isMarked) {
                found.add(new Finding(
                        Finding.Code.NEEDLESS_MARK,
                        subject,
                        named(fact) + " is marked with `must-be-said`, but no permit is lost if "
                                + (fact.domain().equals(Domain.BOOLEAN)
                                                && fact.element().isEmpty()
                                        ? "it is true"
                                        : "it is another than what a closed question takes it for"),
                        Optional.empty()));
            }
        }
        return found;
    }

    /** The facts one by one, the elements of a set together. */
    private static List<List<Fact>> bySet(List<Fact> facts) {
        Map<String, List<Fact>> sets = new LinkedHashMap<>();
        facts.forEach(each -> sets.computeIfAbsent(Element.owner(each.id().value()), none -> new ArrayList<>())
                .add(each));
        return List.copyOf(sets.values());
    }

    private static String named(Fact fact) {
        return "fact `" + Element.owner(fact.id().value()) + "`";
    }

    /** What the fact must be for the permit to be none. */
    private static String otherwise(Space space, Guard guard) {
        Variable variable = space.variables().get(guard.fact());
        String value = variable.values().get(guard.value());
        return variable.element()
                .map(element -> "it " + (guard.value() == 1 ? "has" : "lacks") + " `" + element.value() + "`")
                .orElse(variable.isBoolean() ? "the fact is " + value : "it is `" + value + "`");
    }
}
