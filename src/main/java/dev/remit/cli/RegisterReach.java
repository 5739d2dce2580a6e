package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.people.PeopleFilter;
import dev.remit.analyze.people.PeopleReview;
import dev.remit.analyze.people.ProjectReach;
import dev.remit.decide.Question;
import dev.remit.json.PeopleWriter;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.report.people.PeopleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit register reach}: who could reach a project between two days, and when. */
final class RegisterReach implements Verb {
    private static final String PROJECT = "--project";
    private static final String FROM = "--from";

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public String summary() {
        return "Lists the people of the register who could reach a project between two days, and when.";
    }

    @Override
    public String synopsis() {
        return "register reach [BUNDLE] --project ID --from DAY --until DAY [--role ROLE] [--activity ACTIVITY]"
                + " [--level LEVEL] [--category CATEGORY] [--route ROUTE] [--titles | --ids] [--format "
                + String.join("|", RegisterDoor.FORMATS) + "]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.word(PROJECT, "ID", "Which project of the register, by any of its names."),
                Option.word(FROM, "DAY", "The first day, such as 2026-10-01."),
                Option.word(RegisterDoor.UNTIL, "DAY", "The last day."),
                Option.word("--role", "ROLE", "Only what is permitted in this role."),
                Option.word("--activity", "ACTIVITY", "Only this activity."),
                Option.word("--level", "LEVEL", "Only this level of data."),
                Option.word("--category", "CATEGORY", "Only this kind of work."),
                Option.word("--route", "ROUTE", "Only by this way in."),
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
                "Days are those of the policy's time zone. What is named below a person is what had to be chosen and",
                "shown besides what the registers say, under the policy as it is in this bundle.",
                "Exit code: 0 listed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit register reach --project 156 --from 2026-09-01 --until 2026-10-31 \\",
                "      --activity view --level released");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = RegisterDoor.format(given);
        String name = required(given.word(PROJECT), PROJECT);
        LocalDate from = required(given.day(FROM), FROM);
        LocalDate until = required(given.day(RegisterDoor.UNTIL), RegisterDoor.UNTIL);
        RegisterDoor.ordered(FROM, from, RegisterDoor.UNTIL, until);
        PolicyBundle bundle = Bundle.open(given);
        Id.Project project = WhoPeople.project(name, bundle);
        Question question = RegisterDoor.anyProject(QuestionOptions.openQuestion(given, bundle.policy()));
        return RegisterDoor.asking(format, streams, () -> {
            PeopleFilter filter =
                    PeopleFilter.of(bundle.decisionPoint().assignment(question)).on(project);
            Period days = Period.between(from, until);
            List<ProjectReach> reach = Fitting.in(
                    bundle,
                    () -> PeopleReview.of(bundle.decisionPoint(), bundle.registers())
                            .reach(project, filter, days));
            PeopleText text = PeopleText.of(RegisterDoor.words(given, bundle));
            String title = "project " + project + ", from " + from + " until " + until;
            RegisterDoor.write(
                    format,
                    () -> PeopleWriter.reach(project, from, until, reach),
                    () -> text.reachListing("Who could reach " + title, reach),
                    () -> {
                        List<String> lines = new ArrayList<>();
                        lines.add(title + (reach.isEmpty() ? ": nobody" : ""));
                        lines.addAll(text.reach(reach, days, given.has("--activity") && given.has("--level")));
                        return lines;
                    },
                    streams.out());
        });
    }

    private static <T> T required(Optional<T> value, String option) {
        return value.orElseThrow(() -> new UsageError(
                "the question names no " + option.substring(2) + " of the reach", "give `" + option + "`"));
    }
}
