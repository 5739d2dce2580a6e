package dev.remit.http;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.decide.Question.Subject;
import dev.remit.http.config.Profile;
import dev.remit.http.config.Right;
import dev.remit.json.ErrorCode;
import dev.remit.json.JsonDecisions;
import dev.remit.json.JsonQuestions;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValueReader;
import dev.remit.json.QuestionError;
import dev.remit.json.ReadQuestion;
import dev.remit.json.Reply;
import dev.remit.json.ReplyWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One question as {@code remit decide} takes them, with the member {@code explain} besides. */
final class AskedQuestion {
    private static final String EXPLAIN = "explain";

    private final JsonQuestions questions;
    private final JsonDecisions decisions;
    private final Call call;

    private AskedQuestion(JsonQuestions questions, JsonDecisions decisions, Call call) {
        this.questions = questions;
        this.decisions = decisions;
        this.call = call;
    }

    static AskedQuestion of(Current.Made policy, Call call) {
        return new AskedQuestion(policy.questions(), policy.json(), call);
    }

    /** The same, asking another decision point of the policy. */
    static AskedQuestion of(Current.Made policy, DecisionPoint decisions, Call call) {
        return new AskedQuestion(policy.questions(), policy.json().asking(decisions), call);
    }

    /**
     * What is said to a question. It is written once it is recorded, under the number that it then has.
     *
     * @param reply the reply
     * @param isExplained whether an explanation was asked for
     */
    record Said(Reply reply, boolean isExplained) {
        /** Whether it is an answer, and not an error. */
        boolean isAnswer() {
            return !(reply instanceof Reply.Refused);
        }

        /** The same to a line, whose number stands in an error. */
        Said onLine(long number) {
            return reply instanceof Reply.Refused refused ? new Said(refused.onLine(number), isExplained) : this;
        }

        byte[] written() {
            String text = isExplained && isAnswer() ? ReplyWriter.writeExplained(reply) : ReplyWriter.write(reply);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What is said to a question. */
    Said said(byte[] json) {
        Optional<JsonValue.Members> explained = explained(json);
        byte[] asked = explained
                .map(each -> each.without(EXPLAIN).json().getBytes(StandardCharsets.UTF_8))
                .orElse(json);
        boolean isExplained = explained.flatMap(each -> each.truth(EXPLAIN)).orElse(false);
        return new Said(reply(asked, isExplained), isExplained);
    }

    /** The object, if it has a member {@code explain} that is true or false. */
    private static Optional<JsonValue.Members> explained(byte[] json) {
        if (!new String(json, StandardCharsets.ISO_8859_1).contains("\"" + EXPLAIN + "\"")) {
            return Optional.empty();
        }
        return JsonValueReader.read(json)
                .value()
                .filter(JsonValue.Members.class::isInstance)
                .map(JsonValue.Members.class::cast)
                .filter(each -> each.truth(EXPLAIN).isPresent());
    }

    private Reply reply(byte[] json, boolean isExplained) {
        ReadQuestion read = questions.read(json);
        if (read.question().isEmpty()) {
            return new Reply.Refused(read.id(), read.errors());
        }
        Optional<String> no = notAllowed(read.question().get(), isExplained);
        return no.isPresent()
                ? new Reply.Refused(
                        read.id(),
                        List.of(new QuestionError(
                                ErrorCode.NOT_FOR_THIS_CALLER, "this caller may not " + no.get(), Optional.empty())))
                : decisions.decide(read.id(), read.question().get().within(call.context()));
    }

    private Optional<String> notAllowed(Question question, boolean isExplained) {
        Profile profile = call.caller().profile();
        if (isExplained && !profile.allows(Right.EXPLANATION)) {
            return Optional.of("ask for explanations");
        }
        if (question.at().isPresent() && !profile.mayStateInstant()) {
            return Optional.of("say which instant it asks about");
        }
        if (question.subject() instanceof Subject.Registered) {
            return profile.mayAskAboutPeople() ? Optional.empty() : Optional.of("ask about people");
        }
        List<String> roles = question.subject() instanceof Subject.InAnyOf several
                ? several.roles()
                : List.of(((Subject.InRole) question.subject()).role());
        return roles.stream().allMatch(profile::allowsRole) ? Optional.empty() : Optional.of("ask about this role");
    }
}
