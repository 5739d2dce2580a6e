package dev.remit.report;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Given;
import dev.remit.decide.Grant;
import dev.remit.decide.NearMiss;
import dev.remit.decide.Question;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.decide.QuestionFault;
import dev.remit.decide.ValueRestriction;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.Expectation;
import dev.remit.fixture.suite.Expected;
import dev.remit.fixture.suite.Mismatch;
import dev.remit.fixture.suite.RoleResult;
import dev.remit.fixture.suite.Verdict;
import dev.remit.model.Id;
import dev.remit.model.OptOutRequest;
import dev.remit.model.PolicyPath;
import dev.remit.source.SourceMap;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The facts about a case that failed: the question, the expectation, the decision, the rules behind it, and what would
 * have to differ for the expectation to be met.
 */
public final class FailureFacts {
    private final DecisionPoint decisions;
    private final SourceMap positions;

    private FailureFacts(DecisionPoint decisions, SourceMap positions) {
        this.decisions = decisions;
        this.positions = positions;
    }

    /** The facts about a case that failed. */
    public static AlignedFacts of(CaseResult failed, DecisionPoint decisions, SourceMap positions) {
        return new FailureFacts(decisions, positions).facts(failed);
    }

    private AlignedFacts facts(CaseResult failed) {
        AlignedFacts facts =
                new AlignedFacts(List.of()).and("asked", asked(failed.of().question()));
        boolean isOne = failed.of().question().subject() instanceof Question.Subject.InRole;
        if (failed.whole().isPresent()) {
            Mismatch whole = failed.whole().get();
            facts = facts.and("expected", whole(failed, whole.expected())).and("but was", found(failed, whole.found()));
            facts = whole.aspect().equals("roles") ? facts : facts.and("because", because(failed));
        }
        for (RoleResult answer : failed.answers()) {
            if (answer.expected().isPresent() && !answer.mismatches().isEmpty()) {
                facts = isOne ? facts : facts.and("as", answer.role());
                facts = facts.and("expected", expected(answer.expected().get()))
                        .and("but was", found(answer))
                        .and("because", because(answer.decision()));
                List<ValueRestriction> turning = Turning.of(
                        answer.decision().assignment(), answer.expected().get(), decisions);
                facts = facts.and(
                        "nearest",
                        turning.isEmpty()
                                ? "no near question is decided as expected"
                                : "as expected with " + phrases(turning));
            }
        }
        if (!failed.of().because().isEmpty()) {
            facts = facts.and("meant", Visible.oneLine(failed.of().because()));
        }
        return failed.of().cites().isEmpty()
                ? facts
                : facts.and(
                        "cites",
                        failed.of().cites().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    /** Renders what is expected of a case as a whole. */
    private static String whole(CaseResult failed, String expected) {
        Expected of = failed.of().expected();
        if (of instanceof Expected.Fault) {
            return "error " + expected;
        }
        if (of instanceof Expected.Overall) {
            return expected + " over all roles";
        }
        return failed.faults().isEmpty() ? "the roles " + expected : "a decision";
    }

    /** Renders what became of a case as a whole. */
    private static String found(CaseResult failed, String found) {
        if (!failed.faults().isEmpty()) {
            return "error " + found;
        }
        return failed.of().expected() instanceof Expected.InEachRole ? "the roles " + found : found;
    }

    /** The faults of a question that got an error, or else the reason of each answer, role by role. */
    private String because(CaseResult failed) {
        if (!failed.faults().isEmpty()) {
            return failed.faults().stream().map(QuestionFault::message).collect(Collectors.joining("\n"));
        }
        List<RoleResult> answers = failed.answers();
        if (answers.size() == 1) {
            return because(answers.get(0).decision());
        }
        return answers.isEmpty()
                ? "there is no role to ask about"
                : answers.stream()
                        .map(each -> "as " + each.role() + ": " + because(each.decision()))
                        .collect(Collectors.joining("\n"));
    }

    /** Renders a question in the words it was asked in. */
    static String asked(Question question) {
        List<String> parts = new ArrayList<>();
        parts.add(subject(question.subject()) + " " + question.activity().orElse("?") + " level "
                + question.level().orElse("?"));
        question.category().word().ifPresent(word -> parts.add("in " + word));
        question.route().word().ifPresent(word -> parts.add("via " + word));
        if (question.project() instanceof ProjectReference.Registered registered) {
            parts.add("project " + registered.id());
        } else if (question.project() instanceof ProjectReference.None) {
            parts.add("no project");
        } else if (question.project() instanceof ProjectReference.Described described) {
            parts.add("project of " + described(described));
        }
        String facts = question.facts().entrySet().stream()
                .map(entry -> given(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        parts.add((facts.isEmpty() ? question.isClosed() ? "no facts" : "" : "facts " + facts)
                + (question.isClosed() && !facts.isEmpty() ? ", and no others" : ""));
        question.optOuts().forEach((register, wish) -> {
            if (wish != OptOutRequest.UNSTATED) {
                parts.add(wish.word() + " " + register);
            }
        });
        question.at().ifPresent(at -> parts.add("at " + at));
        return parts.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String given(String fact, Given given) {
        return given.equals(Given.is(true)) ? fact : given.equals(Given.is(false)) ? "not " + fact : fact + " " + given;
    }

    private static String subject(Question.Subject subject) {
        if (subject instanceof Question.Subject.InRole inRole) {
            return inRole.role();
        }
        return subject instanceof Question.Subject.Registered registered
                ? "person " + registered.person()
                : String.join(" or ", ((Question.Subject.InAnyOf) subject).roles());
    }

    private static String described(ProjectReference.Described described) {
        List<String> parts = new ArrayList<>();
        described.attributes().attributes().forEach((attribute, value) -> parts.add(attribute + " " + value));
        described.attributes().permissions().forEach((register, held) -> {
            if (held) {
                parts.add("permission " + register);
            }
        });
        return String.join(", ", parts);
    }

    private static String expected(Expectation expected) {
        return expected.aspects().entrySet().stream()
                .map(entry ->
                        entry.getKey().equals("answer") ? entry.getValue() : entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String found(RoleResult answer) {
        String basis = Verdict.of(answer.decision().outcome()).word();
        if (answer.mismatches().stream().anyMatch(each -> each.aspect().equals("answer"))) {
            return basis;
        }
        List<String> others = answer.mismatches().stream()
                .map(each -> each.aspect() + " " + each.found())
                .toList();
        return others.isEmpty() ? basis : basis + "; " + String.join("; ", others);
    }

    private String because(Decision decision) {
        return switch (decision.basis()) {
            case GRANTED ->
                "granted by "
                        + decision.grants().stream()
                                .map(Grant::rule)
                                .distinct()
                                .map(rule -> at(rule, PolicyPath.of(rule)))
                                .collect(Collectors.joining(" and by "));
            case FORBIDDEN ->
                "forbidden by "
                        + decision.forbiddenBy().stream()
                                .map(rule -> at(rule, PolicyPath.of(rule)))
                                .collect(Collectors.joining(" and by "));
            case INCONSISTENT ->
                "it breaks "
                        + decision.violates().stream()
                                .map(each -> at(each, PolicyPath.of(each)))
                                .collect(Collectors.joining(" and "));
            case MISSING_INFORMATION -> "it hangs on " + String.join(", ", decision.missing());
            case NOT_GRANTED -> notGranted(decision.nearest());
        };
    }

    private String notGranted(List<NearMiss> nearest) {
        return nearest.isEmpty()
                ? "no rule permits it"
                : nearest.stream()
                        .limit(3)
                        .map(each -> at(each.rule(), PolicyPath.of(each.rule())) + " lacks " + phrases(each.lacks()))
                        .collect(Collectors.joining("\n"));
    }

    private String at(Id id, PolicyPath path) {
        return id
                + positions
                        .find(path)
                        .map(span -> " (" + span.file() + ":" + span.line() + ")")
                        .orElse("");
    }

    private static String phrases(List<ValueRestriction> assumptions) {
        return assumptions.stream().map(ValueRestriction::phrase).collect(Collectors.joining(", "));
    }
}
