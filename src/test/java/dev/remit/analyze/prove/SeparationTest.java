package dev.remit.analyze.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.analyze.CompleteQuestions;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.DatedRegisters;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Level;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Reach;
import dev.remit.model.Registers;
import dev.remit.model.Route;
import dev.remit.model.Scope;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds who is found to break the separation of duties to going through every person, day, project and complete question
 * of small generated policies and registers.
 */
class SeparationTest {
    private static final GeneratedPolicies.Size SIZE = new GeneratedPolicies.Size(3, 2, 1, 1, 1, 1, 1, 3, 3, 6, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 6;
    private static final int POLICIES = 60;

    private Policy policy = GeneratedPolicies.ofPlainPeople(0, SIZE);
    private Space space = Space.of(policy.vocabulary());
    private List<Assignment> first = List.of();
    private List<Assignment> second = List.of();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsExactlyThePeopleWhoReachBothOnSomeDay(boolean anyProject) {
        int found = 0;
        for (long seed = 5000; seed < 5000 + POLICIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            about(seed);
            Registers registers = registers(random);

            found += compare(registers, anyProject, seed).size();
        }
        assertThat(found).isGreaterThan(20);
    }

    private List<Separation.Breach> compare(Registers registers, boolean anyProject, long seed) {
        List<Separation.Breach> breaches = Separation.of(DecisionPoint.of(CompiledPolicy.of(policy)), registers)
                .breaches(invariant(anyProject));

        Set<Id.Person> told = breaches.stream().map(Separation.Breach::person).collect(Collectors.toSet());
        for (Person person : registers.people().values()) {
            assertThat(told.contains(person.id()))
                    .as("seed %d: %s", seed, person)
                    .isEqualTo(breaks(person, registers, anyProject));
        }
        breaches.forEach(breach -> check(breach, registers, anyProject));
        return breaches;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void seesProjectsAndPeopleAsTheyAreOnEachDay(boolean anyProject) {
        int found = 0;
        about(DatedRegisters.policy());
        for (long seed = 1; seed <= 20; seed++) {
            found += compare(DatedRegisters.of(seed), anyProject, seed).size();
        }
        assertThat(found).isGreaterThan(5);
    }

    private void about(long seed) {
        about(GeneratedPolicies.ofPlainPeople(seed, SIZE));
    }

    private void about(Policy about) {
        policy = about;
        space = Space.of(policy.vocabulary());
        ReferenceInterpreter reference = new ReferenceInterpreter(policy);
        List<Assignment> permitted = CompleteQuestions.of(space, 1_000_000).stream()
                .filter(each -> reference.decide(each).permitted())
                .toList();
        int last = space.activity().size() - 1;
        first = permitted.stream()
                .filter(each -> each.value(space.activity()) == 0)
                .toList();
        second = permitted.stream()
                .filter(each -> each.value(space.activity()) == last)
                .toList();
    }

    private Invariant invariant(boolean anyProject) {
        List<VocabularyEntry<Id.Activity>> activities = policy.vocabulary().activities();
        Scope one = scope(activities.get(0).id());
        Scope other = scope(activities.get(activities.size() - 1).id());
        return new Invariant(
                new Id.Invariant("apart"), "", new Invariant.Claim.Apart(one, other, anyProject), "", List.of());
    }

    private Scope scope(Id.Activity activity) {
        return new Scope(
                new Reach(
                        ids(policy.vocabulary().roles().stream()
                                .map(VocabularyEntry::id)
                                .toList()),
                        Set.of(activity),
                        ids(policy.vocabulary().levels().stream().map(Level::id).toList()),
                        ids(policy.vocabulary().categories().stream()
                                .map(WorkCategory::id)
                                .toList()),
                        ids(policy.vocabulary().routes().stream().map(Route::id).toList())),
                Condition.ALWAYS,
                Map.of(),
                Map.of(),
                Set.of());
    }

    private static <I extends Id> Set<I> ids(List<I> all) {
        return new TreeSet<>(all);
    }

    private Registers registers(SplittableRandom random) {
        Map<Id.Project, Project> projects = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            Id.Project id = new Id.Project("p" + i);
            Map<Id.Attribute, Id.Value> attributes = new HashMap<>();
            for (ProjectAttribute each : policy.vocabulary().attributes()) {
                attributes.put(
                        each.id(),
                        each.values().get(random.nextInt(each.values().size())));
            }
            Map<Id.Register, Project.Permission> permissions = new HashMap<>();
            policy.vocabulary()
                    .registers()
                    .forEach(each -> permissions.put(each.id(), new Project.Permission("", "", period(random))));
            projects.put(id, new Project(id, "", "", attributes, period(random), permissions));
        }
        Map<Id.Person, Person> people = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            Id.Person id = new Id.Person("m" + i);
            List<Person.HeldRole> roles = new ArrayList<>();
            policy.vocabulary().roles().forEach(each -> {
                Optional<Id.Project> bound = random.nextInt(4) == 0
                        ? Optional.of(new Id.Project("p" + random.nextInt(3)))
                        : Optional.empty();
                roles.add(new Person.HeldRole(each.id(), bound, period(random)));
            });
            List<Person.StandingFact> facts = new ArrayList<>();
            for (Fact each : policy.vocabulary().facts()) {
                if (each.knownFrom() == Fact.KnownFrom.REGISTER) {
                    Optional<Id.Project> project = each.about() == Fact.About.PROJECT
                            ? Optional.of(new Id.Project("p" + random.nextInt(3)))
                            : Optional.empty();
                    facts.add(new Person.StandingFact(each.id(), project, period(random)));
                }
            }
            people.put(id, new Person(id, "", roles, facts));
        }
        return new Registers(projects, people);
    }

