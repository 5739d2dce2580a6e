package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.decide.Explanation;
import dev.remit.decide.Question;
import dev.remit.json.JsonDecisions;
import dev.remit.json.Reply;
import dev.remit.json.ReplyWriter;
import dev.remit.writing.Visible;
import dev.remit.writing.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit ask}: one question, answered in words. */
final class Ask implements Verb {
    private static final String ADMIN = "--admin";
    private static final String ALL = "--all";
    /** How wide lines are that people read. */
    private static final int WIDTH = 100;

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public String summary() {
        return "Answers one question: yes, no or it depends, why, and what would change it.";
    }

    @Override
    public String synopsis() {
        return "ask [BUNDLE] (--role ROLE... | --person PERSON) --activity ACTIVITY --level LEVEL "
                + QuestionOptions.SYNOPSIS + " [--all] [--titles | --ids] [--admin] "
                + RecordOptions.SYNOPSIS
                + " [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        List<ArgSpec> accepts = new ArrayList<>();
        accepts.add(Option.bundle(Bundle.WHERE));
        accepts.addAll(QuestionOptions.accepted());
        accepts.add(Option.flag(
                ALL, "Renders every clause, every change and what came nearest, instead of counting them."));
        accepts.add(Option.usualTitles());
        accepts.add(Option.flag(
                Option.IDS, "Names the words of the policy by their ids instead of their titles, and clauses too."));
        accepts.add(Option.flag(ADMIN, "Tells those who keep the policy more: rules, files and lines, digests."));
        accepts.addAll(RecordOptions.accepted());
        accepts.add(Option.format("text"));
        return accepts;
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Options that may be repeated also take several values with commas between them.",
                "Exit code: 0 permitted, 1 not permitted, 2 no answer.",
                "",
                "Example:",
                "  remit ask --role researcher --activity view --level 4 --project 156 \\",
                "      --fact named-on-project --fact secure-environment-access");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        PolicyBundle bundle = Bundle.open(given);
        Question asked = QuestionOptions.question(given, bundle.policy());
        AskedDay.echo(given, bundle.policy().header(), format, streams);
        Question question = RecordOptions.caller(given).map(asked::by).orElse(asked);
        if (question.person().isPresent() && RecordOptions.isWithoutPeople(given)) {
            throw new UsageError(
                    "a question about a person cannot be recorded without `" + RecordOptions.SUBJECT_KEY + "`",
                    "make a key with `remit keys new --subject --out FILE`");
        }
        return RecordOptions.recorded(
                given,
                streams,
                bundle.decisionPoint(),
                (decisions, takesPeople) -> answer(
                        JsonDecisions.of(decisions).takingPeople(takesPeople).decide(Optional.empty(), question),
                        format,
                        bundle,
                        given,
                        streams));
    }

    private static int answer(Reply reply, Given.Format format, PolicyBundle bundle, Given given, Streams streams) {
        if (format == Given.Format.JSON) {
            streams.out().line(ReplyWriter.writeExplained(reply));
        } else if (reply instanceof Reply.Refused refused) {
            streams.err().println(ReplyText.errors(refused));
        } else {
            streams.out().say(explained(reply, given));
            notice(bundle, streams);
        }
        DayNotice.of(bundle, streams);
        if (reply instanceof Reply.Refused) {
            return MISUSE;
        }
        return reply.permitted() ? OK : NO;
    }

    /** The text for the person asking, or for those who keep the policy. */
    private static String explained(Reply reply, Given given) {
        if (given.flag(ADMIN)) {
            return ReplyText.explained(reply, Explanation::forAdministrator);
        }
        Explanation.Style style = new Explanation.Style(!Option.byTitles(given, true), given.flag(ALL), ALL);
        return Wrapped.at(WIDTH, ReplyText.explained(reply, each -> each.forRequester(style)));
    }

    /** Writes the notices about the policy, apart from the answer. */
    private static void notice(PolicyBundle bundle, Streams streams) {
        String notice = bundle.policy().header().notice();
        if (!notice.isBlank()) {
            streams.out().flush();
            streams.err().println("note: " + Visible.prose(notice));
        }
    }
}
