package dev.remit.decide;

import dev.remit.diagram.ConditionSets;
import dev.remit.diagram.Implicants;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.RouteMode;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what has to be known for a question to be permitted, among the states of the world that can be: those that break
 * no constraint. This is section 6 of the page on what a policy means.
 *
 * <p>For each choice of category and route, the rules that reach it say on which unknowns they hang; only these are named.
 * Whether a state can be may hang on further unknowns: these are named apart, since no rule asks for a value of theirs.
 */
final class PermitConditions {
    /** How many assignments are looked for, for one choice, before the search says that there are more. */
    private static final int MOST = 4096;

    private final Engine engine;
    private final Policy policy;
    private final Space space;
    private final Assignment asked;
    private final Regions regions;
    private final ConditionSets conditions;
    /** The states that do not contradict themselves. */
    private final int real;
    /** The states that break no constraint besides. */
    private final int possible;

    private final Map<Rules, Settling> known = new HashMap<>();

    /** The rules that reach a choice, and what its route does about each register. */
    private record Rules(BitSet rules, List<RouteMode> modes) {}

    /** What has to be known where some rules come together. */
    private record Settling(Set<Variable> hangsOn, List<int[]> assignments, boolean complete) {}

    /**
     * Prepares to find the conditions of a question.
     *
     * @param asked the question: role, activity and level are known
     */
    PermitConditions(Engine engine, Assignment asked) {
        this.engine = engine;
        policy = engine.policy();
        space = engine.space();
        int[] values = asked.values();
        engine.memory().fill(values);
        this.asked = Assignment.of(space, values);
        regions = new Regions(space, engine.diagram());
        conditions = new ConditionSets(regions, this.asked);
        real = regions.minus(regions.all(), conditions.contradictory(policy.vocabulary()));
        possible = conditions.possible(policy);
    }

    /** The unknowns that the rules ask about for some choice, and those on which it hangs whether the state can be, by name. */
    List<String> missing() {
        Set<String> missing = new TreeSet<>();
        choices((choice, settling) -> settling.hangsOn.forEach(each -> missing.add(each.owner())));
        regions.about(possible).stream()
                .filter(each -> regions.hangs(possible, each, real))
                .forEach(each -> missing.add(each.owner()));
        return List.copyOf(missing);
    }

    /** At most so many conditions, smallest first; any one of them will do. */
    Possibilities.Listed<PermitCondition> find(int most) {
        List<Way> ways = new ArrayList<>();
        boolean[] complete = {true};
        choices((choice, settling) -> {
            complete[0] &= settling.complete;
            ways.addAll(Way.merged(settling.assignments.stream()
                    .map(each -> Way.of(choice, each))
                    .toList()));
        });
        ways.sort(Way.smallestFirst(space));
        List<PermitCondition> found = new ArrayList<>();
        for (Way way : ways.subList(0, Math.min(most, ways.size()))) {
            List<ValueRestriction> assumptions = way.assumptions(space);
            found.add(new PermitCondition(
                    way.choice().category(), way.choice().route(), assumptions, alsoTell(assumptions)));
        }
        return new Possibilities.Listed<>(found, !complete[0] || ways.size() > most);
    }

    /** The unknowns on which it hangs, some being known, whether the state can be. */
    private List<String> alsoTell(List<ValueRestriction> assumptions) {
        int care = real;
        Set<Variable> named = new HashSet<>();
        for (ValueRestriction each : assumptions) {
            BitSet values = new BitSet();
            each.values().forEach(value -> values.set(each.about().place(value)));
            care = regions.and(care, regions.where(each.about(), values));
            named.add(each.about());
        }
        Set<String> names = new TreeSet<>();
        for (Variable each : regions.about(possible)) {
            if (!named.contains(each) && regions.hangs(possible, each, care)) {
                names.add(each.owner());
            }
        }
        return List.copyOf(names);
    }

    /** Takes a choice of category and route with what it hangs on. */
    private interface Chosen {
        void accept(Way.Choice choice, Settling settling);
    }

