package dev.remit.cli;

import dev.remit.decide.Decision;
import dev.remit.decide.Explanation;
import dev.remit.decide.ValueRestriction;
import dev.remit.json.QuestionError;
import dev.remit.json.Reply;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders replies in words. */
final class ReplyText {
    /** The most assumptions to name on one line. */
    private static final int NAMED = 3;

    private ReplyText() {}

    /** Renders an answer with its reasons, without a line end after the last line. */
    static String explained(Reply reply, Function<Explanation, String> rendering) {
        List<Decision> decisions = decisions(reply);
        if (decisions.isEmpty()) {
            return nobody(reply);
        }
        return decisions.stream()
                .map(Decision::explain)
                .map(rendering)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n\n"));
    }

    /** Renders a reply on one line for each role asked about, with the question's id before it. */
    static String brief(Reply reply, boolean byTitles) {
        String id = reply.id().map(known -> Visible.line(known) + ": ").orElse("");
        if (reply instanceof Reply.Refused refused) {
            return refused.errors().stream()
                    .map(error -> id
                            + title(error)
                            + error.help()
                                    .map(help -> " (" + Visible.line(help) + ")")
                                    .orElse(""))
                    .collect(Collectors.joining("\n"));
        }
        List<String> lines = new ArrayList<>();
        for (Decision decision : decisions(reply)) {
            lines.add(id + sentence(decision.explain(), byTitles) + assumed(decision, byTitles));
        }
        return lines.isEmpty() ? id + nobody(reply) : String.join("\n", lines);
    }

    /** The first few assumptions made because a question was closed. */
    private static String assumed(Decision decision, boolean byTitles) {
        List<ValueRestriction> assumed = decision.assumed();
        if (assumed.isEmpty()) {
            return "";
        }
        int more = assumed.size() - NAMED;
        return " Assumed, because the question was closed: "
                + assumed.stream()
                        .limit(NAMED)
                        .map(each -> byTitles ? decision.explain().titles().phrase(each) : each.phrase())
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "") + ".";
    }

    private static String sentence(Explanation explanation, boolean byTitles) {
        return byTitles ? explanation.titledSentence() : explanation.sentence();
    }

    /** Renders the errors of a question, for people. */
    static String errors(Reply.Refused refused) {
        return refused.errors().stream()
                .map(error -> title(error)
                        + error.help()
                                .map(help -> "\n  = help: " + Visible.line(help))
                                .orElse(""))
                .collect(Collectors.joining("\n\n"));
    }

    private static String title(QuestionError error) {
        return Visible.line("error[" + error.code().id() + "]: " + error.message());
    }

    private static List<Decision> decisions(Reply reply) {
        if (reply instanceof Reply.Answered answered) {
            return List.of(answered.decision());
        }
        return reply instanceof Reply.AnsweredEach each ? each.decisions().answers() : List.of();
    }

    private static String nobody(Reply reply) {
        String person = reply instanceof Reply.AnsweredEach each
                ? each.decisions().person().orElse("nobody")
                : "nobody";
        return "DENIED: " + Visible.line(person) + " holds no role at that time.";
    }
}
