package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A rule: which questions it is about and what it says about them.
 *
 * @param id the rule's name, unique in the policy
 * @param effect permit or forbid
 * @param title what a reader calls it; empty if the policy gives none
 * @param because the reason given for it; empty if the policy gives none
 * @param reach which questions it is about
 * @param when the condition under which it applies
 * @param stances for a permit, the stance for every register that has a bearing on it
 * @param obligations for a permit, the duties of this rule alone
 * @param cites the clauses and rulings it implements
 */
public record Rule(
        Id.Rule id,
        Effect effect,
        String title,
        String because,
        Reach reach,
        Condition when,
        Map<Id.Register, Stance> stances,
        Set<Id.Obligation> obligations,
        List<Id.Citation> cites) {
    public Rule {
        requireNonNull(id, "id");
        requireNonNull(effect, "effect");
        requireNonNull(title, "title");
        requireNonNull(because, "because");
        requireNonNull(reach, "reach");
        requireNonNull(when, "when");
        stances = Sorted.map(stances);
        obligations = Sorted.set(obligations);
        cites = List.copyOf(cites);
    }

    /** This rule with the other effect; stances and obligations belong to permits, so they are given anew. */
    public Rule withEffect(Effect other) {
        return new Rule(id, other, title, because, reach, when, Map.of(), Set.of(), cites);
    }

    /** This rule about other questions. */
    public Rule withReach(Reach other) {
        return new Rule(id, effect, title, because, other, when, stances, obligations, cites);
    }

    /** This rule under another condition. */
    public Rule withWhen(Condition other) {
        return new Rule(id, effect, title, because, reach, other, stances, obligations, cites);
    }

    /** This rule with other stances. */
    public Rule withStances(Map<Id.Register, Stance> other) {
        return new Rule(id, effect, title, because, reach, when, other, obligations, cites);
    }

    /** This rule with other duties. */
    public Rule withObligations(Set<Id.Obligation> other) {
        return new Rule(id, effect, title, because, reach, when, stances, other, cites);
    }

    /**
     * This rule as one rule for each condition that is left of its own once the level is known, each about the levels for
     * which it is left; none where it can never apply. A rule whose condition names no level is left as it is.
     */
    public List<Rule> byLevel() {
        if (!Condition.isAbout(when, Condition.LevelIs.ABOUT)) {
            return List.of(this);
        }
        Map<Condition, List<String>> levels = new LinkedHashMap<>();
        for (Id.Level each : reach.levels()) {
            levels.computeIfAbsent(Condition.on(when, each), left -> new ArrayList<>())
                    .add(each.value());
        }
        levels.remove(Condition.NEVER);
        return levels.entrySet().stream()
                .map(part -> withReach(reach.with(Variable.Kind.LEVEL, part.getValue()))
                        .withWhen(part.getKey()))
                .toList();
    }

    /** Whether it permits something. */
    public boolean isPermit() {
        return switch (effect) {
            case PERMIT -> true;
            case FORBID -> false;
        };
    }

    /**
     * How this permit treats the patients of a register where a route has a mode for them; empty if it is not admissible
     * for what is asked.
     *
     * @param held whether the project holds the register's permission
     * @param mayHold for outputs, whether these patients can be in them
     * @throws IllegalStateException if the register has a bearing and the permit states no stance on it: the policy was not
     *     checked
     */
    public Optional<Treatment> treatment(
            Id.Register register, Mode mode, OptOutRequest asked, boolean held, boolean mayHold) {
        return Treatment.of(mode, Stance.on(register, mode, stances), asked, held, mayHold);
    }

    /**
     * This rule with the stances that have an effect, and those only, as a checked policy holds it. Empty if the loader
     * would refuse it: a stance that has an effect is not stated, or one of the rule's routes cannot keep it.
     */
    public Optional<Rule> checked(Vocabulary vocabulary) {
        Map<Id.Register, Stance> effective = new TreeMap<>();
        if (isPermit()) {
            for (OptOutRegister register : vocabulary.registers()) {
                for (Mode mode : vocabulary.bearing(reach, register.id()).values()) {
                    Stance stance = stances.get(register.id());
                    if (stance == null || !mode.keeps(stance)) {
                        return Optional.empty();
                    }
                    effective.put(register.id(), stance);
                }
            }
        }
        return Optional.of(withStances(effective));
    }

    /** This permit with the widest stance on every register on which it states none, as an edit of its reach may call for. */
    public Rule withEveryStance(Vocabulary vocabulary) {
        Map<Id.Register, Stance> every = new TreeMap<>(stances);
        vocabulary.registers().forEach(each -> every.putIfAbsent(each.id(), Stance.ALLOWED));
        return withStances(every);
    }

    /**
     * The duties that come with a grant by this permit: its own, those of the work category and of the route, and those that
     * the way patients are treated brings.
     *
     * @param category the grant's work category; empty where the policy declares none
     * @param route the grant's route; empty where the policy declares none
     * @param population how the patients of each register are treated
     */
    public Set<Id.Obligation> duties(
            Optional<WorkCategory> category, Optional<Route> route, Collection<Treatment> population) {
        Set<Id.Obligation> duties = new TreeSet<>(obligations);
        category.ifPresent(each -> duties.addAll(each.obligations()));
        route.ifPresent(each -> duties.addAll(each.obligations()));
        population.forEach(each -> each.duty().ifPresent(duties::add));
        return duties;
    }
}
