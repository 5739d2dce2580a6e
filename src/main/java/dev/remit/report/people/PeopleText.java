package dev.remit.report.people;

import dev.remit.analyze.people.PersonAccess;
import dev.remit.analyze.people.PersonAccess.Access;
import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.analyze.people.ProjectReach;
import dev.remit.analyze.people.ProjectSet;
import dev.remit.model.Domain;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.writing.Visible;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders what people may do, and who could reach a project, as lines for a terminal or as a table. */
public final class PeopleText {
    private final AccessWords words;

    private PeopleText(AccessWords words) {
        this.words = words;
    }

    /** A renderer with some words. */
    public static PeopleText of(AccessWords words) {
        return new PeopleText(words);
    }

    /** What the register says of a person on a day, then what the person may do, by role and projects. */
    public List<String> person(Person person, PersonAccess access, LocalDate day) {
        List<String> lines = new ArrayList<>();
        lines.add("roles: "
                + said(person.roles().stream()
                        .filter(each -> each.period().contains(day))
                        .map(each -> words.role(each.role()) + on(each.project()) + until(each.period()))
                        .toList()));
        lines.add("facts: "
                + said(person.facts().stream()
                        .filter(each -> each.period().contains(day))
                        .map(each -> each.fact().value()
                                + (each.value().equals(Domain.TRUE) ? "" : "=" + each.value())
                                + on(each.project())
                                + until(each.period()))
                        .toList()));
        lines.add("");
        if (access.may().isEmpty()) {
            lines.add("nothing is permitted");
        }
        access.may().forEach(each -> lines.addAll(access(each, "", false)));
        return lines.stream().map(Visible::line).toList();
    }

    private static String said(List<String> said) {
        return said.isEmpty() ? "none" : String.join(", ", said);
    }

    private static String on(Optional<Id.Project> project) {
        return project.map(id -> " on " + id).orElse("");
    }

    private static String until(Period period) {
        return period.until().map(last -> " until " + last).orElse("");
    }

    /**
     * What each of some people may do.
     *
     * @param isOne whether one activity on one level was asked about, so that it need not be named
     */
    public List<String> people(List<PersonAccess> people, boolean isOne) {
        List<String> lines = new ArrayList<>();
        for (PersonAccess person : people) {
            lines.add(called(person.person(), person.name()));
            person.may().forEach(each -> lines.addAll(access(each, "  ", isOne)));
        }
        return lines.stream().map(Visible::line).toList();
    }

    /** A person by id and name. */
    public static String called(Id.Person person, String name) {
        return name.isBlank() ? person.value() : person + " (" + name.strip() + ")";
    }

    private List<String> access(Access access, String indent, boolean isOne) {
        List<String> lines = new ArrayList<>();
        String where = AccessWords.where(access.projects());
        lines.add(indent + "as " + words.role(access.role()) + ", " + where);
        lines.addAll(permitted(access.permitted(), indent + "  ", isOne));
        return lines;
    }

    List<String> permitted(List<Permitted> permitted, String indent, boolean isOne) {
        List<String> lines = new ArrayList<>();
        for (AccessWords.Line each : words.lines(permitted)) {
            if (!isOne) {
                lines.add(indent + each.what());
            }
            each.when().forEach(when -> lines.add(indent + (isOne ? "- " : "  - ") + when));
        }
        return lines;
    }

    /** What some people may do, with a row for each activity and level. */
    public Listing listing(String title, List<PersonAccess> people) {
        List<List<String>> rows = new ArrayList<>();
        for (PersonAccess person : people) {
            for (Access access : person.may()) {
                for (Permitted each : access.permitted()) {
                    rows.add(List.of(
                            person.person().value(),
                            person.name(),
                            words.role(access.role()),
                            projects(access.projects()),
                            words.activity(each),
                            words.level(each),
                            String.join(" | ", words.when(each))));
                }
            }
        }
        return new Listing(title, List.of("person", "name", "role", "projects", "activity", "level", "when"), rows);
    }

    private static String projects(ProjectSet projects) {
        String none = projects.none() ? "no project" : "";
        return AccessWords.ids(projects)
                .map(ids -> none.isEmpty() ? ids : none + ", " + ids)
                .orElse(none);
    }

    /** Who could reach a project, and when. */
    public List<String> reach(List<ProjectReach> reach, Period within, boolean isOne) {
        List<String> lines = new ArrayList<>();
        Map<String, List<ProjectReach>> byPerson = new LinkedHashMap<>();
        reach.forEach(each -> byPerson.computeIfAbsent(called(each.person(), each.name()), none -> new ArrayList<>())
                .add(each));
        byPerson.forEach((person, stays) -> {
            lines.add(person);
            for (ProjectReach each : stays) {
                lines.add("  as " + words.role(each.role()) + ", " + AccessWords.days(each.days(), within));
                lines.addAll(permitted(each.permitted(), "    ", isOne));
            }
        });
        return lines.stream().map(Visible::line).toList();
    }

    /** Who could reach a project, with a row for each activity and level. */
    public Listing reachListing(String title, List<ProjectReach> reach) {
        List<List<String>> rows = new ArrayList<>();
        for (ProjectReach stay : reach) {
            for (Permitted each : stay.permitted()) {
                rows.add(List.of(
                        stay.person().value(),
                        stay.name(),
                        words.role(stay.role()),
                        stay.days().from().map(LocalDate::toString).orElse(""),
                        stay.days().until().map(LocalDate::toString).orElse(""),
                        words.activity(each),
                        words.level(each),
                        String.join(" | ", words.when(each))));
            }
        }
        return new Listing(
                title, List.of("person", "name", "role", "from", "until", "activity", "level", "when"), rows);
    }
}
