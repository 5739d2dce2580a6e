package dev.remit.report.people;

import dev.remit.analyze.people.DayShifts;
import dev.remit.analyze.people.HeldPermission;
import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.analyze.people.PersonShift;
import dev.remit.analyze.people.PersonShift.Changed;
import dev.remit.analyze.people.PersonShift.Shift;
import dev.remit.analyze.people.RegisterEvent;
import dev.remit.model.Domain;
import dev.remit.model.Id;
import dev.remit.report.Glossary;
import dev.remit.writing.Visible;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders what registers say and how that changes: permissions held, what ends, who gains and loses. */
public final class RegisterText {
    private final AccessWords before;
    private final AccessWords after;

    private RegisterText(AccessWords before, AccessWords after) {
        this.before = before;
        this.after = after;
    }

    /** A renderer with the words of the policy before and of the policy after. */
    public static RegisterText of(AccessWords before, AccessWords after) {
        return new RegisterText(before, after);
    }

    /** The permissions for one opt-out register in the form of the platform: one id a line, with a comment. */
    public static List<String> list(Id.Register register, String when, List<HeldPermission> held) {
        List<String> lines = new ArrayList<>(List.of(
                "# " + register + ": " + (held.size() == 1 ? "1 project" : held.size() + " projects") + " " + when));
        held.forEach(each -> lines.add(each.project() + "  # " + Visible.oneLine(comment(each))));
        return lines.stream().map(Visible::line).toList();
    }

    private static String comment(HeldPermission held) {
        List<String> parts = new ArrayList<>();
        parts.add(held.title().strip());
        parts.add(held.permission().grantedBy().strip());
        parts.add(held.permission().reference().strip());
        held.permission().period().from().ifPresent(day -> parts.add("from " + day));
        held.last().ifPresent(day -> parts.add("until " + day));
        return String.join("; ", parts.stream().filter(each -> !each.isBlank()).toList());
    }

    /** The permissions held, with a row for each. */
    public static Listing permissions(String title, List<HeldPermission> held) {
        return new Listing(
                title,
                List.of("register", "project", "title", "granted-by", "reference", "from", "until"),
                held.stream()
                        .map(each -> List.of(
                                each.register().value(),
                                each.project().value(),
                                each.title(),
                                each.permission().grantedBy(),
                                each.permission().reference(),
                                date(each.permission().period().from()),
                                date(each.last())))
                        .toList());
    }

