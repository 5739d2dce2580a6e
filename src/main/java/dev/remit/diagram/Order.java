package dev.remit.diagram;

import dev.remit.model.Condition;
import dev.remit.model.Policy;
import dev.remit.model.RouteMode;
import dev.remit.model.Space;
import dev.remit.model.Upstream;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The order in which a diagram tests the variables.
 *
 * <p>Invariant: every choice stands above all knowledge. Only so does a walk along "any" and "unknown" edges answer
 * "some choice for every state" and not "for every state some choice". Role, activity and level come first, since every
 * question gives them; then category and route; then attributes of many values; then facts, then the other project
 * attributes, those that more rules mention earlier; last, for each opt-out register, what is asked beside the permission
 * it hangs on. Facts stand above attributes since that took fewer nodes wherever it was tried, most of all for rules
 * written by work category.
 *
 * <p>Attributes of many values stand above since rules that keep such values apart, one for each hospital say, are mostly
 * the same rules again: what lies below is one {@link Patterns pattern} for all of them.
 */
final class Order {
    /** From how many values on an attribute has many. */
    private static final int MANY = 9;

    private final List<Variable> variables = new ArrayList<>();
    private final List<Variable> spread;
    private final int[] positions;

    /** The order in which what more rules mention comes earlier. */
    Order(Policy policy, Space space) {
        this(space, mentionedMost(conditions(policy)));
    }

    /** The order in which what conditions name together comes together. */
    static Order ofNeighbours(List<Condition> conditions, Space space) {
        Map<String, Integer> places = Neighbours.of(conditions);
        return new Order(
                space,
                Comparator.comparingInt((Variable each) -> places.getOrDefault(each.name(), places.size()))
                        .thenComparing(Variable::name));
    }

    /** The order of a finished diagram. */
    static Order of(Diagram diagram) {
        return new Order(diagram.space(), Comparator.comparingInt(diagram::rankOf));
    }

    /** Everything that a policy makes an answer hang on. */
    static List<Condition> conditions(Policy policy) {
        List<Condition> conditions = new ArrayList<>();
        policy.rules().forEach(each -> conditions.add(each.when()));
        outputs(policy).forEach(conditions::add);
        policy.constraints().forEach(each -> conditions.addAll(List.of(each.given(), each.then())));
        return conditions;
    }

    /** When patients can be in outputs. */
    private static List<Condition> outputs(Policy policy) {
        Upstream upstream = Upstream.of(policy.vocabulary(), policy.rules());
        return policy.vocabulary().routes().stream()
                .flatMap(route -> upstream.modes(Optional.of(route), true).stream())
                .map(RouteMode::mayHold)
                .toList();
    }

    private static Comparator<Variable> mentionedMost(List<Condition> conditions) {
        Map<String, Integer> mentions = new TreeMap<>();
        conditions.stream().flatMap(Condition::leaves).forEach(each -> mentions.merge(each.about(), 1, Integer::sum));
        return Comparator.comparingInt((Variable each) -> -mentions.getOrDefault(each.name(), 0))
                .thenComparing(Variable::name);
    }

    private Order(Space space, Comparator<Variable> earlier) {
        variables.addAll(space.dimensions());
        List<Variable> attributes =
                of(space, Variable.Kind.ATTRIBUTE).stream().sorted(earlier).toList();
        spread = attributes.stream().filter(Order::hasMany).toList();
        variables.addAll(spread);
        variables.addAll(of(space, Variable.Kind.FACT).stream().sorted(earlier).toList());
        variables.addAll(attributes.stream().filter(each -> !hasMany(each)).toList());
        List<Variable> wishes = of(space, Variable.Kind.WISH);
        List<Variable> permissions = of(space, Variable.Kind.PERMISSION);
        List<Variable> ever = of(space, Variable.Kind.EVER);
        for (int i = 0; i < wishes.size(); i++) {
            variables.add(wishes.get(i));
            variables.add(permissions.get(i));
            variables.add(ever.get(i));
        }
        positions = new int[variables.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[variables.get(i).index()] = i;
        }
    }

    private static boolean hasMany(Variable variable) {
        return variable.size() >= MANY;
    }

    private static List<Variable> of(Space space, Variable.Kind kind) {
        return space.variables().stream().filter(each -> each.kind() == kind).toList();
    }

    /** Whether another order is the same. */
    boolean isLike(Order other) {
        return variables.equals(other.variables);
    }

    int size() {
        return variables.size();
    }

    Variable at(int position) {
        return variables.get(position);
    }

    /** The attributes of many values, in order. */
    List<Variable> spread() {
        return spread;
    }

    /** The position of every variable, by its index. */
    int[] ranks() {
        return positions.clone();
    }

    int position(Variable variable) {
        return positions[variable.index()];
    }
}
