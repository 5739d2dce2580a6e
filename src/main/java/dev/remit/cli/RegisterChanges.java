package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.people.DayShifts;
import dev.remit.analyze.people.PeopleFilter;
import dev.remit.analyze.people.PeopleReview;
import dev.remit.analyze.people.PersonShift;
import dev.remit.json.PeopleWriter;
import dev.remit.model.Period;
import dev.remit.report.people.RegisterText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit register changes}: who gained and lost what since a day, by what registers say. */
final class RegisterChanges implements Verb {
    private static final String AGAINST = "--against";

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public String summary() {
        return "Lists what the registers say otherwise since a day, and which people gained and lost what by it.";
    }

    @Override
    public String synopsis() {
        return "register changes [BUNDLE] [--since DAY] [--until DAY] [--against OLD] [--titles | --ids] [--format "
                + String.join("|", RegisterDoor.FORMATS) + "]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.word(RegisterDoor.SINCE, "DAY", "The first day whose changes count, such as 2026-11-23."),
                Option.word(RegisterDoor.UNTIL, "DAY", "The last day whose changes count. Left out: today."),
                Option.path(
                        AGAINST,
                        "OLD",
                        "A bundle before: what people may do there on the day before that of --since, or on the"
                                + " same day if that is left out, is compared with what they may do here."),
                Option.titles(),
                Option.usualIds(),
                RegisterDoor.format());
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Without --against, changes are listed by the day from which on they count, as days pass in one",
                "bundle. With it, two bundles are compared person by person. Exit code: 0 listed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit register changes --since 2026-10-01 --until 2026-10-02");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = RegisterDoor.format(given);
        Optional<LocalDate> since = given.day(RegisterDoor.SINCE);
        Optional<LocalDate> last = given.day(RegisterDoor.UNTIL);
        PolicyBundle bundle = Bundle.open(given);
        LocalDate until = last.orElseGet(() -> RegisterDoor.today(bundle, streams));
        since.ifPresent(day -> RegisterDoor.ordered(RegisterDoor.SINCE, day, RegisterDoor.UNTIL, until));
        Optional<Path> against = given.path(AGAINST);
        if (against.isPresent()) {
            PolicyBundle old = Bundle.open(against, given);
            against(given, format, old, since.map(day -> day.minusDays(1)).orElse(until), bundle, until, streams);
        } else {
            LocalDate from = since.orElseThrow(() -> new UsageError(
                    "the question names no day to look back to",
                    "give `" + RegisterDoor.SINCE + "`, or a bundle to compare with as `" + AGAINST + "`"));
            days(given, format, bundle, from, until, streams);
        }
        return OK;
    }

    private static PeopleFilter everything(Given given, PolicyBundle bundle) {
        return PeopleFilter.of(bundle.decisionPoint().assignment(QuestionOptions.openQuestion(given, bundle.policy())));
    }

    private static PeopleReview review(PolicyBundle bundle) {
        return PeopleReview.of(bundle.decisionPoint(), bundle.registers());
    }

    private static void days(
            Given given, String format, PolicyBundle bundle, LocalDate since, LocalDate until, Streams streams) {
        List<DayShifts> days = Fitting.in(
                bundle, () -> review(bundle).shifts(everything(given, bundle), Period.between(since, until)));
        RegisterText text = RegisterText.of(RegisterDoor.words(given, bundle), RegisterDoor.words(given, bundle));
        Map<String, List<PersonShift>> byDay = new LinkedHashMap<>();
        days.forEach(each -> byDay.put(each.day().toString(), each.people()));
        String title = "since " + since + ", until " + until;
        RegisterDoor.write(
                format,
                () -> PeopleWriter.changes(since, until, days),
                () -> text.listing("What people gained and lost " + title, byDay),
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(title + (days.isEmpty() ? ": nothing changed" : ""));
                    lines.addAll(text.changes(days));
                    return lines;
                },
                streams.out());
    }

    private static void against(
            Given given,
            String format,
            PolicyBundle old,
            LocalDate before,
            PolicyBundle bundle,
            LocalDate after,
            Streams streams) {
        List<PersonShift> people = Fitting.in(
                bundle,
                () -> review(bundle)
                        .against(everything(given, bundle), after, review(old), everything(given, old), before));
        RegisterText text = RegisterText.of(RegisterDoor.words(given, old), RegisterDoor.words(given, bundle));
        String title = "before on " + before + ", now on " + after;
        RegisterDoor.write(
                format,
                () -> PeopleWriter.against(before, after, people),
                () -> text.listing("What people gained and lost: " + title, Map.of(after.toString(), people)),
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(title + (people.isEmpty() ? ": nobody gained or lost anything" : ""));
                    lines.addAll(text.shifts(people));
                    return lines;
                },
                streams.out());
    }
}
