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
        return "Tells every role, or anything else a question can say, for which the rest is permitted, and when.";
    }

    @Override
    public String synopsis() {
        return "who [BUNDLE] [--of DIMENSION] [--role ROLE] [--activity ACTIVITY] [--level LEVEL] "
                + QuestionOptions.SYNOPSIS + " [--titles] [--format text|json]";
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
        accepts.addAll(QuestionOptions.acceptedOpen());
        accepts.add(Option.titles());
        accepts.add(Option.format("text"));
        return accepts;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Anything may be left open, role, activity and level too. Each line under a value is enough by itself.",
                "States that cannot be are left out. Exit code: 0 told, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit who --of kind --role researcher --activity run-pipeline --titles");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        PolicyBundle bundle = Bundle.open(given);
        AccessReview access = Fitting.in(bundle, () -> AccessReview.of(bundle.decisionPoint()));
        Variable variable = variable(given.word(ASKED).orElse("role"), access.space());
        Assignment asked;
        try {
            asked = bundle.decisionPoint()
                    .assignment(
                            QuestionOptions.openQuestion(given, bundle.policy().vocabulary()));
        } catch (InvalidQuestionException invalid) {
            return refuse(Reply.Refused.of(Optional.empty(), invalid), format, streams);
        }
        if (variable.kind() != Variable.Kind.WISH && !asked.isOpen(variable)) {
            throw new UsageError(
                    "expected " + Words.quoted(variable.name()) + " to be left open, found "
                            + Words.quoted(asked.word(variable)),
                    "it is what is asked for: leave out what settles it, or ask for something else with `" + ASKED
                            + "`");
        }
        List<AccessReview.Allowed> allowed = Fitting.in(bundle, () -> access.who(asked, variable));
        if (format == Given.Format.JSON) {
            streams.out().line(AnalysisWriter.of(bundle.policy().vocabulary()).allowed(variable.name(), allowed));
            return OK;
        }
        RegionWords words = Option.words(given, bundle.policy().vocabulary());
        if (allowed.isEmpty()) {
            streams.out().say("never permitted");
        }
        for (AccessReview.Allowed each : allowed) {
            streams.out().say(Visible.line(words.value(variable, each.value())));
            words.phrases(each.when()).forEach(phrase -> streams.out().say("  - " + Visible.line(phrase)));
        }
        return OK;
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
    private static int refuse(Reply.Refused refused, Given.Format format, Streams streams) {
        if (format == Given.Format.JSON) {
            streams.out().line(ReplyWriter.write(refused));
        } else {
            streams.err().println(ReplyText.errors(refused));
        }
        return MISUSE;
    }
}
