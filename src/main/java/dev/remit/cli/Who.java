package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Access;
import dev.remit.analyze.Region;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Question;
import dev.remit.decide.QuestionFault;
import dev.remit.diagnostic.Words;
import dev.remit.json.AnalysisWriter;
import dev.remit.model.Situation;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit who}: for whom, or what, the rest of a question is permitted, and on which conditions. */
final class Who implements Verb {
    private static final String ASKED = "--of";
    private static final List<String> DIMENSIONS = List.of("role", "activity", "level", "category", "route");

    @Override
    public String name() {
        return "who";
    }

    @Override
    public String summary() {
        return "Tells every role, or activity, level, category or route, for which the rest is permitted, and when.";
    }

    @Override
    public String synopsis() {
        return "who [BUNDLE] [--of DIMENSION] [--activity ACTIVITY] [--level LEVEL] [OPTION...]";
    }

    @Override
    public List<ArgSpec> accepts() {
        List<ArgSpec> accepts = new ArrayList<>();
        accepts.add(Option.bundle(Bundle.WHERE));
        accepts.add(
                Option.word(ASKED, "DIMENSION", "What is asked for: " + Words.or(DIMENSIONS) + ". Left out: role."));
        accepts.addAll(QuestionOptions.accepted());
        accepts.add(Option.format("text"));
        return accepts;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Anything may be left open, role, activity and level too. Each line under a value is enough by itself.",
                "Exit code: 0 told, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit who --activity view --level 3");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        String dimension = Given.oneOf(ASKED, given.word(ASKED).orElse("role"), DIMENSIONS);
        PolicyBundle bundle = Bundle.open(given);
        Access access = Access.of(bundle.policy());
        Variable variable = access.space()
                .find(dimension)
                .orElseThrow(() -> new Misuse("the policy has no " + dimension + " to ask for", Optional.empty()));
        Question question = QuestionOptions.openQuestion(given);
        Situation asked = situation(bundle, question);
        List<Access.Allowed> allowed = access.who(asked, variable);
        if (format == Given.Format.JSON) {
            streams.out().line(AnalysisWriter.of(bundle.policy().vocabulary()).allowed(dimension, allowed));
            return OK;
        }
        if (allowed.isEmpty()) {
            streams.out().say("no " + dimension);
        }
        for (Access.Allowed each : allowed) {
            streams.out().say(each.value());
            for (Region region : each.when()) {
                streams.out().say("  - " + RegionText.of(region));
            }
        }
        return OK;
    }

    private static Situation situation(PolicyBundle bundle, Question question) {
        try {
            return bundle.decisionPoint().situation(question);
        } catch (InvalidQuestionException invalid) {
            QuestionFault first = invalid.faults().get(0);
            throw new Misuse(first.message(), first.help());
        }
    }
}
