package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the registers say otherwise from a day on.
 *
 * @param day the first day on which it is otherwise
 * @param what what it is about
 * @param entry the id of the person or project
 * @param title the person's name or the project's title
 * @param subject the role, fact, attribute or opt-out register
 * @param project the project that a role is bound to or a fact is about
 * @param before the value on the day before; empty if there was none
 * @param after the value from this day on; empty if there is none any more
 */
public record RegisterEvent(
        LocalDate day,
        What what,
        String entry,
        String title,
        Id subject,
        Optional<Id.Project> project,
        Optional<Id.Value> before,
        Optional<Id.Value> after) {
    private static final Id.Value HELD = new Id.Value("held");

    public RegisterEvent {
        requireNonNull(day, "day");
        requireNonNull(what, "what");
        requireNonNull(entry, "entry");
        requireNonNull(title, "title");
        requireNonNull(subject, "subject");
        requireNonNull(project, "project");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** What an entry of a register says of somebody or something. */
    public enum What {
        /** A person holds a role. */
        ROLE,
        /** A fact is true of a person, or has a value. */
        FACT,
        /** The status of a project. */
        STATUS,
        /** A project holds the permission for an opt-out register. */
        PERMISSION
    }

    private record Key(What what, Id subject, Optional<Id.Project> project) {}

    /** Whether something ends here: a role, a fact or a permission that is held no longer, or a project that is finished. */
    public boolean isEnd() {
        return what == What.STATUS ? after.equals(Optional.of(Project.FINISHED)) : after.isEmpty();
    }

    /** All that is otherwise from a day within a period on, in the order of days; projects come before people. */
    public static List<RegisterEvent> within(Registers registers, Period period) {
        List<Project> projects = List.copyOf(registers.projects().values());
        List<Person> people = List.copyOf(registers.people().values());
        List<RegisterEvent> events = new ArrayList<>();
        RegisterBorders.of(projects, people, period)
                .forEach((day, borders) -> events.addAll(on(day, borders, projects, people)));
        return events;
    }

    /** All that is otherwise from a day on, of the entries that have a border on it; projects come before people. */
    static List<RegisterEvent> on(LocalDate day, RegisterBorders borders, List<Project> projects, List<Person> people) {
        List<RegisterEvent> events = new ArrayList<>();
        LocalDate before = day.minusDays(1);
        for (int place : borders.projects()) {
            Project each = projects.get(place);
            compare(day, each.id().value(), each.title(), of(each, before), of(each, day), events);
        }
        for (int place : borders.people()) {
            Person each = people.get(place);
            compare(day, each.id().value(), each.name(), of(each, before), of(each, day), events);
        }
        return events;
    }

    private static void compare(
            LocalDate day,
            String entry,
            String title,
            Map<Key, Id.Value> before,
            Map<Key, Id.Value> after,
            List<RegisterEvent> events) {
        Map<Key, Id.Value> all = new LinkedHashMap<>(before);
        all.putAll(after);
        for (Key key : all.keySet()) {
            Optional<Id.Value> was = Optional.ofNullable(before.get(key));
            Optional<Id.Value> is = Optional.ofNullable(after.get(key));
            if (!was.equals(is)) {
                events.add(new RegisterEvent(day, key.what, entry, title, key.subject, key.project, was, is));
            }
        }
    }

    private static Map<Key, Id.Value> of(Project project, LocalDate day) {
        Project.OnDay today = project.on(day);
        Map<Key, Id.Value> says = new LinkedHashMap<>();
        Optional.ofNullable(today.attributes().get(Project.STATUS))
                .ifPresent(status -> says.put(new Key(What.STATUS, Project.STATUS, Optional.empty()), status));
        today.permissions().forEach(register -> says.put(new Key(What.PERMISSION, register, Optional.empty()), HELD));
        return says;
    }

    private static Map<Key, Id.Value> of(Person person, LocalDate day) {
        Map<Key, Id.Value> says = new LinkedHashMap<>();
        for (Person.HeldRole each : person.roles()) {
            if (each.period().contains(day)) {
                says.put(new Key(What.ROLE, each.role(), each.project()), HELD);
            }
        }
        for (Person.StandingFact each : person.facts()) {
            if (each.period().contains(day)) {
                says.putIfAbsent(new Key(What.FACT, each.fact(), each.project()), each.value());
            }
        }
        return says;
    }
}