    private static String date(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /** What ends after a day, with the last day of each and how far it is. */
    public static List<String> ending(List<RegisterEvent> ends, LocalDate day) {
        Map<LocalDate, List<RegisterEvent>> byDay = new LinkedHashMap<>();
        ends.forEach(each -> byDay.computeIfAbsent(each.day().minusDays(1), none -> new ArrayList<>())
                .add(each));
        List<String> lines = new ArrayList<>();
        byDay.forEach((last, events) -> {
            lines.add(last + ", " + away(ChronoUnit.DAYS.between(day, last)));
            events.forEach(each -> lines.add("  " + entry(each) + ": " + subject(each)));
        });
        return lines.stream().map(Visible::line).toList();
    }

    private static String away(long days) {
        return days == 0 ? "this day" : days == 1 ? "in 1 day" : "in " + days + " days";
    }

    /** What ends, with a row for each thing. */
    public static Listing endingListing(String title, List<RegisterEvent> ends) {
        return new Listing(
                title,
                List.of("last-day", "what", "id", "title", "subject", "project"),
                ends.stream()
                        .map(each -> List.of(
                                each.day().minusDays(1).toString(),
                                word(each.what()),
                                each.entry(),
                                each.title(),
                                each.subject().value(),
                                each.project().map(Id.Project::value).orElse("")))
                        .toList());
    }

    /** The name of what an event is about, as it stands in tables and JSON. */
    public static String word(RegisterEvent.What what) {
        return switch (what) {
            case ROLE -> "role";
            case FACT -> "fact";
            case STATUS -> "status";
            case PERMISSION -> "permission";
        };
    }

    private static String entry(RegisterEvent event) {
        String name = event.title().isBlank() ? "" : " (" + event.title().strip() + ")";
        return switch (event.what()) {
            case ROLE, FACT -> event.entry() + name;
            case STATUS, PERMISSION -> "project " + event.entry() + name;
        };
    }

    private static String subject(RegisterEvent event) {
        String on = event.project().map(id -> " on " + id).orElse("");
        String value = event.after()
                .or(event::before)
                .filter(each -> !each.equals(Domain.TRUE))
                .map(each -> "=" + each)
                .orElse("");
        return switch (event.what()) {
            case ROLE -> "role " + event.subject() + on;
            case FACT -> "fact " + event.subject() + value + on;
            case STATUS -> "the project itself";
            case PERMISSION -> "permission " + event.subject();
        };
    }

    private static String event(RegisterEvent event) {
        if (event.what() == RegisterEvent.What.STATUS) {
            return entry(event) + ": is " + event.after().map(Id.Value::value).orElse("nothing")
                    + event.before().map(was -> ", was " + was).orElse("");
        }
        String verb = event.before().isEmpty() ? " begins" : event.after().isEmpty() ? " has ended" : " is otherwise";
        return entry(event) + ": " + subject(event) + verb;
    }

    /** What happened and who gained and lost what, day by day. */
    public List<String> changes(List<DayShifts> days) {
        List<String> lines = new ArrayList<>();
        for (DayShifts day : days) {
            lines.add(day.day().toString());
            day.events().forEach(each -> lines.add("  " + Visible.line(event(each))));
            shifts(day.people()).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    /** Who gains and loses what; people for whom all is the same stand together. */
    public List<String> shifts(List<PersonShift> people) {
        Map<List<Shift>, List<String>> together = new LinkedHashMap<>();
        people.forEach(each -> together.computeIfAbsent(each.shifts(), none -> new ArrayList<>())
                .add(PeopleText.called(each.person(), each.name())));
        List<String> lines = new ArrayList<>();
        together.forEach((shifts, names) -> {
            lines.add(Glossary.joined(names, "and"));
            for (Shift each : shifts) {
                lines.add("  as " + after.role(each.role()) + ", " + AccessWords.where(each.projects()));
                for (AccessWords.Line line : after.lines(each.gained())) {
                    lines.add("    gains " + line.what());
                    line.when().forEach(when -> lines.add("      - " + when));
                }
                if (!each.lost().isEmpty()) {
                    lines.add("    loses " + before.whatever(each.lost()));
                }
                each.changed().forEach(changed -> lines.addAll(changed(changed)));
            }
        });
        return lines.stream().map(Visible::line).toList();
    }

    private List<String> changed(Changed changed) {
        List<String> lines = new ArrayList<>(List.of("    on other conditions: " + after.what(changed.after())));
        before.when(changed.before()).forEach(when -> lines.add("      - before: " + when));
        after.when(changed.after()).forEach(when -> lines.add("      - now: " + when));
        return lines;
    }

    /** Who gains and loses what, with a row for each activity and level. */
    public Listing listing(String title, Map<String, List<PersonShift>> byDay) {
        List<List<String>> rows = new ArrayList<>();
        byDay.forEach((day, people) -> people.forEach(person -> person.shifts().forEach(shift -> {
            shift.gained().forEach(each -> rows.add(row(day, person, shift, "gained", after, each)));
            shift.lost().forEach(each -> rows.add(row(day, person, shift, "lost", before, each)));
            shift.changed().forEach(each -> {
                rows.add(row(day, person, shift, "before", before, each.before()));
                rows.add(row(day, person, shift, "now", after, each.after()));
            });
        })));
        return new Listing(
                title,
                List.of("day", "person", "name", "change", "role", "projects", "activity", "level", "when"),
                rows);
    }

    private List<String> row(
            String day, PersonShift person, Shift shift, String change, AccessWords words, Permitted permitted) {
        return List.of(
                day,
                person.person().value(),
                person.name(),
                change,
                after.role(shift.role()),
                AccessWords.where(shift.projects()),
                words.activity(permitted),
                words.level(permitted),
                String.join(" | ", words.when(permitted)));
    }
}