    private static Period period(SplittableRandom random) {
        int from = random.nextInt(DAYS + 1);
        int until = from + random.nextInt(DAYS);
        return new Period(
                from == 0 ? Optional.empty() : Optional.of(FIRST.plusDays(from)),
                until >= DAYS ? Optional.empty() : Optional.of(FIRST.plusDays(until)));
    }

    @Test
    void findsExactlyThePeopleToWhomOneRolePermitsWhatAnotherForbids() {
        int found = 0;
        for (long seed = 5000; seed < 5000 + POLICIES; seed++) {
            about(seed);
            Registers registers = registers(new SplittableRandom(seed));
            ReferenceInterpreter reference = new ReferenceInterpreter(policy);
            List<Assignment> permitted = CompleteQuestions.of(space, 1_000_000).stream()
                    .filter(each -> reference.decide(each).permitted())
                    .toList();
            Set<Id.Person> told = new TreeSet<>();
            List<Separation.Breach> breaches = Separation.of(DecisionPoint.of(CompiledPolicy.of(policy)), registers)
                    .liftedProhibitions();
            for (Separation.Breach each : breaches) {
                told.add(each.person());
                assertThat(reference.decide(each.one().question()).permitted()).isTrue();
                assertThat(reference.decide(each.other().question()).basis()).isEqualTo(Basis.FORBIDDEN);
                assertThat(each.other().question())
                        .isEqualTo(each.one()
                                .question()
                                .with(
                                        space.role(),
                                        space.role().place(each.other().role().value())));
            }
            for (Person person : registers.people().values()) {
                assertThat(told.contains(person.id()))
                        .as("seed %d: %s", seed, person)
                        .isEqualTo(lifts(person, registers, permitted, reference));
            }
            found += told.size();
        }
        assertThat(found).isGreaterThan(10);
    }

