package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.Wish;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Answers a question the slow and obvious way: fills in what was left open in every possible way, asks every rule, and
 * counts. Meant to be read beside the page on what a policy means, and to be what the compiled diagram is tested against,
 * with which it shares no code. Services should use {@link DecisionPoint}: the time this takes doubles with every
 * unknown. Immutable and safe to share.
 */
public final class ReferenceInterpreter {
    private static final List<Treatment> MOST_RESTRICTIVE_FIRST = List.of(
            Treatment.EXCLUDED_BY_FILTER,
            Treatment.EXCLUDED_BY_DECLARATION,
            Treatment.DECLARATION_REQUIRED,
            Treatment.SETTLED_UPSTREAM,
            Treatment.NOT_ENFORCEABLE,
            Treatment.INCLUDED_BY_DECLARATION,
            Treatment.INCLUDED,
            Treatment.NOT_APPLICABLE);

    private final Policy policy;
    private final Vocabulary vocabulary;
    private final Space space;

    /** An interpreter of a policy that loaded without errors. */
    public ReferenceInterpreter(Policy policy) {
        this.policy = requireNonNull(policy, "policy");
        vocabulary = policy.vocabulary();
        space = Space.of(vocabulary);
    }

    /** What applies to one complete question. A grant here is never sure of more than this one state. */
    private record State(List<Id.Constraint> violated, List<Id.Rule> forbidding, List<Grant> granting) {
        boolean permitted() {
            return violated.isEmpty() && forbidding.isEmpty() && !granting.isEmpty();
        }
    }

    /**
     * The answer to a question.
     *
     * @throws IllegalArgumentException if the question is of another vocabulary, or names no role, activity or level
     */
    public Outcome decide(Situation question) {
        if (!question.space().variables().equals(space.variables())) {
            throw new IllegalArgumentException("question: not a question of this policy's vocabulary");
        }
        for (Variable each : List.of(space.role(), space.activity(), space.level())) {
            if (question.isOpen(each)) {
                throw new IllegalArgumentException("question: leaves the " + each.name() + " open");
            }
        }
        List<Rule> rules =
                policy.rules().stream().filter(each -> speaksOf(each, question)).toList();
        Set<Variable> mentioned = mentionedBy(rules);
        List<Variable> choices =
                Stream.concat(space.category().stream(), space.route().stream()).toList();
        List<List<State>> statesByChoice = new ArrayList<>();
        for (Situation choice : completions(question, choices)) {
            statesByChoice.add(completions(choice, mentioned).stream()
                    .map(complete -> state(complete, rules))
                    .toList());
        }
        List<Grant> grants = statesByChoice.stream()
                .filter(states -> states.stream().allMatch(State::permitted))
                .flatMap(states -> grantsOver(states).stream())
                .sorted(Comparator.comparing(Grant::rule)
                        .thenComparing(grant -> grant.category().map(Id::value).orElse(""))
                        .thenComparing(grant -> grant.route().map(Id::value).orElse("")))
                .toList();
        List<State> all = statesByChoice.stream().flatMap(List::stream).toList();
        if (!grants.isEmpty()) {
            return new Outcome(
                    Answer.PERMITTED,
                    Basis.GRANTED,
                    grants,
                    duties(grants),
                    mostRestrictive(grants),
                    List.of(),
                    List.of());
        }
        return all.stream().anyMatch(State::permitted) ? Outcome.UNDETERMINED : denied(all);
    }

    private static Outcome denied(List<State> all) {
        boolean inconsistent = all.stream().noneMatch(each -> each.violated.isEmpty());
        boolean barred = all.stream().noneMatch(each -> each.violated.isEmpty() && each.forbidding.isEmpty());
        return new Outcome(
                Answer.DENIED,
                inconsistent ? Basis.INCONSISTENT : barred ? Basis.FORBIDDEN : Basis.NOT_GRANTED,
                List.of(),
                Set.of(),
                Map.of(),
                inconsistent ? List.of() : inAllOrElseInSome(all, State::forbidding),
                inconsistent ? inAllOrElseInSome(all, State::violated) : List.of());
    }

    private static <I extends Id> List<I> inAllOrElseInSome(List<State> all, Function<State, List<I>> found) {
        Set<I> inSome = new TreeSet<>();
        all.forEach(each -> inSome.addAll(found.apply(each)));
        Set<I> inAll = new TreeSet<>(inSome);
        all.forEach(each -> inAll.retainAll(found.apply(each)));
        return List.copyOf(inAll.isEmpty() ? inSome : inAll);
    }

