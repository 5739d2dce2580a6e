package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.PatientList;
import dev.remit.model.Policy;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
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
import java.util.function.Predicate;

/**
 * Answers a question the slow and obvious way: fills in what was left open in every possible way, asks every rule, and
 * counts. Meant to be read beside the page on what a policy means, and to be what the compiled diagram is held to; the
 * two share no code. Services should use {@link DecisionPoint}: the time this takes doubles with every unknown that
 * matters. Immutable and safe to share.
 */
public final class ReferenceInterpreter {
    private final Policy policy;
    private final Vocabulary vocabulary;
    private final Space space;

    /** An interpreter of a policy that loaded without errors. */
    public ReferenceInterpreter(Policy policy) {
        this.policy = requireNonNull(policy, "policy");
        vocabulary = policy.vocabulary();
        space = Space.of(vocabulary);
    }

    /** What applies to one complete question: violated constraints, matching forbid rules, admissible permit rules. */
    private record State(List<Id.Constraint> violated, List<Id.Rule> forbidding, List<Grant> granting) {
        boolean permitted() {
            return !barred() && !granting.isEmpty();
        }

        boolean barred() {
            return inconsistent() || !forbidding.isEmpty();
        }

        boolean inconsistent() {
            return !violated.isEmpty();
        }
    }

    /**
     * The answer to a question.
     *
     * @throws IllegalArgumentException if the question is of another vocabulary, or names no role, activity or level
     */
    public Outcome decide(Assignment question) {
        if (!question.space().variables().equals(space.variables())) {
            throw new IllegalArgumentException("question: not of this policy's vocabulary");
        }
        for (Variable each : List.of(space.role(), space.activity(), space.level())) {
            if (question.isOpen(each)) {
                throw new IllegalArgumentException("question: the " + each.name() + " is open");
            }
        }
        List<Grant> grants = new ArrayList<>();
        List<State> all = new ArrayList<>();
        for (Assignment choice : completions(question, each -> each.kind().isChoice())) {
            List<Rule> rules = policy.rules().stream()
                    .filter(each -> speaksOf(each, choice))
                    .toList();
            Set<Variable> mentioned = mentionedBy(rules);
            List<State> states = completions(choice, mentioned::contains).stream()
                    .filter(this::canBe)
                    .map(each -> state(each, rules))
                    .toList();
            all.addAll(states);
            if (states.stream().allMatch(State::permitted)) {
                grants.addAll(grantsOver(states));
            }
        }
        if (!grants.isEmpty()) {
            grants.sort(Comparator.comparing(Grant::rule)
                    .thenComparing(each -> each.category().map(Id::value).orElse(""))
                    .thenComparing(each -> each.route().map(Id::value).orElse("")));
            Map<Id.Register, PopulationEntry> population = mostRestrictive(grants);
            return new Outcome(
                    Answer.PERMITTED, Basis.GRANTED, grants, duties(grants), population, List.of(), List.of());
        }
        if (all.stream().anyMatch(State::permitted)) {
            return Outcome.UNDETERMINED;
        }
        if (all.stream().allMatch(State::inconsistent)) {
            return Outcome.denied(Basis.INCONSISTENT, List.of(), inAllOrElseInSome(all, State::violated));
        }
        Basis basis = all.stream().allMatch(State::barred) ? Basis.FORBIDDEN : Basis.NOT_GRANTED;
        List<State> consistent =
                all.stream().filter(each -> !each.inconsistent()).toList();
        return Outcome.denied(basis, inAllOrElseInSome(consistent, State::forbidding), List.of());
    }

    /** Whether no permission is held that was never held. */
    private boolean canBe(Assignment state) {
        return vocabulary.registers().stream()
                .noneMatch(each -> state.value(space.permission(each.id())) == 1
                        && state.value(space.everPermitted(each.id())) == 0);
    }

    /** Every way to fill in those of some variables that a question leaves open. */
    private static List<Assignment> completions(Assignment question, Predicate<Variable> some) {
        List<Assignment> complete = List.of(question);
        for (Variable variable : question.space().variables()) {
            if (question.isOpen(variable) && some.test(variable)) {
                List<Assignment> longer = new ArrayList<>();
                for (Assignment shorter : complete) {
                    for (int value = 0; value < variable.size(); value++) {
                        longer.add(shorter.with(variable, value));
                    }
                }
                complete = longer;
            }
        }
        return complete;
    }

    private static <I extends Id> List<I> inAllOrElseInSome(List<State> all, Function<State, List<I>> found) {
        Set<I> inSome = new TreeSet<>();
        all.forEach(each -> inSome.addAll(found.apply(each)));
        Set<I> inAll = new TreeSet<>(inSome);
        all.forEach(each -> inAll.retainAll(found.apply(each)));
        return List.copyOf(inAll.isEmpty() ? inSome : inAll);
    }

