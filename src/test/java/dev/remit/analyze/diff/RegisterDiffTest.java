package dev.remit.analyze.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.CompleteQuestions;
import dev.remit.analyze.Progress;
import dev.remit.analyze.diff.AccessChange.Kind;
import dev.remit.analyze.diff.RegisterChange.Entry;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.model.Assignment;
import dev.remit.model.DatedRegisters;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.VocabularyEntry;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what registers change to asking, day by day, every question about each project and each person before and after. */
class RegisterDiffTest {
    private static final GeneratedPolicies.Size TINY = new GeneratedPolicies.Size(2, 2, 1, 2, 1, 1, 1, 2, 3, 4, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 8;
    private static final List<Id.Project> PROJECTS = List.of(new Id.Project("p1"), new Id.Project("p2"));
    private static final List<Id.Person> PEOPLE = List.of(new Id.Person("ann"), new Id.Person("bob"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tellsExactlyWhatChangesForProjectsAndPeople(long block) {
        for (long seed = block * 1000; seed < block * 1000 + 25; seed++) {
            Policy policy = GeneratedPolicies.ofPlainPeople(seed, TINY);
            SplittableRandom random = new SplittableRandom(seed);
            Registers before = registers(policy, random);
            Registers after = registers(policy, random);
            DecisionPoint decisions = DecisionPoint.of(policy, Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH);

            List<RegisterChange> told = PolicyDiff.between(decisions, before, decisions, after, Progress.UNHEARD)
                    .registers();

            compare(policy, before, after, told, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void seesProjectsAndPeopleAsTheyAreOnEachDay(long block) {
        Policy policy = DatedRegisters.policy();
        DecisionPoint decisions = DecisionPoint.of(policy, Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH);
        for (long seed = block * 1000; seed < block * 1000 + 3; seed++) {
            Registers before = DatedRegisters.of(seed);
            Registers after = DatedRegisters.of(seed + 500);

            List<RegisterChange> told = PolicyDiff.between(decisions, before, decisions, after, Progress.UNHEARD)
                    .registers();

            compare(policy, before, after, told, "seed " + seed);
        }
    }

    private static void compare(
            Policy policy, Registers before, Registers after, List<RegisterChange> told, String about) {
        ReferenceInterpreter interpreter = new ReferenceInterpreter(policy);
        Space space = Space.of(policy.vocabulary());
        Map<Assignment, Outcome> answers = new HashMap<>();
        CompleteQuestions.of(space, Integer.MAX_VALUE).stream()
                .filter(each -> canBe(policy, each))
                .forEach(each -> answers.put(each, interpreter.decide(each)));
        Map<Assignment, Set<Object>> whatever = whatever(answers);
        for (int day = -1; day <= DAYS + 1; day++) {
            LocalDate on = FIRST.plusDays(day);
            for (Id.Project id : PROJECTS) {
                Optional<Map<String, String>> was = state(policy, find(before.projects(), id), on);
                Optional<Map<String, String>> is = state(policy, find(after.projects(), id), on);
                List<AccessChange> changes = changes(told, Entry.PROJECT, id.value(), Optional.empty(), on);
                answers.keySet().forEach(question -> {
                    // The other state's values stand in for those a side has.
                    Set<Object> old = ways(answers, whatever, question, was);
                    Set<Object> now = ways(answers, whatever, question, is);
                    boolean out = was.map(each -> violates(answers, question, each))
                                    .orElse(true)
                            && is.map(each -> violates(answers, question, each)).orElse(true);
                    if (!out) {
                        assertTold(changes, question, old, now, about + " " + id + " on " + on);
                    }
                });
            }
            for (Id.Person id : PEOPLE) {
                for (Id.Project project : PROJECTS) {
                    comparePerson(policy, before, after, told, answers, id, project, on, about);
                }
            }
        }
    }

    /** Held and never held is no state of a project. */
    private static boolean canBe(Policy policy, Assignment question) {
        Space space = question.space();
        return policy.vocabulary().registers().stream()
                .allMatch(each -> !question.isTrue(space.permission(each.id()))
                        || question.isTrue(space.everPermitted(each.id())));
    }

    private static void comparePerson(
            Policy policy,
            Registers before,
            Registers after,
            List<RegisterChange> told,
            Map<Assignment, Outcome> answers,
            Id.Person id,
            Id.Project project,
            LocalDate on,
            String about) {
        Optional<Person> old = find(before.people(), id);
        Optional<Person> now = find(after.people(), id);
        boolean isNamed = isNamed(old, project) || isNamed(now, project);
        if (old.equals(now) || !isNamed) {
            return;
        }
        List<AccessChange> changes = changes(told, Entry.PERSON, id.value(), Optional.of(project), on);
        for (VocabularyEntry<Id.Role> role : policy.vocabulary().roles()) {
            Optional<Map<String, String>> was = state(policy, before, id, project, role.id(), on);
            Optional<Map<String, String>> is = state(policy, after, id, project, role.id(), on);
            answers.keySet().forEach(question -> {
                if (question.word(question.space().role()).equals(role.id().value())) {
                    Set<Object> granted = ways(answers, Map.of(), question, was);
                    Set<Object> grants = ways(answers, Map.of(), question, is);
                    boolean out = was.map(each -> violates(answers, question, each))
                                    .orElse(true)
                            && is.map(each -> violates(answers, question, each)).orElse(true);
                    if (!out) {
                        assertTold(
                                changes, question, granted, grants, about + " " + id + " for " + project + " on " + on);
                    }
                }
            });
        }
    }

    private static void assertTold(
            List<AccessChange> changes, Assignment question, Set<Object> old, Set<Object> now, String about) {
        Set<Kind> kinds = new HashSet<>();
        changes.stream()
                .filter(each -> CompleteQuestions.holds(each.where(), question))
                .forEach(each -> kinds.add(each.kind()));
        Set<Kind> expected = old.equals(now)
                ? Set.of()
                : old.isEmpty() ? Set.of(Kind.GAINED) : now.isEmpty() ? Set.of(Kind.LOST) : Set.of(Kind.CHANGED);
        assertThat(kinds).as("%s: %s", about, question).isEqualTo(expected);
    }

    private static List<AccessChange> changes(
            List<RegisterChange> told, Entry entry, String id, Optional<Id.Project> project, LocalDate on) {
        List<AccessChange> changes = new ArrayList<>();
        told.stream()
                .filter(each -> each.entry() == entry && each.id().equals(id))
                .forEach(each -> each.effects().stream()
                        .filter(effect -> effect.period().contains(on)
                                && project.map(effect.projects()::contains).orElse(true))
                        .forEach(effect -> changes.addAll(effect.changes())));
        return changes;
    }

    private static Assignment with(Assignment question, Map<String, String> state) {
        Assignment changed = question;
        for (var each : state.entrySet()) {
            Variable variable = question.space().find(each.getKey()).orElseThrow();
            changed = changed.with(variable, variable.ordinal(each.getValue()).orElseThrow());
        }
        return changed;
    }

    private static boolean violates(Map<Assignment, Outcome> answers, Assignment question, Map<String, String> state) {
        return answer(answers, with(question, state)).basis() == Basis.INCONSISTENT;
    }

    private static Set<Object> ways(
            Map<Assignment, Outcome> answers,
            Map<Assignment, Set<Object>> whatever,
            Assignment question,
            Optional<Map<String, String>> state) {
        return state.map(each -> terms(grants(answer(answers, with(question, each)))))
                .orElseGet(() -> terms(whatever.getOrDefault(projectless(question), Set.of())));
    }

    private static Outcome answer(Map<Assignment, Outcome> answers, Assignment question) {
        return find(answers, question).orElseThrow();
    }

    private record By(Id.Rule rule, Object terms) {}

    private static Set<Object> grants(Outcome outcome) {
        Set<Object> grants = new HashSet<>();
        for (Grant grant : outcome.grants()) {
            Map<Id.Register, Object> population = new HashMap<>();
            grant.population().forEach((register, entry) -> population.put(register, entry.treatment()));
            grants.add(new By(grant.rule(), List.of(population, grant.obligations())));
        }
        return grants;
    }

    private static Set<Object> terms(Set<Object> grants) {
        Set<Object> terms = new HashSet<>();
        grants.forEach(each -> terms.add(((By) each).terms()));
        return terms;
    }

    /** For each question about the first project in order, what is granted in the same way for every project that can be. */
    private static Map<Assignment, Set<Object>> whatever(Map<Assignment, Outcome> answers) {
        Map<Assignment, Set<Object>> whatever = new HashMap<>();
        answers.forEach((question, outcome) -> {
            if (outcome.basis() != Basis.INCONSISTENT) {
                whatever.merge(projectless(question), grants(outcome), (one, other) -> {
                    Set<Object> both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                });
            }
        });
        return whatever;
    }

    private static Assignment projectless(Assignment question) {
        Assignment first = question;
        for (Variable each : question.space().variables()) {
            if (each.kind().isOfProject()) {
                first = first.with(each, 0);
            }
        }
        return first;
    }

    private static <K, V> Optional<V> find(Map<K, V> entries, K id) {
        return Optional.ofNullable(entries.get(id));
    }

    private static Optional<Map<String, String>> state(Policy policy, Optional<Project> found, LocalDate on) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(DatedRegisters.state(policy, found.get(), on));
    }

    private static Optional<Map<String, String>> state(
            Policy policy, Registers registers, Id.Person id, Id.Project project, Id.Role role, LocalDate on) {
        Optional<Person> person = find(registers.people(), id);
        Optional<Map<String, String>> of = state(policy, find(registers.projects(), project), on);
        boolean holds = person.filter(each ->
                        DatedRegisters.roles(each, Optional.of(project), on).contains(role.value()))
                .isPresent();
        if (!holds || of.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> state = new HashMap<>(of.get());
        state.putAll(DatedRegisters.state(policy, person.orElseThrow(), Optional.of(project), on));
        return Optional.of(state);
    }

    private static boolean isNamed(Optional<Person> person, Id.Project project) {
        return person.stream()
                .flatMap(each -> Stream.concat(
                        each.facts().stream().flatMap(fact -> fact.project().stream()),
                        each.roles().stream().flatMap(role -> role.project().stream())))
                .anyMatch(project::equals);
    }

    private static Registers registers(Policy policy, SplittableRandom random) {
        Map<Id.Project, Project> projects = new HashMap<>();
        for (Id.Project id : PROJECTS) {
            if (random.nextInt(5) > 0) {
                projects.put(id, project(policy, id, random));
            }
        }
        Map<Id.Person, Person> people = new HashMap<>();
        for (Id.Person id : PEOPLE) {
            if (random.nextInt(5) > 0) {
                people.put(id, person(policy, id, random));
            }
        }
        return new Registers(projects, people);
    }

    private static Project project(Policy policy, Id.Project id, SplittableRandom random) {
        Map<Id.Attribute, Id.Value> attributes = new HashMap<>();
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            attributes.put(
                    each.id(), each.values().get(random.nextInt(each.values().size())));
        }
        Map<Id.Register, Project.Permission> permissions = new HashMap<>();
        for (OptOutRegister each : policy.vocabulary().registers()) {
            if (random.nextBoolean()) {
                permissions.put(each.id(), new Project.Permission("x", "y", period(random)));
            }
        }
        return new Project(id, id.value(), "", attributes, period(random), permissions);
    }

    private static Person person(Policy policy, Id.Person id, SplittableRandom random) {
        List<Person.HeldRole> roles = new ArrayList<>();
        policy.vocabulary().roles().forEach(each -> {
            if (random.nextInt(3) > 0) {
                Optional<Id.Project> bound = random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(PROJECTS.get(random.nextInt(PROJECTS.size())));
                roles.add(new Person.HeldRole(each.id(), bound, period(random)));
            }
        });
        List<Person.StandingFact> facts = new ArrayList<>();
        policy.vocabulary().facts().stream()
                .filter(each -> each.knownFrom() == Fact.KnownFrom.REGISTER)
                .forEach(each -> {
                    Optional<Id.Project> project = each.about() == Fact.About.PROJECT
                            ? Optional.of(PROJECTS.get(random.nextInt(2)))
                            : Optional.empty();
                    if (random.nextInt(3) > 0) {
                        facts.add(new Person.StandingFact(each.id(), project, period(random)));
                    }
                });
        return new Person(id, id.value(), roles, facts);
    }

    private static Period period(SplittableRandom random) {
        int from = random.nextInt(DAYS);
        int until = from + random.nextInt(DAYS - from);
        return new Period(
                random.nextBoolean() ? Optional.of(FIRST.plusDays(from)) : Optional.empty(),
                random.nextBoolean() ? Optional.of(FIRST.plusDays(until)) : Optional.empty());
    }
}
