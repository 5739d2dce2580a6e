package dev.remit.analyze.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The OpenSAFELY policy with registers of many projects and as many people: 100,000 of each with
 * {@code -Dremit.people=100000}. What is asserted rules out work that grows with people times projects; what is printed is
 * kept on the page about speed.
 */
class ManyPeopleTest {
    private static final int MANY = Integer.getInteger("remit.people", 20_000);
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<String> ROLES =
            List.of("researcher", "researcher", "researcher", "co-pilot", "output-checker", "platform-developer");

    private static final PolicyBundle BUNDLE = Remit.load(Path.of("policy/opensafely"));
    private static Registers registers = Registers.EMPTY;

    @BeforeAll
    static void makes() {
        Map<Id.Project, Project> projects = new HashMap<>();
        Map<Id.Person, Person> people = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            Id.Project id = new Id.Project("p" + i);
            LocalDate from = DAY.minusDays(i % 700);
            projects.put(
                    id,
                    new Project(
                            id,
                            "",
                            "",
                            Map.of(
                                    Project.STATUS,
                                    Project.ACTIVE,
                                    new Id.Attribute("kind"),
                                    new Id.Value(i % 9 == 0 ? "audit" : "research"),
                                    new Id.Attribute("legacy"),
                                    new Id.Value("false"),
                                    new Id.Attribute("sql-runner"),
                                    new Id.Value("false")),
                            Period.between(from, from.plusDays(365)),
                            i % 5 > 0
                                    ? Map.of()
                                    : Map.of(
                                            new Id.Register("national"),
                                            new Project.Permission("x", "y", Period.between(from, from.plusDays(200)))),
                            Set.of()));
            Id.Person person = new Id.Person("u" + i);
            people.put(person, new Person(person, "", roles(i), facts(i)));
        }
        registers = new Registers(projects, people);
    }

    private static List<Person.HeldRole> roles(int i) {
        Period days = i % 4 == 0 ? Period.between(DAY.minusDays(i % 900), DAY.plusDays(i % 800)) : Period.ALWAYS;
        return List.of(new Person.HeldRole(new Id.Role(ROLES.get(i % ROLES.size())), days));
    }

    private static List<Person.StandingFact> facts(int i) {
        List<Person.StandingFact> facts = new ArrayList<>();
        if (i % 3 > 0) {
            facts.add(
                    new Person.StandingFact(new Id.Fact("secure-environment-access"), Optional.empty(), Period.ALWAYS));
        }
        if (i % 6 == 5) {
            facts.add(new Person.StandingFact(new Id.Fact("appropriate-permissions"), Optional.empty(), Period.ALWAYS));
        }
        for (int project : List.of(i, (i * 7 + 3) % MANY)) {
            facts.add(new Person.StandingFact(
                    new Id.Fact(i % 6 == 3 ? "paired-with-project" : "named-on-project"),
                    Optional.of(new Id.Project("p" + project)),
                    Period.between(DAY.minusDays(i % 500), DAY.plusDays(i % 400))));
        }
        return facts;
    }

    private static PeopleReview review() {
        return PeopleReview.of(BUNDLE.decisionPoint(), registers);
    }

    private static PeopleFilter filter(String activity, String level) {
        Assignment open = Assignment.open(BUNDLE.decisionPoint().space());
        return PeopleFilter.of(
                open.with(open.space().activity(), open.space().activity().place(activity))
                        .with(open.space().level(), open.space().level().place(level)));
    }

    private static PeopleFilter everything() {
        return PeopleFilter.of(Assignment.open(BUNDLE.decisionPoint().space()));
    }

    /** Does some work, and checks the time that its thread spent on a processor. */
    private static <T> T timed(String what, Supplier<T> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        T result = work.get();
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun);
        System.out.println(what + ": " + took.toMillis() + " ms");
        assertThat(took).as(what).isLessThan(AT_MOST);
        return result;
    }

    @Test
    void listsWhoMayDoSomethingForSomeProject() {
        List<PersonAccess> people = timed("view level 4, any project", () -> review().people(filter("view", "4"), DAY));

        assertThat(people).hasSizeGreaterThan(MANY / 6).hasSizeLessThan(MANY);
        assertThat(people.stream()
                        .filter(each -> each.may().stream()
                                .anyMatch(may -> may.role().value().equals("output-checker"))))
                .as("output checkers reach thousands of projects each")
                .allMatch(each -> each.may().get(0).projects().count() > MANY / 10);
    }

    @Test
    void listsAllThatAllMayDo() {
        assertThat(timed("everything, any project", () -> review().people(everything(), DAY)))
                .hasSizeGreaterThan(MANY / 2);
    }

    @Test
    void listsWhoCouldReachAProject() {
        List<ProjectReach> reach = timed(
                "reach over a year",
                () -> review().reach(
                                new Id.Project("p42"),
                                everything(),
                                Period.between(DAY.minusDays(300), DAY.plusDays(65))));

        assertThat(reach).hasSizeGreaterThan(MANY / 10);
    }

    @Test
    void listsWhoGainsAndLosesInAMonth() {
        List<DayShifts> days = timed(
                "changes in a month", () -> review().shifts(everything(), Period.between(DAY.minusDays(29), DAY)));

        assertThat(days).hasSize(30).allMatch(each -> !each.people().isEmpty());
    }

    @Test
    void listsWhoGainsAndLosesBetweenRegisters() {
        Map<Id.Person, Person> others = new HashMap<>(registers.people());
        others.remove(new Id.Person("u0"));
        PeopleReview old =
                PeopleReview.of(BUNDLE.decisionPoint(), new Registers(registers.projects(), Map.copyOf(others)));

        List<PersonShift> people =
                timed("between registers", () -> review().against(everything(), DAY, old, everything(), DAY));

        assertThat(people.stream().map(PersonShift::person)).containsExactly(new Id.Person("u0"));
    }
}
