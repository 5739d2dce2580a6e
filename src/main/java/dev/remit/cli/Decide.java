package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionPoint;
import dev.remit.json.JsonDecisions;
import dev.remit.json.Reply;
import dev.remit.json.ReplyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit decide}: a stream of questions as JSON Lines, answered line by line. */
final class Decide implements Verb {
    private static final String INPUT = "--input";

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public String summary() {
        return "Answers many questions, one JSON object a line.";
    }

    @Override
    public String synopsis() {
        return "decide [BUNDLE] [--input FILE] [--at WHEN] " + RecordOptions.SYNOPSIS
                + " [--format text|json] [--titles | --ids]";
    }

    @Override
    public List<ArgSpec> accepts() {
        List<ArgSpec> accepts = new ArrayList<>(List.of(
                Option.bundle(Bundle.WHERE),
                Option.file(INPUT, "Where the questions are. Left out: standard input."),
                Option.word(
                        AskedDay.AT,
                        "WHEN",
                        "When, for questions that do not say: a day, from its first second in the policy's time zone, or"
                                + " an instant. Left out: when they are read.")));
        accepts.addAll(RecordOptions.accepted());
        accepts.add(Option.format("json"));
        accepts.add(Option.flag(Option.TITLES, "With --format text, names things by their titles."));
        accepts.add(Option.flag(
                Option.IDS, "With --format text, names things by their ids, as it does unless said" + " otherwise."));
        return accepts;
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Each line that is not blank gets one answer, in order; a line that is no question gets an",
                "error in its place, and the rest goes on. With --format text an answer is a sentence.",
                "Exit code: 0, or 2 if any line was no question.",
                "",
                "Example:",
                "  echo '{\"id\":\"q1\",\"role\":\"researcher\",\"activity\":\"view\",\"level\":4}' | remit decide");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.JSON);
        boolean byTitles = Option.byTitles(given, false);
        if (byTitles && format == Given.Format.JSON) {
            throw new UsageError(
                    "`" + Option.TITLES + "` goes with `--format text` alone", "answers as JSON always name ids");
        }
        Function<Reply, String> text = reply -> ReplyText.brief(reply, byTitles);
        Optional<Path> input = given.path(INPUT);
        PolicyBundle bundle = Bundle.open(given);
        DecisionPoint decisions = given.instantOrDay(
                        AskedDay.AT, bundle.policy().header().zone())
                .map(at -> bundle.decisionPoint().withClock(() -> at))
                .orElseGet(bundle::decisionPoint);
        DayNotice.of(bundle, streams);
        if (input.isEmpty() && streams.isTyped().getAsBoolean() && streams.err().isTerminal()) {
            streams.err()
                    .println("waiting for questions, one JSON object a line, such as"
                            + " {\"role\":\"researcher\",\"activity\":\"view\",\"level\":4}; the end of input ends it");
        }
        return RecordOptions.recorded(
                given,
                streams,
                decisions,
                (recorded, takesPeople) ->
                        answer(input, json(recorded, given).takingPeople(takesPeople), format, text, streams));
    }

    private static JsonDecisions json(DecisionPoint decisions, Given given) {
        JsonDecisions json = JsonDecisions.of(decisions);
        Optional<String> caller = RecordOptions.caller(given);
        return caller.isPresent() ? json.by(caller.get()) : json;
    }

    private static int answer(
            Optional<Path> input,
            JsonDecisions decisions,
            Given.Format format,
            Function<Reply, String> text,
            Streams streams) {
        try (InputStream questions = input.isPresent() ? Files.newInputStream(input.get()) : streams.in()) {
            return answer(questions, decisions, format, text, streams.out());
        } catch (IOException unreadable) {
            throw input.map(path -> UsageError.unreadable(path, unreadable))
                    .orElseGet(
                            () -> new UsageError("the questions cannot be read from standard input", Optional.empty()));
        }
    }

    private static int answer(
            InputStream questions,
            JsonDecisions decisions,
            Given.Format format,
            Function<Reply, String> text,
            Output out)
            throws IOException {
        QuestionLines lines = new QuestionLines(questions, () -> {
            out.flush();
            return out.isRead();
        });
        ReplyWriter writer = new ReplyWriter();
        int code = OK;
        for (Optional<byte[]> line = lines.next(); line.isPresent() && out.isRead(); line = lines.next()) {
            Reply reply = decisions.decide(line.get());
            if (reply instanceof Reply.Refused refused) {
                reply = refused.onLine(lines.number());
                code = MISUSE;
            }
            if (format == Given.Format.JSON) {
                out.bytes(writer.line(reply));
            } else {
                out.say(text.apply(reply));
            }
        }
        return code;
    }
}