    /** The grants of one choice, which is permitted in each of some states. */
    private List<Grant> grantsOver(List<State> states) {
        Map<Id.Rule, List<Grant>> byRule = new TreeMap<>();
        for (State state : states) {
            for (Grant each : state.granting) {
                byRule.computeIfAbsent(each.rule(), rule -> new ArrayList<>()).add(each);
            }
        }
        List<Grant> grants = new ArrayList<>();
        byRule.forEach((rule, some) -> {
            boolean always = some.size() == states.size();
            Grant one = some.get(0);
            grants.add(new Grant(rule, always, one.category(), one.route(), mostRestrictive(some), duties(some)));
        });
        return grants;
    }

    private static Set<Id.Obligation> duties(List<Grant> grants) {
        Set<Id.Obligation> duties = new TreeSet<>();
        grants.forEach(each -> duties.addAll(each.obligations()));
        return duties;
    }

    /** For each register the entry of all that stands first in {@link Treatment}. */
    private static Map<Id.Register, PopulationEntry> mostRestrictive(List<Grant> grants) {
        Map<Id.Register, PopulationEntry> population = new TreeMap<>();
        for (Grant grant : grants) {
            grant.population()
                    .forEach((register, entry) -> population.merge(
                            register,
                            entry,
                            (one, other) -> one.treatment().compareTo(other.treatment()) <= 0 ? one : other));
        }
        return population;
    }

    /** The knowledge on which some rules and the constraints can hang. */
    private Set<Variable> mentionedBy(List<Rule> rules) {
        Set<Variable> mentioned = new HashSet<>();
        for (Constraint constraint : policy.constraints()) {
            mention(constraint.given(), mentioned);
            mention(constraint.then(), mentioned);
        }
        for (Rule rule : rules) {
            mention(rule.when(), mentioned);
            if (rule.isPermit()) {
                for (OptOutRegister each : vocabulary.registers()) {
                    mentioned.add(space.permission(each.id()));
                    mentioned.add(space.everPermitted(each.id()));
                }
                vocabulary.routes().forEach(route -> route.sources().forEach(each -> mention(each.when(), mentioned)));
            }
        }
        return mentioned;
    }

    private void mention(Condition condition, Set<Variable> mentioned) {
        if (condition instanceof Condition.FactIs fact) {
            mentioned.add(space.fact(fact.fact()));
        } else if (condition instanceof Condition.AttributeIs attribute) {
            mentioned.add(space.attribute(attribute.attribute()));
        } else if (condition instanceof Condition.Permitted permitted) {
            mentioned.add(space.permission(permitted.register()));
        } else if (condition instanceof Condition.EverPermitted permitted) {
            mentioned.add(space.everPermitted(permitted.register()));
        } else if (condition instanceof Condition.Not not) {
            mention(not.condition(), mentioned);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(each -> mention(each, mentioned));
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(each -> mention(each, mentioned));
        }
    }

    private State state(Assignment complete, List<Rule> rules) {
        State state = new State(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Constraint each : policy.constraints()) {
            if (holds(each.given(), complete) && !holds(each.then(), complete)) {
                state.violated.add(each.id());
            }
        }
        for (Rule each : rules) {
            if (holds(each.when(), complete)) {
                if (each.effect() == Effect.FORBID) {
                    state.forbidding.add(each.id());
                } else {
                    grant(each, complete).ifPresent(state.granting::add);
                }
            }
        }
        return state;
    }

    private boolean speaksOf(Rule rule, Assignment choice) {
        return has(rule.reach().roles(), choice, space.role())
                && has(rule.reach().activities(), choice, space.activity())
                && has(rule.reach().levels(), choice, space.level())
                && space.category().stream().allMatch(each -> has(rule.reach().categories(), choice, each))
                && space.route().stream().allMatch(each -> has(rule.reach().routes(), choice, each));
    }

    private static boolean has(Set<? extends Id> ids, Assignment question, Variable variable) {
        String said = question.word(variable);
        return ids.stream().anyMatch(each -> each.value().equals(said));
    }

