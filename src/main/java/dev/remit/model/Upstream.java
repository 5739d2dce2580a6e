package dev.remit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which opted-out patients can be in outputs, worked out from the ways the outputs come and the permits on these ways.
 *
 * <p>Through a way, patients can have been included if it does not filter, if a permit on it always grants their
 * inclusion, or if the project has ever held the register's permission: what was granted then may still be in files that
 * are looked at today.
 */
public final class Upstream {
    private final Vocabulary vocabulary;
    private final Set<Opening> openings;
    private final Map<Id.Route, Route> routes;

    private Upstream(Vocabulary vocabulary, Set<Opening> openings) {
        this.vocabulary = vocabulary;
        this.openings = Set.copyOf(openings);
        routes = new HashMap<>();
        vocabulary.routes().forEach(each -> routes.put(each.id(), each));
    }

    /**
     * That some permit grants the inclusion of a register's patients on a route that filters, whatever the project.
     *
     * @param route the route
     * @param register the register
     */
    public record Opening(Id.Route route, Id.Register register) implements Comparable<Opening> {
        @Override
        public int compareTo(Opening other) {
            int byRoute = route.compareTo(other.route);
            return byRoute != 0 ? byRoute : register.compareTo(other.register);
        }
    }

    /** What some rules make of the outputs. */
    public static Upstream of(Vocabulary vocabulary, Collection<Rule> rules) {
        Set<Opening> openings = new TreeSet<>();
        // Where there is no register, rules that were not looked at so far need not be.
        if (!vocabulary.registers().isEmpty()) {
            rules.forEach(each -> openings.addAll(openings(vocabulary, each)));
        }
        return new Upstream(vocabulary, openings);
    }

    /** What rules with these openings make of the outputs. */
    public static Upstream of(Vocabulary vocabulary, Set<Opening> openings) {
        return new Upstream(vocabulary, openings);
    }

    /** Where a rule grants the inclusion of patients who would else be left out, whatever the project. */
    public static Set<Opening> openings(Vocabulary vocabulary, Rule rule) {
        Set<Opening> openings = new TreeSet<>();
        if (rule.isPermit() && rule.stances().containsValue(Stance.ALLOWED)) {
            rule.stances().forEach((register, stance) -> {
                if (stance == Stance.ALLOWED) {
                    vocabulary.bearing(rule.reach(), register).forEach((route, mode) -> {
                        if (mode == Mode.FILTERED) {
                            openings.add(new Opening(route.id(), register));
                        }
                    });
                }
            });
        }
        return openings;
    }

    /**
     * What a route does about each opt-out register, in the order declared, for data that can or cannot concern patients.
     *
     * @param route the route; empty where the policy declares none
     */
    public List<RouteMode> modes(Optional<Route> route, boolean patientData) {
        List<Mode> modes = vocabulary.modes(route, patientData);
        List<RouteMode> found = new ArrayList<>(modes.size());
        for (int i = 0; i < modes.size(); i++) {
            Mode mode = modes.get(i);
            Id.Register register = vocabulary.registers().get(i).id();
            found.add(new RouteMode(
                    mode,
                    mode.isOfOutputs()
                            ? route.map(each -> mayHold(each, register)).orElse(Condition.NEVER)
                            : Condition.NEVER));
        }
        return found;
    }

    /** When the patients of a register can be in the outputs on a route. */
    public Condition mayHold(Route outputs, Id.Register register) {
        List<Condition> ways = new ArrayList<>();
        for (Route.Source source : outputs.sources()) {
            Condition through = through(Optional.ofNullable(routes.get(source.route())), register);
            if (!through.equals(Condition.NEVER)) {
                ways.add(both(source.when(), through));
            }
        }
        if (ways.contains(Condition.ALWAYS)) {
            return Condition.ALWAYS;
        }
        return ways.size() == 1 ? ways.get(0) : new Condition.AnyOf(ways);
    }

    /** When the patients of a register can have been included on a way. */
    private Condition through(Optional<Route> way, Id.Register register) {
        Mode mode = way.map(each -> each.mode(register)).orElse(Mode.NOT_APPLICABLE);
        return switch (mode) {
            case NOT_APPLICABLE -> Condition.NEVER;
            case DECLARED, UNFILTERED, UNENFORCEABLE, DERIVED -> Condition.ALWAYS;
            case FILTERED ->
                way.filter(each -> openings.contains(new Opening(each.id(), register)))
                        .map(each -> Condition.ALWAYS)
                        .orElseGet(() -> new Condition.EverPermitted(register));
        };
    }

    private static Condition both(Condition one, Condition other) {
        if (one.equals(Condition.ALWAYS)) {
            return other;
        }
        return other.equals(Condition.ALWAYS) ? one : new Condition.All(List.of(one, other));
    }
}
