package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Assignment;
import dev.remit.model.DatedRegisters;
import dev.remit.model.Id;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is decided from registers to what their entries are on that day, in every way of asking. */
class RegisterDirectoryTest {
    private static final Policy POLICY = DatedRegisters.policy();
    private static final Space SPACE = Space.of(POLICY.vocabulary());

    private final ReferenceInterpreter interpreter = new ReferenceInterpreter(POLICY);

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void knowsProjectsAndPeopleAsTheyAreOnTheDay(long seed) {
        Registers registers = DatedRegisters.of(seed);
        RegisterDirectory directory = new RegisterDirectory(POLICY, SPACE, registers);
        for (LocalDate day : DatedRegisters.days()) {
            for (Project project : registers.projects().values()) {
                for (Person person : registers.people().values()) {
                    DirectoryAnswer known = directory.lookUp(
                            Optional.of(person.id().value()),
                            Optional.of(project.id().value()),
                            new Directory.Moment(noon(day), day));

                    PersonAttributes found = known.person().orElseThrow();
                    assertThat(found.roles())
                            .containsExactlyInAnyOrderElementsOf(
                                    DatedRegisters.roles(person, Optional.of(project.id()), day));
                    Map<String, String> said = new LinkedHashMap<>();
                    DatedRegisters.state(POLICY, person, Optional.of(project.id()), day)
                            .forEach((fact, truth) -> said.put(
                                    fact,
                                    found.facts()
                                            .getOrDefault(fact, Given.is(false))
                                            .toString()));
                    known.project()
                            .orElseThrow()
                            .attributes()
                            .forEach((id, value) -> said.put("project." + id, value.toString()));
                    known.project()
                            .orElseThrow()
                            .permissions()
                            .forEach((id, held) -> said.put("project.permissions." + id, Boolean.toString(held)));
                    known.project()
                            .orElseThrow()
                            .permissionsEver()
                            .forEach((id, held) -> said.put("project.permissionsEver." + id, Boolean.toString(held)));
                    assertThat(said)
                            .as("seed %d, %s on %s, %s", seed, person, project, day)
                            .isEqualTo(state(person, project, day));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void decidesByWhatIsSoOnTheDay(long seed) {
        Registers registers = DatedRegisters.of(seed);
        DecisionPoint decisions = DecisionPoint.of(POLICY, registers, SourceMap.empty(), () -> Instant.EPOCH);
        for (LocalDate day : DatedRegisters.days()) {
            for (Project project : registers.projects().values()) {
                for (Person person : registers.people().values()) {
                    for (Id.Activity activity : activities()) {
                        String about = "seed %d: %s, %s, %s, %s".formatted(seed, person, project, activity, day);
                        decisions
                                .decideEach(Question.mayPerson(person.id().value())
                                        .perform(activity.value())
                                        .onLevel("data")
                                        .forProject(lastName(project))
                                        .at(noon(day)))
                                .answers()
                                .forEach(each -> {
                                    assertThat(each.answer())
                                            .as(about)
                                            .isEqualTo(expected(
                                                    each.role().value(), activity, state(person, project, day)));
                                    assertThat(each.question().project())
                                            .isEqualTo(new Question.ProjectReference.Registered(
                                                    project.id().value()));
                                });
                        for (String role : DatedRegisters.roles(person, Optional.of(project.id()), day)) {
                            assertThat(onASheet(decisions, role, activity, person, project, day))
                                    .as(about)
                                    .isEqualTo(expected(role, activity, state(person, project, day)));
                        }
                    }
                }
            }
        }
    }

    private static String lastName(Project project) {
        return project.names().get(project.names().size() - 1).value();
    }

    private static Answer onASheet(
            DecisionPoint decisions, String role, Id.Activity activity, Person person, Project project, LocalDate day) {
        QuestionBuffer buffer = decisions
                .buffer()
                .set(decisions.field("role"), role)
                .set(decisions.field("activity"), activity.value())
                .set(decisions.field("level"), "data");
        DatedRegisters.state(POLICY, person, Optional.of(project.id()), day)
                .forEach((fact, truth) -> buffer.set(decisions.field(fact), Boolean.parseBoolean(truth)));
        return buffer.forProject(lastName(project), noon(day)).outcome().answer();
    }

    private Answer expected(String role, Id.Activity activity, Map<String, String> state) {
        Map<String, String> words = new LinkedHashMap<>(state);
        words.putAll(Map.of("role", role, "activity", activity.value(), "level", "data"));
        Assignment question = Assignment.open(SPACE);
        for (Map.Entry<String, String> each : words.entrySet()) {
            var variable = SPACE.find(each.getKey()).orElseThrow();
            question = question.with(variable, variable.ordinal(each.getValue()).orElseThrow());
        }
        return interpreter.decide(question).answer();
    }

    private static Iterable<Id.Activity> activities() {
        return POLICY.vocabulary().activities().stream().map(each -> each.id()).toList();
    }

    private static Map<String, String> state(Person person, Project project, LocalDate day) {
        Map<String, String> state = new LinkedHashMap<>(DatedRegisters.state(POLICY, project, day));
        state.putAll(DatedRegisters.state(POLICY, person, Optional.of(project.id()), day));
        return state;
    }
}
