package dev.remit.json;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.coverage.Aspect;
import dev.remit.fixture.coverage.Coverage;
import dev.remit.fixture.coverage.CoveragePoint;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.Mismatch;
import dev.remit.fixture.suite.RoleResult;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.report.AlignedFacts;
import dev.remit.report.FailureFacts;
import dev.remit.source.SourceMap;
import dev.remit.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a run of suites as JSON, one object on one line, without a line end. Immutable. */
public final class SuiteReportWriter {
    private final DecisionPoint decisions;
    private final SourceMap positions;
    private final QuestionWriter questions;

    private SuiteReportWriter(DecisionPoint decisions, SourceMap positions) {
        this.decisions = decisions;
        this.positions = positions;
        questions = new QuestionWriter(decisions.policy().vocabulary());
    }

    /**
     * A writer of runs under one policy.
     *
     * @param decisions the policy that the run asked
     * @param positions the positions of its rules in the files
     */
    public static SuiteReportWriter of(DecisionPoint decisions, SourceMap positions) {
        return new SuiteReportWriter(decisions, positions);
    }

    /**
     * Writes a run.
     *
     * @param report the run
     * @param coverage its coverage of the rules; empty if only some cases were run
     * @param adequacy the edits that the suites would notice, if that was measured
     */
    public String write(SuiteReport report, Optional<Coverage> coverage, Optional<SuiteAdequacy> adequacy) {
        return JsonText.object(json -> {
            json.truth("passed", report.passed());
            json.number("cases", report.size());
            json.number("failed", report.failures().size());
            json.list("suites", report.suites(), suite -> json.item(members -> suite(members, suite)));
            if (coverage.isPresent()) {
                json.object("coverage", members -> coverage(members, coverage.get()));
            }
            if (adequacy.isPresent()) {
                json.object("adequacy", members -> new AdequacyMembers(questions).write(members, adequacy.get()));
            }
        });
    }

    private void suite(JsonText json, SuiteReport.SuiteResult suite) throws IOException {
        json.text("title", suite.suite().title());
        json.text("file", suite.suite().file());
        json.list("cases", suite.results(), result -> json.item(members -> result(members, result)));
    }

    private void result(JsonText json, CaseResult result) throws IOException {
        json.text("name", result.of().name());
        json.number("line", result.of().span().line());
        json.texts("cites", result.of().cites());
        json.truth("passed", result.passed());
        if (result.passed()) {
            return;
        }
        json.object(
                "question", members -> questions.members(members, result.of().question()));
        if (result.whole().isPresent()) {
            Mismatch whole = result.whole().get();
            json.object(whole.aspect(), members -> mismatch(members, whole));
        }
        json.list("answers", result.answers(), answer -> json.item(members -> answer(members, answer)));
        AlignedFacts facts = FailureFacts.of(result, decisions, positions);
        json.list(
                "facts",
                facts.facts(),
                fact -> json.item(members -> {
                    members.text("key", fact.key());
                    members.text("value", fact.value());
                }));
    }

    private static void answer(JsonText json, RoleResult answer) throws IOException {
        json.text("role", answer.role());
        json.list("mismatches", answer.mismatches(), each -> json.item(members -> mismatch(members, each)));
        json.object("decision", DecisionMembers.of(answer.decision())::write);
    }

    private static void mismatch(JsonText json, Mismatch mismatch) throws IOException {
        json.text("aspect", mismatch.aspect());
        json.text("expected", mismatch.expected());
        json.text("found", mismatch.found());
    }

    private void coverage(JsonText json, Coverage coverage) throws IOException {
        json.number("percent", coverage.percent());
        for (Aspect aspect : Aspect.values()) {
            json.object(aspect.name().toLowerCase(Locale.ROOT), members -> {
                members.number("percent", coverage.percent(aspect));
                members.number("shown", coverage.shown(aspect));
                members.number("total", coverage.total(aspect));
            });
        }
        points(json, "missing", coverage.missing());
        points(json, "impossible", coverage.impossible());
    }

    private void points(JsonText json, String key, List<CoveragePoint> points) throws IOException {
        json.list(
                key,
                points,
                point -> json.item(members -> {
                    members.text("rule", point.rule().value());
                    members.text("what", point.what());
                    members.textOrNull("file", point.place().map(Span::file));
                    if (point.place().isPresent()) {
                        members.number("line", point.place().get().line());
                    } else {
                        members.nothing("line");
                    }
                    if (point.status() instanceof CoveragePoint.Status.NotShown notShown
                            && notShown.question().isPresent()) {
                        members.object(
                                "question",
                                inner -> questions.members(
                                        inner, Question.of(notShown.question().get())));
                    }
                }));
    }
}
