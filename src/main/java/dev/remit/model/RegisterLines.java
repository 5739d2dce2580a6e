package dev.remit.model;

import java.util.TreeSet;
import java.util.function.Consumer;

/** The meaning of registers line by line. */
final class RegisterLines {
    private RegisterLines() {}

    static void write(Registers registers, Consumer<String> out) {
        out.accept("edition " + CanonicalForm.EDITION + " registers");
        registers.projects().values().forEach(each -> write(each, out));
        registers.people().values().forEach(each -> write(each, out));
    }

    private static void write(Project project, Consumer<String> out) {
        Line line = period(new Line("project").quoted(project.id()), project.period())
                .map("attributes", project.attributes(), Line::quote);
        out.accept((project.also().isEmpty() ? line : line.set("also", project.also())).toString());
        project.permissions()
                .forEach((register, permission) -> out.accept(
                        period(new Line("permission").quoted(project.id()).quoted(register), permission.period())
                                .word("by")
                                .quoted(permission.grantedBy())
                                .word("reference")
                                .quoted(permission.reference())
                                .toString()));
    }

    private static void write(Person person, Consumer<String> out) {
        TreeSet<String> held = new TreeSet<>();
        held.add(new Line("person").quoted(person.id()).toString());
        person.roles()
                .forEach(each -> held.add(period(
                                new Line("person")
                                        .quoted(person.id())
                                        .word("role")
                                        .quoted(each.role()),
                                each.period())
                        .quoted("project", each.project())
                        .toString()));
        person.facts()
                .forEach(each -> held.add(period(fact(person, each), each.period())
                        .quoted("project", each.project())
                        .toString()));
        held.forEach(out);
    }

    private static Line fact(Person person, Person.StandingFact fact) {
        Line line = new Line("person").quoted(person.id()).word("fact").quoted(fact.fact());
        return fact.value().equals(Domain.TRUE) ? line : line.word("is").quoted(fact.value());
    }

    private static Line period(Line line, Period period) {
        return line.quoted("from", period.from()).quoted("until", period.until());
    }
}