    private boolean holds(Condition condition, Assignment complete) {
        if (condition instanceof Condition.FactIs fact) {
            return has(fact.values(), complete, space.fact(fact.fact()));
        } else if (condition instanceof Condition.AttributeIs attribute) {
            return has(attribute.values(), complete, space.attribute(attribute.attribute()));
        } else if (condition instanceof Condition.Permitted permitted) {
            return complete.isTrue(space.permission(permitted.register()));
        } else if (condition instanceof Condition.EverPermitted permitted) {
            return complete.isTrue(space.everPermitted(permitted.register()));
        } else if (condition instanceof Condition.LevelIs level) {
            return has(level.levels(), complete, space.level());
        } else if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), complete);
        } else if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(each -> holds(each, complete));
        }
        return ((Condition.AnyOf) condition).parts().stream().anyMatch(each -> holds(each, complete));
    }

    /** The grant of a permit rule that matches, if the rule is admissible. */
    private Optional<Grant> grant(Rule rule, Assignment complete) {
        Optional<WorkCategory> category =
                space.category().map(each -> vocabulary.categories().get(complete.value(each)));
        Optional<Route> route = space.route().map(each -> vocabulary.routes().get(complete.value(each)));
        Set<Id.Obligation> duties = new TreeSet<>(rule.obligations());
        category.ifPresent(each -> duties.addAll(each.obligations()));
        route.ifPresent(each -> duties.addAll(each.obligations()));
        boolean patientData =
                vocabulary.levels().get(complete.value(space.level())).patientData();
        Map<Id.Register, PopulationEntry> population = new TreeMap<>();
        for (OptOutRegister register : vocabulary.registers()) {
            Optional<Treatment> treatment = treatment(
                    route.filter(each -> patientData)
                            .map(each -> each.mode(register.id()))
                            .orElse(Mode.NOT_APPLICABLE),
                    rule.stances().getOrDefault(register.id(), Stance.NEVER),
                    OptOutRequest.values()[complete.value(space.wish(register.id()))],
                    complete.isTrue(space.permission(register.id())),
                    route.isPresent() && mayHold(route.get(), register.id(), complete));
            if (treatment.isEmpty()) {
                return Optional.empty();
            }
            PatientList patients = route.map(each -> each.lists().get(register.id()))
                    .orElse(new PatientList(register.list(), register.keep()));
            population.put(register.id(), PopulationEntry.of(register, patients, treatment.get()));
            if (treatment.get() == Treatment.DECLARATION_REQUIRED) {
                duties.add(Vocabulary.DECLARE_OPT_OUT_HANDLING);
            }
        }
        return Optional.of(
                new Grant(rule.id(), true, category.map(WorkCategory::id), route.map(Route::id), population, duties));
    }

    /** Whether patients of a register can be in the outputs on a route. */
    private boolean mayHold(Route outputs, Id.Register register, Assignment complete) {
        for (Route.Source source : outputs.sources()) {
            Mode mode = vocabulary.routes().stream()
                    .filter(each -> each.id().equals(source.route()))
                    .map(each -> each.mode(register))
                    .findFirst()
                    .orElse(Mode.NOT_APPLICABLE);
            boolean isIncluding = mode != Mode.NOT_APPLICABLE
                    && (mode != Mode.FILTERED
                            || complete.isTrue(space.everPermitted(register))
                            || policy.rules().stream().anyMatch(each -> includes(each, source.route(), register)));
            if (isIncluding && holds(source.when(), complete)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a permit on a route that filters grants the inclusion of a register's patients to every project. */
    private boolean includes(Rule rule, Id.Route route, Id.Register register) {
        return rule.isPermit()
                && rule.stances().get(register) == Stance.ALLOWED
                && rule.reach().routes().contains(route)
                && vocabulary.levels().stream()
                        .anyMatch(each ->
                                each.patientData() && rule.reach().levels().contains(each.id()));
    }

    /** The table of modes and wishes; empty where the rule is not admissible. */
    private static Optional<Treatment> treatment(
            Mode mode, Stance stance, OptOutRequest asked, boolean holdsPermission, boolean mayHold) {
        boolean include = asked == OptOutRequest.INCLUDE;
        boolean exclude = asked == OptOutRequest.EXCLUDE;
        boolean follows = stance == Stance.IF_PROJECT_PERMITTED && holdsPermission;
        boolean grants =
                follows || (stance == Stance.IF_ASKED_AND_PERMITTED && holdsPermission) || stance == Stance.ALLOWED;
        return switch (mode) {
            case FILTERED ->
                include
                        ? when(grants, Treatment.INCLUDED)
                        : when(true, follows && !exclude ? Treatment.INCLUDED : Treatment.EXCLUDED_BY_FILTER);
            case DECLARED ->
                include
                        ? when(grants, Treatment.INCLUDED_BY_DECLARATION)
                        : when(true, exclude ? Treatment.EXCLUDED_BY_DECLARATION : Treatment.DECLARATION_REQUIRED);
            case UNFILTERED -> when(!exclude, Treatment.INCLUDED);
            case UNENFORCEABLE -> when(!exclude, Treatment.NOT_ENFORCEABLE);
            case DERIVED -> when(include ? grants : !(exclude && mayHold), Treatment.SETTLED_UPSTREAM);
            case NOT_APPLICABLE -> when(true, Treatment.NOT_APPLICABLE);
        };
    }

    private static Optional<Treatment> when(boolean admissible, Treatment treatment) {
        return admissible ? Optional.of(treatment) : Optional.empty();
    }
}
