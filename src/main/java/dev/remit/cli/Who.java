package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.access.AccessReview;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.diagnostic.Words;
import dev.remit.json.AnalysisWriter;
import dev.remit.json.Reply;
import dev.remit.json.ReplyWriter;
import dev.remit.model.Assignment;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.report.people.Listing;
import dev.remit.report.words.RegionWords;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit who}: lists for whom, or what, the rest of a question is permitted, and on which conditions. */
final class Who implements Verb {
    private static final String ASKED = "--of";
    private static final String ATTRIBUTE = "project.";

    @Override
    public String name() {
        return "who";
    }

    @Override
    public String summary() {
        return "Lists for which roles, people or anything else the rest of a question is permitted, and when.";
    }

    @Override
    public String synopsis() {
        return "who [BUNDLE] [--of DIMENSION | --person PERSON | --people] [--role ROLE] [--activity ACTIVITY] [--level LEVEL] "
                + QuestionOptions.SYNOPSIS + " [--titles] [--format " + String.join("|", RegisterDoor.FORMATS) + "]";
    }

    @Override
    public List<ArgSpec> accepts() {
        List<ArgSpec> accepts = new ArrayList<>();
        accepts.add(Option.bundle(Bundle.WHERE));
        accepts.add(Option.word(
                ASKED,
                "DIMENSION",
                "What is asked for: role, activity, level, category, route, an attribute of projects such as kind, a"
                        + " fact, or anything else a question can say. Left out: role."));
        accepts.add(Option.word(
                WhoPeople.PERSON,
                "PERSON",
                "What a person of the register may do: in each role held that day, for each project and without one."));
        accepts.add(Option.flag(
                WhoPeople.PEOPLE,
                "The people of the register for whom the rest is permitted that day, with what they must still show."));
        accepts.addAll(QuestionOptions.acceptedOpen());
        accepts.add(Option.titles());
        accepts.add(RegisterDoor.format());
        return accepts;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Anything may be left open, role, activity and level too. Each line under a value is enough by itself.",
                "States that cannot be are left out. With --person and --people, roles and facts are those that the",
                "registers have that day, and what is named is what has to be chosen and shown besides.",
                "Exit code: 0 listed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit who --of kind --role researcher --activity run-pipeline --titles");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = RegisterDoor.format(given);
        PolicyBundle bundle = Bundle.open(given);
        if (given.has(WhoPeople.PERSON) || given.flag(WhoPeople.PEOPLE)) {
            return new WhoPeople(given, bundle, streams).run(format);
        }
        AccessReview access = Fitting.in(bundle, () -> AccessReview.of(bundle.decisionPoint()));
        Variable variable = variable(given.word(ASKED).orElse("role"), access.space());
        Assignment asked;
        try {
            asked = bundle.decisionPoint().assignment(QuestionOptions.openQuestion(given, bundle.policy()));
        } catch (InvalidQuestionException invalid) {
            return refuse(invalid, format, streams);
        }
        if (variable.kind() != Variable.Kind.WISH && !asked.isOpen(variable)) {
            throw new UsageError(
                    "expected " + Words.quoted(variable.name()) + " to be left open, found "
                            + Words.quoted(asked.word(variable)),
                    "it is what is asked for: leave out what settles it, or ask for something else with `" + ASKED
                            + "`");
        }
        List<AccessReview.Allowed> allowed = Fitting.in(bundle, () -> access.who(asked, variable));
        RegionWords words = Option.words(given, bundle.policy().vocabulary());
        switch (format) {
            case "json" ->
                streams.out()
                        .line(AnalysisWriter.of(bundle.policy().vocabulary()).allowed(variable.name(), allowed));
            case "csv" -> streams.out().line(listing(variable, allowed, words).csv());
            case "markdown" ->
                streams.out().line(listing(variable, allowed, words).markdown());
            default -> {
                AskedDay.echo(given, bundle.policy().header(), Given.Format.TEXT, streams);
                text(variable, allowed, words, streams);
            }
        }
        return OK;
    }

    private static void text(
            Variable variable, List<AccessReview.Allowed> allowed, RegionWords words, Streams streams) {
        if (allowed.isEmpty()) {
            streams.out().say("never permitted");
        }
        for (AccessReview.Allowed each : allowed) {
            streams.out().say(Visible.line(words.value(variable, each.value())));
            words.phrases(each.when()).forEach(phrase -> streams.out().say("  - " + Visible.line(phrase)));
        }
    }

    private static Listing listing(Variable variable, List<AccessReview.Allowed> allowed, RegionWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (AccessReview.Allowed each : allowed) {
            words.phrases(each.when())
                    .forEach(phrase -> rows.add(List.of(words.value(variable, each.value()), phrase)));
        }
        return new Listing(
                "For which " + variable.name() + " this is permitted", List.of(variable.name(), "when"), rows);
    }

    /** Finds a dimension by its name in answers, or a project attribute by its id. */
    private static Variable variable(String dimension, Space space) {
        List<String> known = space.variables().stream()
                .map(each ->
                        each.name().startsWith(ATTRIBUTE) ? each.name().substring(ATTRIBUTE.length()) : each.name())
                .toList();
        return space.find(dimension)
                .or(() -> space.find(ATTRIBUTE + dimension))
                .orElseThrow(() -> new UsageError(
                        "the policy has no " + Words.quoted(dimension) + " to ask for",
                        Words.didYouMean(dimension, known)
                                .or(() -> Optional.of("known: " + String.join(", ", known)))));
    }

    /** Reports the errors of the question as {@code remit ask} does. */
    static int refuse(InvalidQuestionException invalid, String format, Streams streams) {
        Reply.Refused refused = Reply.Refused.of(Optional.empty(), invalid);
        if (format.equals("json")) {
            streams.out().line(ReplyWriter.write(refused));
        } else {
            streams.err().println(ReplyText.errors(refused));
        }
        return MISUSE;
    }
}
