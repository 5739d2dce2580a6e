package dev.remit.json;

import dev.remit.analyze.mutation.AdequacyReport;
import dev.remit.analyze.mutation.Mutant;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.suite.Verdict;
import java.io.IOException;
import java.util.List;

/** The members of an adequacy report: what suites would notice, edit by edit. */
final class AdequacyMembers {
    private final QuestionWriter questions;

    AdequacyMembers(QuestionWriter questions) {
        this.questions = questions;
    }

    void write(JsonText json, SuiteAdequacy measured) throws IOException {
        AdequacyReport edits = measured.edits();
        json.number("percent", measured.percent());
        json.truth("complete", measured.isComplete());
        json.list(
                "killed",
                List.copyOf(edits.killed().entrySet()),
                entry -> json.item(members -> {
                    mutant(members, entry.getKey());
                    members.text("by", entry.getValue());
                }));
        json.list(
                "survived",
                measured.unlisted(),
                each -> json.item(members -> {
                    mutant(members, each.mutant());
                    members.object(
                            "question",
                            inner -> questions.members(inner, each.question().question()));
                    members.text("then", Verdict.of(each.otherwise()).word());
                }));
        json.list(
                "accepted",
                measured.accepted(),
                each -> json.item(members -> {
                    mutant(members, each.mutant());
                    members.text("because", each.because());
                }));
        json.list("equivalent", edits.equivalent(), each -> json.item(members -> mutant(members, each)));
        json.texts("stale", measured.stale());
        json.list(
                "idle",
                measured.idle(),
                each -> json.item(members -> {
                    members.text("name", each.name());
                    members.text("file", each.span().file());
                    members.number("line", each.span().line());
                }));
    }

    private static void mutant(JsonText json, Mutant mutant) throws IOException {
        json.text("of", mutant.subject().text());
        json.text("edit", mutant.edit());
    }
}
