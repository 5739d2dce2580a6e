package dev.remit.analyze.prove;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.prove.ProjectStays.Stay;
import dev.remit.analyze.region.QuestionSetStore;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.RegisterVariables;
import dev.remit.model.Registers;
import dev.remit.model.Scope;
import dev.remit.model.Space;
import dev.remit.model.Timeline;
import dev.remit.model.TooLargeException;
import dev.remit.model.Variable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the people of a register who reach, in two roles they hold on one day, two things that an invariant keeps apart, or
 * to whom one role permits what another forbids. What one role reaches by itself is for {@link Prover} to find, whoever holds it. Every day is looked at, past or to come; only what changes on it makes it a day to look at. What callers know is
 * taken to be as it needs to be, for either of the two things, since they need not be done at the same moment.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Separation {
    private static final LocalDate USUAL = LocalDate.of(2000, 1, 1);

    private final Policy policy;
    private final Registers registers;
    private final QuestionSetStore questions;
    private final ProjectStays projects;
    private final Map<Assignment, List<Period>> windows = new HashMap<>();

    private final Space space;
    private final RegisterVariables registered;

    Separation(CompiledPolicy compiled, QuestionSetStore questions, Registers registers) {
        this.questions = questions;
        this.registers = registers;
        policy = compiled.policy();
        space = compiled.space();
        registered = new RegisterVariables(policy.vocabulary(), space);
        projects = new ProjectStays(policy, space, registers.projects());
        projects.byState().forEach((state, stays) -> windows.put(state, PersonState.windows(stays)));
    }

    /** Prepares to look through registers under the policy of a decision point. */
    public static Separation of(DecisionPoint decisions, Registers registers) {
        CompiledPolicy compiled = decisions.compiled();
        return new Separation(compiled, new QuestionSetStore(compiled), registers);
    }

    /**
     * A person who reaches both.
     *
     * @param person the person
     * @param day a day on which both are reached
     * @param one the first of the two things, as the person reaches it
     * @param other the second
     */
    public record Breach(Id.Person person, LocalDate day, Reached one, Reached other) {
        public Breach {
            requireNonNull(person, "person");
            requireNonNull(day, "day");
            requireNonNull(one, "one");
            requireNonNull(other, "other");
        }
    }

    /**
     * Something a person reaches.
     *
     * @param role the role it is reached in
     * @param project for which project; empty for none
     * @param question a complete question about it: permitted, or forbidden if it is a prohibition that is reached
     */
    public record Reached(Id.Role role, Optional<Id.Project> project, Assignment question) {
        public Reached {
            requireNonNull(role, "role");
            requireNonNull(project, "project");
            requireNonNull(question, "question");
        }
    }

    /**
     * The people who break an invariant, each on the first day found; none if it is not one of this kind.
     *
     * @throws TooLargeException if what it keeps apart takes too much room
     */
    public List<Breach> breaches(Invariant invariant) {
        if (!(invariant.claim() instanceof Claim.Apart claim)) {
            return List.of();
        }
        return questions.fitting(
                sets -> breaches(SeparationClaim.of(claim, sets), claim.anyProject()),
                claim.scopes().stream().map(Scope::when).toList(),
                () -> "what invariant `" + invariant.id() + "` keeps apart",
                List.of(PolicyPath.of(invariant.id())));
    }

    /**
     * The people for whom one role permits what another forbids, each on the first day found: the first thing is permitted,
     * the second is the same and forbidden.
     *
     * @throws TooLargeException if what is permitted and forbidden takes too much room
     */
    public List<Breach> liftedProhibitions() {
        return questions.fitting(
                sets -> breaches(new LiftedProhibitions(sets), false),
                List.of(),
                () -> "what one role permits and another forbids",
                List.of());
    }

    private List<Breach> breaches(RolePair both, boolean anyProject) {
        return registers.people().values().stream()
                .filter(Separation::hasTwoRoles)
                .flatMap(person -> breach(person, both, anyProject).stream())
                .toList();
    }

    private static boolean hasTwoRoles(Person person) {
        return person.roles().stream().map(Person.HeldRole::role).distinct().count() > 1;
    }

    private Optional<Breach> breach(Person person, RolePair both, boolean anyProject) {
        for (Period days : Timeline.of(person.periods()).stretches()) {
            LocalDate day = Timeline.day(days);
            if (mayConcern(person, day, both)) {
                List<PersonState> states = states(person, day, both);
                List<Way> one = ways(states, both::oneIsReached);
                List<Way> other = ways(states, both::otherIsReached);
                for (Way first : one) {
                    for (Way second : other) {
                        boolean isInTwoRoles = !first.role().equals(second.role());
                        boolean fits = isInTwoRoles && (anyProject || first.place == second.place);
                        Optional<Period> common = fits ? first.state.together(second.state, days) : Optional.empty();
                        Optional<RolePair.Questions> asked =
                                common.flatMap(each -> both.together(first.assignment, second.assignment));
                        if (asked.isPresent()) {
                            return Optional.of(breach(person, common.orElseThrow(), first, second, asked.get()));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** One role in one state, which has its place among the person's. */
    private record Way(Assignment assignment, int place, PersonState state) {
        Id.Role role() {
            return new Id.Role(assignment.word(assignment.space().role()));
        }
    }

    private static List<Way> ways(List<PersonState> states, Predicate<Assignment> isReached) {
        List<Way> ways = new ArrayList<>();
        for (int place = 0; place < states.size(); place++) {
            PersonState state = states.get(place);
            for (Assignment role : state.roles()) {
                Variable variable = role.space().role();
                Assignment assignment = state.assignment().with(variable, role.value(variable));
                if (isReached.test(assignment)) {
                    ways.add(new Way(assignment, place, state));
                }
            }
        }
        return ways;
    }

    /** The roles a person holds in which something of either could be done, as far as roles show. */
    private List<Assignment> roles(Person.OnDay person, RolePair both) {
        Variable variable = space.role();
        return person.roles().stream()
                .map(each -> variable.ordinal(each.value()).orElseThrow())
                .sorted()
                .filter(role -> both.concerns(variable, role))
                .map(role -> Assignment.open(space).with(variable, role))
                .toList();
    }

    /** Whether a role that is held on a day, for some project or for every one, reaches something of either. */
    private boolean mayConcern(Person person, LocalDate day, RolePair both) {
        return !roles(person.on(day, Optional.empty()), both).isEmpty()
                || person.projects().stream()
                        .anyMatch(each ->
                                !roles(person.on(day, Optional.of(each)), both).isEmpty());
    }

    private List<PersonState> states(Person person, LocalDate day, RolePair both) {
        Person.OnDay anywhere = person.on(day, Optional.empty());
        List<Assignment> roles = roles(anywhere, both);
        Set<Id.Project> named = new LinkedHashSet<>();
        List<PersonState> states = new ArrayList<>();
        Set<Assignment> mixed = new HashSet<>();
        for (Id.Project each : person.projects()) {
            Person.OnDay there = person.on(day, Optional.of(each));
            if (!there.equals(anywhere)) {
                named.add(each);
                List<Assignment> rolesThere = roles(there, both);
                projects.of(each).forEach(stay -> {
                    mixed.add(stay.state());
                    states.add(PersonState.of(registered.with(stay.state(), there), rolesThere, List.of(stay)));
                });
            }
        }
        projects.none()
                .ifPresent(none ->
                        states.add(PersonState.of(registered.with(none.state(), anywhere), roles, List.of(none))));
        projects.byState().forEach((state, stays) -> {
            List<Stay> others = mixed.contains(state)
                    ? stays.stream()
                            .filter(stay ->
                                    stay.project().filter(named::contains).isEmpty())
                            .toList()
                    : stays;
            states.add(new PersonState(
                    registered.with(state, anywhere),
                    roles,
                    others,
                    others == stays ? windows.getOrDefault(state, List.of()) : PersonState.windows(others)));
        });
        return states;
    }

    private Breach breach(Person person, Period common, Way first, Way second, RolePair.Questions asked) {
        LocalDate day = common.day(policy.header().effectiveFrom().orElse(USUAL));
        Stay one = first.state.on(day);
        Stay other = first.place == second.place ? one : second.state.on(day);
        return new Breach(person.id(), day, reached(first, one, asked.one()), reached(second, other, asked.other()));
    }

    private static Reached reached(Way way, Stay stay, Assignment question) {
        return new Reached(way.role(), stay.project(), question);
    }
}