    /** The grants of one choice that is permitted in each of some states. */
    private List<Grant> grantsOver(List<State> states) {
        Map<Id.Rule, List<Grant>> byRule = new TreeMap<>();
        for (State state : states) {
            state.granting.forEach(each -> byRule.computeIfAbsent(each.rule(), rule -> new ArrayList<>())
                    .add(each));
        }
        List<Grant> grants = new ArrayList<>();
        byRule.forEach((rule, some) -> grants.add(new Grant(
                rule,
                some.size() == states.size(),
                some.get(0).category(),
                some.get(0).route(),
                mostRestrictive(some),
                duties(some))));
        return grants;
    }

    private static Set<Id.Obligation> duties(List<Grant> grants) {
        Set<Id.Obligation> duties = new TreeSet<>();
        grants.forEach(each -> duties.addAll(each.obligations()));
        return duties;
    }

    private Map<Id.Register, PopulationEntry> mostRestrictive(List<Grant> grants) {
        Map<Id.Register, PopulationEntry> population = new TreeMap<>();
        for (OptOutRegister register : vocabulary.registers()) {
            Comparator<PopulationEntry> byRestriction =
                    Comparator.comparing(entry -> MOST_RESTRICTIVE_FIRST.indexOf(entry.treatment()));
            population.put(
                    register.id(),
                    grants.stream()
                            .flatMap(grant ->
                                    Optional.ofNullable(grant.population().get(register.id())).stream())
                            .min(byRestriction)
                            .orElseThrow());
        }
        return population;
    }

    /** Every way to fill in those of some variables that a question leaves open. */
    private static List<Situation> completions(Situation question, Iterable<Variable> variables) {
        List<Situation> complete = List.of(question);
        for (Variable variable : variables) {
            if (question.isOpen(variable)) {
                List<Situation> longer = new ArrayList<>();
                for (Situation shorter : complete) {
                    for (int value = 0; value < variable.size(); value++) {
                        longer.add(shorter.with(variable, value));
                    }
                }
                complete = longer;
            }
        }
        return complete;
    }

    /** The knowledge on which some rules and the constraints may hang. */
    private Set<Variable> mentionedBy(List<Rule> rules) {
        Set<Variable> mentioned = new HashSet<>();
        for (Constraint constraint : policy.constraints()) {
            mention(constraint.given(), mentioned);
            mention(constraint.then(), mentioned);
        }
        for (Rule rule : rules) {
            mention(rule.when(), mentioned);
            if (rule.effect() == Effect.PERMIT) {
                vocabulary.registers().forEach(each -> mentioned.add(space.permission(each.id())));
            }
        }
        return mentioned;
    }

    private void mention(Condition condition, Set<Variable> mentioned) {
        if (condition instanceof Condition.FactHolds fact) {
            mentioned.add(space.fact(fact.fact()));
        } else if (condition instanceof Condition.AttributeIs attribute) {
            mentioned.add(space.attribute(attribute.attribute()));
        } else if (condition instanceof Condition.Permitted permitted) {
            mentioned.add(space.permission(permitted.register()));
        } else if (condition instanceof Condition.Not not) {
            mention(not.condition(), mentioned);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(each -> mention(each, mentioned));
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(each -> mention(each, mentioned));
        }
    }

    private State state(Situation complete, List<Rule> rules) {
        List<Rule> matching = rules.stream()
                .filter(each -> reaches(each, complete) && holds(each.when(), complete))
                .toList();
        return new State(
                policy.constraints().stream()
                        .filter(each -> holds(each.given(), complete) && !holds(each.then(), complete))
                        .map(Constraint::id)
                        .toList(),
                matching.stream()
                        .filter(each -> each.effect() == Effect.FORBID)
                        .map(Rule::id)
                        .toList(),
                matching.stream()
                        .filter(each -> each.effect() == Effect.PERMIT)
                        .flatMap(each -> grant(each, complete).stream())
                        .toList());
    }

    private boolean speaksOf(Rule rule, Situation question) {
        return rule.roles().contains(new Id.Role(question.word(space.role())))
                && rule.activities().contains(new Id.Activity(question.word(space.activity())))
                && rule.levels().contains(new Id.Level(question.word(space.level())));
    }