    private void choices(Chosen chosen) {
        Vocabulary words = policy.vocabulary();
        BitSet reaching = reaching(space.role(), asked.value(space.role()), engine.everyRule());
        reaching = reaching(space.activity(), asked.value(space.activity()), reaching);
        reaching = reaching(space.level(), asked.value(space.level()), reaching);
        Level level = words.levels().get(asked.value(space.level()));
        for (int category : values(space.category())) {
            BitSet ofCategory = space.category()
                    .map(variable -> reaching(variable, category, engine.everyRule()))
                    .orElse(reaching);
            for (int route : values(space.route())) {
                BitSet rules = space.route()
                        .map(variable -> reaching(variable, route, ofCategory))
                        .orElse((BitSet) ofCategory.clone());
                rules.and(reaching);
                if (rules.stream().noneMatch(each -> policy.rules().get(each).isPermit())) {
                    continue;
                }
                Optional<Route> way =
                        space.route().map(variable -> words.routes().get(route));
                chosen.accept(
                        new Way.Choice(
                                space.category()
                                        .map(variable ->
                                                words.categories().get(category).id()),
                                way.map(Route::id)),
                        known.computeIfAbsent(
                                new Rules(rules, engine.upstream().modes(way, level.patientData())), this::settling));
            }
        }
    }

    private BitSet reaching(Variable variable, int value, BitSet some) {
        return engine.rules().reaching(variable.index(), value, some);
    }

    /** The values of a choice that are open to the asker; one that stands for none if there is no such choice. */
    private int[] values(Optional<Variable> choice) {
        if (choice.isEmpty()) {
            return new int[] {Assignment.OPEN};
        }
        if (!asked.isOpen(choice.get())) {
            return new int[] {asked.value(choice.get())};
        }
        int[] values = new int[choice.get().size()];
        for (int value = 0; value < values.length; value++) {
            values[value] = value;
        }
        return values;
    }

    private Settling settling(Rules here) {
        int permitted = regions.and(permitted(here), real);
        Set<Variable> hangsOn = new LinkedHashSet<>();
        for (Variable each : regions.about(permitted)) {
            if (regions.hangs(permitted, each, real)) {
                hangsOn.add(each);
            }
        }
        for (Variable each : regions.about(permitted)) {
            // What is left of it makes no difference but in states that contradict themselves.
            permitted = hangsOn.contains(each) ? permitted : regions.whatever(permitted, each);
        }
        int canBe = possible;
        for (Variable each : regions.about(possible)) {
            canBe = hangsOn.contains(each) ? canBe : regions.whatever(canBe, each);
        }
        Implicants.Found found = Implicants.of(regions, regions.or(permitted, regions.outside(canBe)), canBe, MOST);
        return new Settling(hangsOn, found.assignments(), found.complete());
    }

    /** The questions that some rules permit together, constraints aside. */
    private int permitted(Rules here) {
        int granted = regions.none();
        int forbidden = regions.none();
        for (int place = here.rules.nextSetBit(0); place >= 0; place = here.rules.nextSetBit(place + 1)) {
            Rule rule = policy.rules().get(place);
            int applies = conditions.of(rule.when());
            if (rule.isPermit()) {
                granted = regions.or(granted, regions.and(applies, admissible(rule, here.modes)));
            } else {
                forbidden = regions.or(forbidden, applies);
            }
        }
        return regions.minus(granted, forbidden);
    }

    /** The questions in which a permit is admissible for what is asked about opted-out patients. */
    private int admissible(Rule rule, List<RouteMode> modes) {
        int admissible = regions.all();
        for (int i = 0; i < modes.size(); i++) {
            if (modes.get(i).mode().hasBearing()) {
                Id.Register register = policy.vocabulary().registers().get(i).id();
                admissible = regions.and(admissible, admissible(rule, register, modes.get(i)));
            }
        }
        return admissible;
    }

    private int admissible(Rule rule, Id.Register register, RouteMode mode) {
        OptOutRequest wish = OptOutRequest.values()[asked.value(space.wish(register))];
        int held = conditions.of(new Condition.Permitted(register));
        int mayHold = conditions.of(mode.mayHold());
        int admissible = regions.none();
        for (boolean isHeld : new boolean[] {false, true}) {
            for (boolean isPossible : new boolean[] {false, true}) {
                if (rule.treatment(register, mode.mode(), wish, isHeld, isPossible)
                        .isPresent()) {
                    int here = regions.and(regions.side(held, isHeld), regions.side(mayHold, isPossible));
                    admissible = regions.or(admissible, here);
                }
            }
        }
        return admissible;
    }
}
