package dev.remit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every word a policy can use, in the order declared. Parts a policy does not need are empty.
 *
 * @param roles at least one
 * @param activities at least one
 * @param levels at least one
 * @param categories may be empty: then questions have no work category
 * @param routes may be empty: then questions have no route and opt-outs do not apply
 * @param attributes what is known of a project
 * @param facts what is true of a person or moment
 * @param registers the opt-out registers
 * @param obligations the duties a permit can carry
 */
public record Vocabulary(
        List<VocabularyEntry<Id.Role>> roles,
        List<VocabularyEntry<Id.Activity>> activities,
        List<Level> levels,
        List<WorkCategory> categories,
        List<Route> routes,
        List<ProjectAttribute> attributes,
        List<Fact> facts,
        List<OptOutRegister> registers,
        List<VocabularyEntry<Id.Obligation>> obligations) {

    /**
     * The duty to say how opted-out patients are handled; the engine adds it on a route where people must declare it
     * and the question says nothing.
     */
    public static final Id.Obligation DECLARE_OPT_OUT_HANDLING = new Id.Obligation("declare-opt-out-handling");

    public Vocabulary {
        roles = List.copyOf(roles);
        activities = List.copyOf(activities);
        levels = List.copyOf(levels);
        categories = List.copyOf(categories);
        routes = List.copyOf(routes);
        attributes = List.copyOf(attributes);
        facts = List.copyOf(facts);
        registers = List.copyOf(registers);
        obligations = List.copyOf(obligations);
    }

    /** This vocabulary with other work categories. */
    public Vocabulary withCategories(List<WorkCategory> other) {
        return new Vocabulary(roles, activities, levels, other, routes, attributes, facts, registers, obligations);
    }

    /** This vocabulary with other routes. */
    public Vocabulary withRoutes(List<Route> other) {
        return new Vocabulary(roles, activities, levels, categories, other, attributes, facts, registers, obligations);
    }

    /** The declared things of one list by id, in order. */
    public static <I extends Id, T> Map<I, T> byId(List<T> declared, Function<T, I> id) {
        Map<I, T> found = new LinkedHashMap<>();
        declared.forEach(each -> found.put(id.apply(each), each));
        return found;
    }

    /**
     * What a route can do about each opt-out register, in the order declared, for data that can or cannot concern patients.
     *
     * @param route the route; empty where the policy declares none
     */
    public List<Mode> modes(Optional<Route> route, boolean patientData) {
        return registers.stream()
                .map(each -> patientData && route.isPresent() ? route.get().mode(each.id()) : Mode.NOT_APPLICABLE)
                .toList();
    }

    /** The routes of a reach on which a register has a bearing, with their modes; none if no level of it holds patient data. */
    public Map<Route, Mode> bearing(Reach reach, Id.Register register) {
        Map<Route, Mode> bearing = new LinkedHashMap<>();
        if (holdsPatientData(reach)) {
            for (Route each : routes) {
                Mode mode = each.mode(register);
                if (mode.hasBearing() && reach.routes().contains(each.id())) {
                    bearing.put(each, mode);
                }
            }
        }
        return bearing;
    }

    /** Whether data at some level of a reach can concern patients. */
    public boolean holdsPatientData(Reach reach) {
        return levels.stream()
                .anyMatch(each -> each.patientData() && reach.levels().contains(each.id()));
    }
}
