package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.RegisterVariables;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registers as they are on a day, for the tables of a diagram: the projects and, only if asked for, the people. */
public final class RegisterDay {
    private final LocalDate day;
    private final Registers registers;
    private final boolean people;
    private final Vocabulary words;
    private final Space space;
    private final RegisterVariables variables;

    private RegisterDay(LocalDate day, Registers registers, boolean people, Vocabulary words) {
        this.day = requireNonNull(day, "day");
        this.registers = requireNonNull(registers, "registers");
        this.people = people;
        this.words = words;
        space = Space.of(words);
        variables = new RegisterVariables(words, space);
    }

    /**
     * Projects as they are on a day.
     *
     * @param people whether people are written too
     */
    public static RegisterDay of(LocalDate day, Registers registers, Vocabulary words, boolean people) {
        return new RegisterDay(day, registers, people, words);
    }

    void write(JsonText json) throws IOException {
        json.text("day", day.toString());
        json.list("projects", registers.projects().entrySet(), each -> json.item(members -> project(members, each)));
        if (people) {
            json.list("people", registers.people().entrySet(), each -> json.item(members -> person(members, each)));
        }
    }

    /** Each value as the place of a variable and of its value; what the project leaves open is left out. */
    private void project(JsonText json, Map.Entry<Id.Project, Project> entry) throws IOException {
        Project project = entry.getValue();
        json.text("id", entry.getKey().value());
        json.text("title", project.title());
        if (!project.also().isEmpty()) {
            json.texts("also", project.also());
        }
        int[] values = variables.values(project.on(day));
        List<int[]> known = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != Assignment.OPEN) {
                known.add(new int[] {variables.ofProjects().get(i).index(), values[i]});
            }
        }
        json.list("values", known, json::numbers);
    }

    /** What is known of a person: roles and facts as such, and on each project what differs. */
    private void person(JsonText json, Map.Entry<Id.Person, Person> entry) throws IOException {
        json.text("id", entry.getKey().value());
        json.text("name", entry.getValue().name());
        json.list(
                "projects",
                entry.getValue().projects(),
                project -> json.item(members -> {
                    members.text("project", project.value());
                    person(members, entry.getValue().on(day, Optional.of(project)));
                }));
        json.object("elsewhere", members -> person(members, entry.getValue().on(day, Optional.empty())));
    }

    private void person(JsonText json, Person.OnDay person) throws IOException {
        json.list(
                "roles",
                space.role().values().stream()
                        .filter(each -> person.roles().contains(new Id.Role(each)))
                        .toList(),
                each -> json.plain((long) space.role().place(each)));
        List<int[]> known = new ArrayList<>();
        for (Fact each : words.facts()) {
            if (each.isRegistered()) {
                Variable fact = space.fact(each.id());
                person.value(each).ifPresent(value -> known.add(new int[] {fact.index(), fact.place(value.value())}));
            }
        }
        json.list("facts", known, json::numbers);
    }
}
