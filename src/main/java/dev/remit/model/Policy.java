package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A checked policy: its vocabulary, rules and constraints, with the clauses and rulings they cite.
 *
 * <p>Rules, constraints, rulings and clauses are held in a fixed order, whatever the order of the files: rules,
 * constraints and rulings by id, clauses as the register lists them. Two policies are equal when everything in them is,
 * prose included; {@link CanonicalForm} compares what they mean.
 *
 * @param header who wrote it and when
 * @param vocabulary every word it can use
 * @param rules permit and forbid rules
 * @param constraints which states of the world exist
 * @param rulings readings of open places
 * @param clauses the source sentences; empty if the bundle has no clause register
 */
public record Policy(
        Header header,
        Vocabulary vocabulary,
        List<Rule> rules,
        List<Constraint> constraints,
        List<Ruling> rulings,
        List<Clause> clauses) {
    public Policy {
        requireNonNull(header, "header");
        requireNonNull(vocabulary, "vocabulary");
        rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        constraints = constraints.stream()
                .sorted(Comparator.comparing(Constraint::id))
                .toList();
        rulings = rulings.stream().sorted(Comparator.comparing(Ruling::id)).toList();
        clauses = List.copyOf(clauses);
    }

    /**
     * The policy as it is for questions in which something has a value, by the name of its {@link Variable}: rules,
     * constraints and sources of outputs that are no longer about it, in the same places.
     */
    public Policy given(String name, String value) {
        List<Route> routes = vocabulary.routes().stream()
                .map(route -> route.withSources(route.sources().stream()
                        .map(each -> new Route.Source(each.route(), Condition.given(each.when(), name, value)))
                        .toList()))
                .toList();
        return new Policy(
                header,
                vocabulary.withRoutes(routes),
                rules.stream()
                        .map(each -> each.withWhen(Condition.given(each.when(), name, value)))
                        .toList(),
                constraints.stream()
                        .map(each -> new Constraint(
                                each.id(),
                                Condition.given(each.given(), name, value),
                                Condition.given(each.then(), name, value),
                                each.because(),
                                each.cites()))
                        .toList(),
                rulings,
                clauses);
    }

    /** The rule of an id, if there is one. It costs little even where there are many. */
    public Optional<Rule> rule(Id.Rule id) {
        int from = 0;
        int to = rules.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = rules.get(middle).id().compareTo(id);
            if (order == 0) {
                return Optional.of(rules.get(middle));
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle;
        }
        return Optional.empty();
    }
}