    private boolean reaches(Rule rule, Situation complete) {
        return category(complete)
                        .map(each -> rule.categories().contains(each.id()))
                        .orElse(true)
                && route(complete)
                        .map(each -> rule.routes().contains(each.id()))
                        .orElse(true);
    }

    private Optional<WorkCategory> category(Situation complete) {
        return space.category().map(each -> vocabulary.categories().get(complete.value(each)));
    }

    private Optional<Route> route(Situation complete) {
        return space.route().map(each -> vocabulary.routes().get(complete.value(each)));
    }

    private boolean holds(Condition condition, Situation complete) {
        if (condition instanceof Condition.FactHolds fact) {
            return complete.isTrue(space.fact(fact.fact()));
        }
        if (condition instanceof Condition.AttributeIs attribute) {
            return attribute.values().contains(new Id.Value(complete.word(space.attribute(attribute.attribute()))));
        }
        if (condition instanceof Condition.Permitted permitted) {
            return complete.isTrue(space.permission(permitted.register()));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), complete);
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(each -> holds(each, complete));
        }
        return ((Condition.AnyOf) condition).parts().stream().anyMatch(each -> holds(each, complete));
    }

    /** The grant of a permit rule that matches, if the rule is admissible. */
    private Optional<Grant> grant(Rule rule, Situation complete) {
        Set<Id.Obligation> duties = new TreeSet<>(rule.obligations());
        category(complete).ifPresent(each -> duties.addAll(each.obligations()));
        route(complete).ifPresent(each -> duties.addAll(each.obligations()));
        Map<Id.Register, PopulationEntry> population = new TreeMap<>();
        for (OptOutRegister register : vocabulary.registers()) {
            Optional<Treatment> treatment = treatment(
                    mode(register.id(), complete),
                    rule.stances().getOrDefault(register.id(), Stance.NEVER),
                    Wish.values()[complete.value(space.wish(register.id()))],
                    complete.isTrue(space.permission(register.id())));
            if (treatment.isEmpty()) {
                return Optional.empty();
            }
            population.put(register.id(), PopulationEntry.of(register, treatment.get()));
            if (treatment.get() == Treatment.DECLARATION_REQUIRED) {
                duties.add(Vocabulary.DECLARE_OPT_OUT_HANDLING);
            }
        }
        return Optional.of(new Grant(
                rule.id(),
                true,
                category(complete).map(WorkCategory::id),
                route(complete).map(Route::id),
                population,
                duties));
    }

    private Mode mode(Id.Register register, Situation complete) {
        boolean patientData =
                vocabulary.levels().get(complete.value(space.level())).patientData();
        return route(complete)
                .filter(each -> patientData)
                .map(each -> each.modes().getOrDefault(register, Mode.NOT_APPLICABLE))
                .orElse(Mode.NOT_APPLICABLE);
    }

    /** The table of modes and wishes, read row by row; empty where the rule is not admissible. */
    private static Optional<Treatment> treatment(Mode mode, Stance stance, Wish asked, boolean holdsPermission) {
        boolean follows = stance == Stance.IF_PROJECT_PERMITTED && holdsPermission;
        boolean grants = stance == Stance.ALLOWED || follows;
        boolean include = asked == Wish.INCLUDE;
        boolean exclude = asked == Wish.EXCLUDE;
        Treatment outcome = switch (mode) {
            case FILTERED -> include || (follows && !exclude) ? Treatment.INCLUDED : Treatment.EXCLUDED_BY_FILTER;
            case DECLARED ->
                include
                        ? Treatment.INCLUDED_BY_DECLARATION
                        : exclude ? Treatment.EXCLUDED_BY_DECLARATION : Treatment.DECLARATION_REQUIRED;
            case UNFILTERED -> Treatment.INCLUDED;
            case UNENFORCEABLE -> Treatment.NOT_ENFORCEABLE;
            case DERIVED -> Treatment.SETTLED_UPSTREAM;
            case NOT_APPLICABLE -> Treatment.NOT_APPLICABLE;
        };
        boolean admissible = switch (mode) {
            case FILTERED, DECLARED -> !include || grants;
            case UNFILTERED, UNENFORCEABLE -> !exclude;
            case DERIVED -> include ? grants : !exclude || !holdsPermission;
            case NOT_APPLICABLE -> true;
        };
        return admissible ? Optional.of(outcome) : Optional.empty();
    }
}
