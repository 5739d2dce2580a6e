package dev.remit.json;

import dev.remit.analyze.people.DayShifts;
import dev.remit.analyze.people.HeldPermission;
import dev.remit.analyze.people.PersonAccess;
import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.analyze.people.PersonShift;
import dev.remit.analyze.people.ProjectReach;
import dev.remit.analyze.people.ProjectSet;
import dev.remit.analyze.people.RegisterEvent;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Id;
import dev.remit.report.people.RegisterText;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes what registers of people and projects say and permit as JSON, one object on one line, without a line end. */
public final class PeopleWriter {
    private PeopleWriter() {}

    /** Writes what people may do at an instant. */
    public static String people(Instant at, LocalDate day, List<PersonAccess> people) {
        return JsonText.object(json -> {
            json.text("at", at.toString());
            json.text("day", day.toString());
            groups(json, people.stream().flatMap(each -> each.may().stream()).map(PersonAccess.Access::projects));
            json.list(
                    "people",
                    people,
                    person -> json.item(members -> {
                        members.text("person", person.person().value());
                        members.text("name", person.name());
                        members.list(
                                "may",
                                person.may(),
                                access -> members.item(inner -> {
                                    inner.text("role", access.role().value());
                                    projects(inner, access.projects());
                                    permitted(inner, "permitted", access.permitted());
                                }));
                    }));
        });
    }

    /** Writes who could reach a project, and when. */
    public static String reach(Id.Project project, LocalDate from, LocalDate until, List<ProjectReach> reach) {
        return JsonText.object(json -> {
            json.text("project", project.value());
            json.text("from", from.toString());
            json.text("until", until.toString());
            json.list(
                    "reach",
                    reach,
                    each -> json.item(members -> {
                        members.text("person", each.person().value());
                        members.text("name", each.name());
                        members.text("role", each.role().value());
                        members.text("from", each.days().first().toString());
                        members.text("until", each.days().last().toString());
                        permitted(members, "permitted", each.permitted());
                    }));
        });
    }

    /** Writes the permissions held at an instant. */
    public static String permissions(Instant at, LocalDate day, List<HeldPermission> held) {
        return JsonText.object(json -> {
            json.text("at", at.toString());
            json.text("day", day.toString());
            json.list(
                    "permissions",
                    held,
                    each -> json.item(members -> {
                        members.text("register", each.register().value());
                        members.text("project", each.project().value());
                        members.text("title", each.title());
                        members.text("grantedBy", each.permission().grantedBy());
                        members.text("reference", each.permission().reference());
                        members.textOrNull(
                                "from", each.permission().period().from().map(LocalDate::toString));
                        members.textOrNull("until", each.last().map(LocalDate::toString));
                    }));
        });
    }

    /** Writes what ends within some days of an instant. */
    public static String ending(Instant at, LocalDate day, int within, List<RegisterEvent> ends) {
        return JsonText.object(json -> {
            json.text("at", at.toString());
            json.text("day", day.toString());
            json.number("within", within);
            json.list(
                    "ending",
                    ends,
                    each -> json.item(members -> {
                        members.text("last", each.day().minusDays(1).toString());
                        about(members, each);
                    }));
        });
    }

    /** Writes what happened and who gained and lost what, day by day. */
    public static String changes(LocalDate since, LocalDate until, List<DayShifts> days) {
        return JsonText.object(json -> {
            json.text("since", since.toString());
            json.text("until", until.toString());
            json.list(
                    "days",
                    days,
                    day -> json.item(members -> {
                        members.text("day", day.day().toString());
                        members.list(
                                "events",
                                day.events(),
                                event -> members.item(inner -> {
                                    about(inner, event);
                                    inner.textOrNull("before", event.before().map(Id.Value::value));
                                    inner.textOrNull("after", event.after().map(Id.Value::value));
                                }));
                        shifts(members, day.people());
                    }));
        });
    }

    /** Writes who gains and loses what from one bundle on a day to another on a day. */
    public static String against(LocalDate before, LocalDate after, List<PersonShift> people) {
        return JsonText.object(json -> {
            json.text("before", before.toString());
            json.text("after", after.toString());
            shifts(json, people);
        });
    }

    private static void about(JsonText json, RegisterEvent event) throws IOException {
        json.text("what", RegisterText.word(event.what()));
        json.text("id", event.entry());
        json.text("title", event.title());
        json.text("subject", event.subject().value());
        json.textOrNull("project", event.project().map(Id.Project::value));
    }

    private static void shifts(JsonText json, List<PersonShift> people) throws IOException {
        groups(json, people.stream().flatMap(each -> each.shifts().stream()).map(PersonShift.Shift::projects));
        json.list(
                "people",
                people,
                person -> json.item(members -> {
                    members.text("person", person.person().value());
                    members.text("name", person.name());
                    members.list(
                            "shifts",
                            person.shifts(),
                            shift -> members.item(inner -> {
                                inner.text("role", shift.role().value());
                                projects(inner, shift.projects());
                                permitted(inner, "gained", shift.gained());
                                permitted(inner, "lost", shift.lost());
                                inner.list(
                                        "changed",
                                        shift.changed(),
                                        each -> inner.item(both -> {
                                            both.object("before", one -> permitted(one, each.before()));
                                            both.object("after", one -> permitted(one, each.after()));
                                        }));
                            }));
                }));
    }

    /** Writes the groups of projects once, each at its place, so that people name them by number. */
    private static void groups(JsonText json, Stream<ProjectSet> sets) throws IOException {
        TreeMap<Integer, ProjectSet.Group> groups = new TreeMap<>();
        sets.forEach(each -> each.groups().forEach(group -> groups.put(group.number(), group)));
        json.list(
                "projectGroups",
                groups.values(),
                group -> json.item(members -> {
                    members.number("group", group.number());
                    members.texts("projects", group.projects());
                }));
    }

    private static void projects(JsonText json, ProjectSet projects) throws IOException {
        json.truth("withoutProject", projects.none());
        json.texts("projects", projects.named());
        json.numbers(
                "groups",
                projects.groups().stream().mapToLong(ProjectSet.Group::number).toArray());
        json.texts("except", projects.except());
        json.number("count", projects.count());
    }

    private static void permitted(JsonText json, String key, Collection<Permitted> permitted) throws IOException {
        json.list(key, permitted, each -> json.item(members -> permitted(members, each)));
    }

    private static void permitted(JsonText json, Permitted permitted) throws IOException {
        json.text("activity", permitted.activity().value());
        json.text("level", permitted.level().value());
        json.truth("always", permitted.always());
        json.list("when", permitted.ways(), way -> json.item(members -> way(members, way)));
    }

    private static void way(JsonText json, List<ValueRestriction> way) throws IOException {
        json.list("so", way, each -> json.item(members -> AssumptionMembers.about(members, each)));
    }
}