    private boolean lifts(
            Person person, Registers registers, List<Assignment> permitted, ReferenceInterpreter reference) {
        List<Optional<Project>> all = new ArrayList<>();
        registers.projects().values().forEach(each -> all.add(Optional.of(each)));
        if (policy.vocabulary().attributes().stream()
                .allMatch(each -> each.withoutProject().isPresent())) {
            all.add(Optional.empty());
        }
        for (int day = -1; day <= 2 * DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            for (Optional<Project> project : all) {
                Set<Id.Role> roles = DatedRegisters.roles(person, project.map(Project::id), date).stream()
                        .map(Id.Role::new)
                        .collect(Collectors.toSet());
                for (Assignment each : roles.size() < 2 ? List.<Assignment>of() : permitted) {
                    if (fits(each, person, project, date)
                            && roles.stream()
                                    .map(role ->
                                            each.with(space.role(), space.role().place(role.value())))
                                    .anyMatch(other -> reference.decide(other).basis() == Basis.FORBIDDEN)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean breaks(Person person, Registers registers, boolean anyProject) {
        for (int day = -1; day <= 2 * DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            Map<Optional<Id.Project>, Set<String>> one = reached(person, registers, date, first);
            Map<Optional<Id.Project>, Set<String>> other = reached(person, registers, date, second);
            for (var each : one.entrySet()) {
                for (var theirs : other.entrySet()) {
                    if ((anyProject || each.getKey().equals(theirs.getKey()))
                            && each.getValue().stream()
                                    .anyMatch(
                                            role -> theirs.getValue().stream().anyMatch(with -> !with.equals(role)))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** For each project, and for none, the roles in which one of some questions can be asked. */
    private Map<Optional<Id.Project>, Set<String>> reached(
            Person person, Registers registers, LocalDate day, List<Assignment> questions) {
        Map<Optional<Id.Project>, Set<String>> reached = new HashMap<>();
        List<Optional<Project>> all = new ArrayList<>();
        registers.projects().values().forEach(each -> all.add(Optional.of(each)));
        if (policy.vocabulary().attributes().stream()
                .allMatch(each -> each.withoutProject().isPresent())) {
            all.add(Optional.empty());
        }
        for (Optional<Project> project : all) {
            Set<String> roles = new LinkedHashSet<>();
            questions.stream()
                    .filter(each -> fits(each, person, project, day))
                    .forEach(each -> roles.add(each.word(space.role())));
            reached.put(project.map(Project::id), roles);
        }
        return reached;
    }

    private boolean fits(Assignment question, Person person, Optional<Project> project, LocalDate day) {
        boolean fits =
                DatedRegisters.roles(person, project.map(Project::id), day).contains(question.word(space.role()));
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            String value = project.map(known -> DatedRegisters.value(known, each.id(), day))
                    .orElseGet(() -> each.withoutProject().orElseThrow().value());
            fits &= question.word(space.attribute(each.id())).equals(value);
        }
        for (var each : policy.vocabulary().registers()) {
            boolean holds = project.map(known -> DatedRegisters.holds(known, each.id(), day))
                    .orElse(false);
            boolean held = project.map(known -> DatedRegisters.everHeld(known, each.id(), day))
                    .orElse(false);
            fits &= question.isTrue(space.permission(each.id())) == holds;
            fits &= question.isTrue(space.everPermitted(each.id())) == held;
        }
        for (Fact each : policy.vocabulary().facts()) {
            if (each.knownFrom() == Fact.KnownFrom.REGISTER) {
                boolean holds = DatedRegisters.isTrue(person, each.id(), project.map(Project::id), day);
                fits &= question.isTrue(space.fact(each.id())) == holds;
            }
        }
        return fits;
    }

    private void check(Separation.Breach breach, Registers registers, boolean anyProject) {
        Person person = registers.people().get(breach.person());
        for (Separation.Reached reached : List.of(breach.one(), breach.other())) {
            Optional<Project> project =
                    reached.project().map(id -> registers.projects().get(id));
            assertThat(person != null && fits(reached.question(), person, project, breach.day()))
                    .isTrue();
        }
        assertThat(first).contains(breach.one().question());
        assertThat(second).contains(breach.other().question());
        assertThat(breach.one().role()).isNotEqualTo(breach.other().role());
        assertThat(anyProject || breach.one().project().equals(breach.other().project()))
                .isTrue();
    }

    @Test
    void provesOfEachRoleWhetherItReachesBothByItself() {
        int violated = 0;
        for (long seed = 5000; seed < 5000 + POLICIES; seed++) {
            for (boolean anyProject : List.of(false, true)) {
                about(seed);
                Proof proof =
                        Prover.of(DecisionPoint.of(CompiledPolicy.of(policy))).prove(invariant(anyProject));

                for (Assignment question : first) {
                    boolean told =
                            proof.violations().stream().anyMatch(region -> CompleteQuestions.holds(region, question));
                    assertThat(told)
                            .as("seed %d: %s", seed, question)
                            .isEqualTo(second.stream().anyMatch(each -> isSamePerson(question, each, anyProject)));
                }
                violated += proof.holds() ? 0 : 1;
            }
        }
        assertThat(violated).isBetween(20, 2 * POLICIES - 20);
    }

    private boolean isSamePerson(Assignment one, Assignment other, boolean anyProject) {
        for (Variable each : space.variables()) {
            boolean isSame = switch (each.kind()) {
                case ROLE -> true;
                case ATTRIBUTE, PERMISSION, EVER -> !anyProject;
                case FACT -> {
                    Fact fact = policy.vocabulary().facts().stream()
                            .filter(declared -> declared.id().value().equals(each.name()))
                            .findFirst()
                            .orElseThrow();
                    yield fact.knownFrom() == Fact.KnownFrom.REGISTER
                            && (!anyProject || fact.about() == Fact.About.PERSON);
                }
                default -> false;
            };
            if (isSame && one.value(each) != other.value(each)) {
                return false;
            }
        }
        return true;
    }
}
