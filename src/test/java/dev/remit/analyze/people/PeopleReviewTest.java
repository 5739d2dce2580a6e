package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.people.PeopleWorld.Cell;
import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.Question;
import dev.remit.model.Assignment;
import dev.remit.model.DatedRegisters;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.Space;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the answers about people to asking one question at a time, over generated registers. */
class PeopleReviewTest {
    private static final Id.Project FIRST = new Id.Project("p1");

    private static Set<Cell> cells(Id.Person person, Id.Role role, ProjectSet projects, List<Permitted> permitted) {
        Set<Cell> cells = new HashSet<>();
        List<Optional<Id.Project>> all =
                new ArrayList<>(projects.projects().stream().map(Optional::of).toList());
        if (projects.none()) {
            all.add(Optional.empty());
        }
        for (Optional<Id.Project> project : all) {
            for (Permitted each : permitted) {
                cells.add(new Cell(
                        person.value(),
                        role.value(),
                        project,
                        each.activity().value(),
                        each.level().value()));
            }
        }
        return cells;
    }

    private static Map<Cell, Permitted> found(List<PersonAccess> people) {
        Map<Cell, Permitted> found = new HashMap<>();
        people.forEach(person -> person.may()
                .forEach(access -> access.permitted()
                        .forEach(each -> cells(person.person(), access.role(), access.projects(), List.of(each))
                                .forEach(cell -> assertThat(found.put(cell, each))
                                        .as("found twice: " + cell)
                                        .isNull()))));
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsExactlyWhatCanBePermittedAndWhen(long seed) {
        PeopleWorld world = PeopleWorld.of(seed);
        PeopleReview review = world.review();

        for (LocalDate day : DatedRegisters.days()) {
            Map<Cell, Permitted> found = found(review.people(PeopleWorld.everything(), day));

            assertThat(found.keySet()).as("on " + day).isEqualTo(world.permitted(day));
            found.forEach((cell, permitted) -> assertThat(PeopleWorld.permitting(permitted))
                    .as(cell + " on " + day)
                    .isEqualTo(world.permitting(cell, day)));
        }
    }

    @Test
    void findsExactlyWhatCanBePermittedToTheExamplePeople() {
        PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
        Space space = bundle.decisionPoint().space();
        LocalDate day = LocalDate.of(2026, 11, 22);
        List<Optional<Id.Project>> projects = new ArrayList<>(List.of(Optional.empty()));
        bundle.registers().projects().keySet().forEach(each -> projects.add(Optional.of(each)));
        Set<Cell> permitted = new HashSet<>();
        Set<Cell> always = new HashSet<>();
        for (Id.Person person : bundle.registers().people().keySet()) {
            for (Optional<Id.Project> project : projects) {
                for (String activity : space.activity().values()) {
                    for (String level : space.level().values()) {
                        Question question = Question.mayPerson(person.value())
                                .perform(activity)
                                .onLevel(level)
                                .at(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
                        Question about = project.map(each -> question.forProject(each.value()))
                                .orElseGet(question::withoutProject);
                        for (Decision each :
                                bundle.decisionPoint().decideEach(about).answers()) {
                            String role =
                                    ((Question.Subject.InRole) each.question().subject()).role();
                            Cell cell = new Cell(person.value(), role, project, activity, level);
                            if (each.answer() != Answer.DENIED) {
                                permitted.add(cell);
                            }
                            if (each.permitted()) {
                                always.add(cell);
                            }
                        }
                    }
                }
            }
        }

        Map<Cell, Permitted> found = found(PeopleReview.of(bundle.decisionPoint(), bundle.registers())
                .people(PeopleFilter.of(Assignment.open(space)), day));

        assertThat(permitted).hasSizeGreaterThan(200);
        assertThat(found.keySet()).isEqualTo(permitted);
        assertThat(always)
                .isNotEmpty()
                .allMatch(each ->
                        Optional.ofNullable(found.get(each)).orElseThrow().always());
    }

    @Test
    void findsThePartThatIsAskedAbout() {
        PeopleWorld world = PeopleWorld.of(11);
        PeopleReview review = world.review();
        Assignment open = PeopleWorld.everything().asked();
        PeopleFilter checks = PeopleFilter.of(
                open.with(open.space().activity(), open.space().activity().place("check")));
        PeopleFilter checkers = PeopleFilter.of(
                open.with(open.space().role(), open.space().role().place("checker")));
        PeopleFilter studies = PeopleFilter.of(open.with(
                open.space().attribute(new Id.Attribute("kind")),
                open.space().attribute(new Id.Attribute("kind")).place("study")));

        for (LocalDate day : DatedRegisters.days()) {
            Set<Cell> all = world.permitted(day);
            hold(all, review.people(checks, day), each -> each.activity().equals("check"));
            hold(all, review.people(checkers, day), each -> each.role().equals("checker"));
            hold(
                    all,
                    review.people(PeopleWorld.everything().withoutProject(), day),
                    each -> each.project().isEmpty());
            hold(
                    all,
                    review.people(PeopleWorld.everything().on(FIRST), day),
                    each -> each.project().equals(Optional.of(FIRST)));
            hold(
                    all,
                    review.people(studies, day),
                    each -> each.project().filter(id -> isStudy(world, id)).isPresent());
        }
    }

    private static boolean isStudy(PeopleWorld world, Id.Project id) {
        Project project = world.registers.projects().get(id);
        return project != null
                && new Id.Value("study").equals(project.attributes().get(new Id.Attribute("kind")));
    }

    private static void hold(Set<Cell> all, List<PersonAccess> people, Function<Cell, Boolean> wanted) {
        assertThat(found(people).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(wanted::apply).toList());
    }

    @Test
    void answersForOnePersonAsForAll() {
        for (long seed = 20; seed < 24; seed++) {
            PeopleWorld world = PeopleWorld.of(seed);
            PeopleReview review = world.review();
            for (LocalDate day : DatedRegisters.days()) {
                List<PersonAccess> all = review.people(PeopleWorld.everything(), day);
                for (String each : PeopleWorld.PEOPLE) {
                    PersonAccess one = review.person(new Id.Person(each), PeopleWorld.everything(), day)
                            .orElseThrow();
                    assertThat(found(List.of(one)))
                            .isEqualTo(found(all.stream()
                                    .filter(person -> person.person().equals(one.person()))
                                    .toList()));
                }
            }
            assertThat(review.person(new Id.Person("dee"), PeopleWorld.everything(), LocalDate.EPOCH))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void findsOnWhichDaysAProjectCouldBeReached(long seed) {
        PeopleWorld world = PeopleWorld.of(seed);
        List<LocalDate> days = DatedRegisters.days();
        Period within = Period.between(days.get(1), days.get(days.size() - 2));

        List<ProjectReach> reach = world.review().reach(FIRST, PeopleWorld.everything(), within);

        Set<String> found = new TreeSet<>();
        for (ProjectReach each : reach) {
            assertThat(within.contains(each.days().first())).isTrue();
            assertThat(within.contains(each.days().last())).isTrue();
            each.days()
                    .first()
                    .datesUntil(each.days().last().plusDays(1))
                    .forEach(day -> each.permitted()
                            .forEach(one -> found.add(day + " " + each.person() + " " + each.role() + " "
                                    + one.activity() + " " + one.level())));
        }
        Set<String> asked = new TreeSet<>();
        for (LocalDate day : days) {
            if (within.contains(day)) {
                world.permitted(day).stream()
                        .filter(each -> each.project().equals(Optional.of(FIRST)))
                        .forEach(each -> asked.add(day + " " + each.person() + " " + each.role() + " " + each.activity()
                                + " " + each.level()));
            }
        }
        assertThat(found).isEqualTo(asked);
        assertThat(reach)
                .allSatisfy(each -> assertThat(reach)
                        .as("days that follow one another stand together: " + each)
                        .noneMatch(other -> !other.equals(each)
                                && other.person().equals(each.person())
                                && other.role().equals(each.role())
                                && other.permitted().equals(each.permitted())
                                && other.days()
                                        .first()
                                        .equals(each.days().last().plusDays(1))));
    }

    @Test
    void refusesAProjectThatIsNotInTheRegister() {
        assertThatThrownBy(() ->
                        PeopleWorld.of(1).review().reach(new Id.Project("p9"), PeopleWorld.everything(), Period.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p9");
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void findsWhoGainsAndLosesAsDaysPass(long seed) {
        PeopleWorld world = PeopleWorld.of(seed);
        List<LocalDate> days = DatedRegisters.days();

        Map<LocalDate, DayShifts> found = new HashMap<>();
        world.review()
                .shifts(PeopleWorld.everything(), Period.between(days.get(1), days.get(days.size() - 1)))
                .forEach(each -> found.put(each.day(), each));

        for (LocalDate day : days.subList(1, days.size())) {
            Set<Cell> was = world.permitted(day.minusDays(1));
            Set<Cell> is = world.permitted(day);
            List<PersonShift> people =
                    Optional.ofNullable(found.get(day)).map(DayShifts::people).orElse(List.of());
            holdShifts(people, was, is, world, day.minusDays(1), world, day);
            assertThat(Optional.ofNullable(found.get(day))
                            .map(DayShifts::events)
                            .orElse(List.of()))
                    .as("events on " + day)
                    .satisfies(events -> assertThat(!events.isEmpty()).isEqualTo(isBorder(world, day)));
        }
    }

    /** Whether an entry says something else than on the day before, found by looking at each of its parts. */
    private static boolean isBorder(PeopleWorld world, LocalDate day) {
        return !said(world, day).equals(said(world, day.minusDays(1)));
    }

    private static Set<String> said(PeopleWorld world, LocalDate day) {
        Set<String> said = new TreeSet<>();
        world.registers.projects().values().forEach(each -> {
            said.add(each.id() + DatedRegisters.value(each, Project.STATUS, day));
            said.add(each.id() + " " + DatedRegisters.holds(each, new Id.Register("withdrawn"), day));
        });
        for (Person person : world.registers.people().values()) {
            person.roles().stream()
                    .filter(each -> DatedRegisters.isWithin(each.period(), day))
                    .forEach(each -> said.add(person.id() + " " + each.role() + each.project()));
            person.facts().stream()
                    .filter(each -> DatedRegisters.isWithin(each.period(), day))
                    .forEach(each -> said.add(person.id() + " " + each.fact() + each.project()));
        }
        return said;
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void findsWhoGainsAndLosesBetweenBundles(long seed) {
        PeopleWorld old = PeopleWorld.of(seed);
        PeopleWorld now = PeopleWorld.of(seed + 1000);

        for (LocalDate day : DatedRegisters.days()) {
            List<PersonShift> people =
                    now.review().against(PeopleWorld.everything(), day, old.review(), PeopleWorld.everything(), day);
            holdShifts(people, old.permitted(day), now.permitted(day), old, day, now, day);
        }
    }

    private static void holdShifts(
            List<PersonShift> people,
            Set<Cell> was,
            Set<Cell> is,
            PeopleWorld before,
            LocalDate dayBefore,
            PeopleWorld after,
            LocalDate dayAfter) {
        Set<Cell> gained = new HashSet<>();
        Set<Cell> lost = new HashSet<>();
        Set<Cell> changed = new HashSet<>();
        people.forEach(person -> person.shifts().forEach(shift -> {
            gained.addAll(cells(person.person(), shift.role(), shift.projects(), shift.gained()));
            lost.addAll(cells(person.person(), shift.role(), shift.projects(), shift.lost()));
            changed.addAll(cells(
                    person.person(),
                    shift.role(),
                    shift.projects(),
                    shift.changed().stream().map(PersonShift.Changed::after).toList()));
        }));
        assertThat(gained).as("gained on " + dayAfter).isEqualTo(without(is, was));
        assertThat(lost).as("lost on " + dayAfter).isEqualTo(without(was, is));
        Set<Cell> both = new HashSet<>(was);
        both.retainAll(is);
        both.removeIf(each -> before.permitting(each, dayBefore).equals(after.permitting(each, dayAfter)));
        assertThat(changed).as("on other conditions on " + dayAfter).isEqualTo(both);
    }

    private static Set<Cell> without(Set<Cell> some, Set<Cell> others) {
        Set<Cell> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    @Test
    void listsPermissionsThatAreHeldWithTheirLastDay() {
        Id.Register register = new Id.Register("withdrawn");
        for (long seed = 60; seed < 90; seed++) {
            PeopleWorld world = PeopleWorld.of(seed);
            for (LocalDate day : DatedRegisters.days()) {
                List<HeldPermission> held = HeldPermission.on(world.registers, register, day);

                assertThat(held.stream().map(HeldPermission::project))
                        .containsExactlyElementsOf(world.registers.projects().values().stream()
                                .filter(each -> DatedRegisters.holds(each, register, day))
                                .map(Project::id)
                                .sorted(Comparator.comparing(Id.Project::value))
                                .toList());
                for (HeldPermission each : held) {
                    Project project = requireNonNull(world.registers.projects().get(each.project()));
                    LocalDate end = each.last().orElse(day.plusDays(100));
                    assertThat(day.datesUntil(end.plusDays(1)))
                            .allMatch(then -> DatedRegisters.holds(project, register, then));
                    assertThat(each.last().isPresent() && DatedRegisters.holds(project, register, end.plusDays(1)))
                            .isFalse();
                }
            }
        }
    }
}
