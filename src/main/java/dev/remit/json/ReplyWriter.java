package dev.remit.json;

import dev.remit.decide.Decision;
import dev.remit.decide.Explanation;
import dev.remit.decide.RoleDecisions;
import java.io.IOException;
import java.util.List;

/**
 * Writes replies as JSON, one object on one line, without a line end. The keys are always the same, in the same order,
 * with three exceptions: {@code more} follows {@code permittedIf} only if that was cut; in an error, {@code line} is
 * present only for questions that were read from lines, and {@code others} only if there are more errors.
 */
public final class ReplyWriter {
    private final Fragments fragments = new Fragments();

    /** A writer that is faster for many replies than the static methods. Safe to use from several threads. */
    public ReplyWriter() {}

    /** Writes the reply in its agreed form, on a line of its own in UTF-8. */
    public byte[] line(Reply reply) {
        return JsonText.line(
                json -> write(json, reply, (members, decision) -> DecisionMembers.write(members, decision, fragments)));
    }

    /** Writes one decision. */
    @FunctionalInterface
    private interface Form {
        void write(JsonText json, Decision decision) throws IOException;
    }

    /** Writes the reply in its agreed form. */
    public static String write(Reply reply) {
        return write(reply, (json, decision) -> DecisionMembers.of(decision).write(json));
    }

    /** Writes the reply with an {@code explanation} of each decision: why, and what would change it. */
    public static String writeExplained(Reply reply) {
        return write(reply, (json, decision) -> {
            Explanation explanation = decision.explain();
            DecisionMembers.of(decision, explanation).write(json);
            json.object("explanation", members -> ExplanationMembers.write(members, explanation));
        });
    }

    private static String write(Reply reply, Form form) {
        return JsonText.object(json -> write(json, reply, form));
    }

    private static void write(JsonText json, Reply reply, Form form) throws IOException {
        json.textOrNull("id", reply.id());
        if (reply instanceof Reply.Answered answered) {
            form.write(json, answered.decision());
        } else if (reply instanceof Reply.AnsweredEach each) {
            each(json, each.decisions(), form);
        } else if (reply instanceof Reply.Refused refused) {
            json.object("error", members -> refused(members, refused));
        }
    }

    private static void each(JsonText json, RoleDecisions decisions, Form form) throws IOException {
        json.textOrNull("person", decisions.person());
        json.list(
                "answers",
                decisions.answers(),
                decision -> json.item(members -> {
                    members.text(
                            "role",
                            decision.assignment()
                                    .word(decision.assignment().space().role()));
                    form.write(members, decision);
                }));
        json.truth("permitted", decisions.permitted());
    }

    private static void refused(JsonText json, Reply.Refused refused) throws IOException {
        List<QuestionError> errors = refused.errors();
        error(json, errors.get(0));
        if (refused.line().isPresent()) {
            json.number("line", refused.line().getAsLong());
        }
        if (errors.size() > 1) {
            json.list("others", errors.subList(1, errors.size()), other -> json.item(members -> error(members, other)));
        }
    }

    private static void error(JsonText json, QuestionError error) throws IOException {
        json.text("code", error.code().id());
        json.text("message", error.message());
        json.textOrNull("help", error.help());
    }
}
