package dev.remit.decide;

import dev.remit.model.ChangedBy;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Variable;
import dev.remit.writing.Prose;
import dev.remit.writing.Visible;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts an explanation into words, for the person asking and for administrators. */
final class Wording {
    private static final String NOTHING_SAID = "what was asked for; nothing that was said about it matters";

    private final Explanation explanation;
    private final Decision decision;
    private final boolean internals;
    private final StringBuilder text = new StringBuilder();

    private Wording(Explanation explanation, boolean internals) {
        this.explanation = explanation;
        this.decision = explanation.decision();
        this.internals = internals;
    }

    static String forRequester(Explanation explanation) {
        return new Wording(explanation, false).write();
    }

    static String forAdministrator(Explanation explanation) {
        return new Wording(explanation, true).write();
    }

    /** The answer in one sentence. */
    static String sentence(Decision decision) {
        String asked = Visible.line(asked(decision));
        return switch (decision.answer()) {
            case PERMITTED -> "PERMITTED: " + asked.replaceFirst("\\[may]", "may") + ".";
            case DENIED -> "DENIED: " + asked.replaceFirst("\\[may]", "may not") + ".";
            case UNDETERMINED ->
                "UNDETERMINED: whether " + asked.replaceFirst("\\[may]", "may") + " hangs on what was not said.";
        };
    }

    /** What was assumed, in one sentence. */
    static Optional<String> assumed(Decision decision) {
        List<ValueRestriction> assumed = decision.assumed();
        return assumed.isEmpty()
                ? Optional.empty()
                : Optional.of("Assumed, because the question was closed: " + phrases(assumed) + ".");
    }

    private static String asked(Decision decision) {
        Question question = decision.question();
        String role = ((Question.Subject.InRole) question.subject()).role();
        StringBuilder asked = new StringBuilder();
        asked.append("aeiou".indexOf(role.charAt(0)) >= 0 ? "an " : "a ")
                .append(role)
                .append(" [may] ");
        asked.append(question.activity().orElse("?"))
                .append(" level ")
                .append(question.level().orElse("?"));
        if (question.project() instanceof Question.ProjectReference.Registered project) {
            asked.append(" for project ").append(project.id());
        } else if (question.project() instanceof Question.ProjectReference.None) {
            asked.append(" without a project");
        } else if (question.project() instanceof Question.ProjectReference.Described) {
            asked.append(" for the project described");
        }
        question.category().word().ifPresent(word -> asked.append(" in ").append(word));
        question.route().word().ifPresent(word -> asked.append(" via ").append(word));
        String included = wished(question, OptOutRequest.INCLUDE);
        String excluded = wished(question, OptOutRequest.EXCLUDE);
        asked.append(included.isEmpty() ? "" : ", including " + included + " opt-out data");
        asked.append(excluded.isEmpty() ? "" : ", excluding " + excluded + " opt-out data");
        return asked.toString();
    }

    private static String wished(Question question, OptOutRequest wish) {
        return question.optOuts().entrySet().stream()
                .filter(entry -> entry.getValue() == wish)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" and "));
    }

    private String write() {
        line(explanation.sentence());
        switch (decision.basis()) {
            case GRANTED -> granted();
            case FORBIDDEN -> because("Forbidden, whatever else permits it:");
            case INCONSISTENT -> inconsistent();
            case NOT_GRANTED -> notGranted();
            case MISSING_INFORMATION -> undetermined();
        }
        grounds();
        clauses();
        if (decision.answer() == Answer.DENIED) {
            changes();
        }
        explanation.assumed().ifPresent(this::heading);
        if (internals) {
            heading("Policy");
            line("  " + decision.policy().id() + " version " + decision.policy().version() + ", meaning "
                    + decision.policy().digest() + ", registers "
                    + decision.policy().registers());
            line("  asked for " + decision.at());
        }
        return text.toString();
    }

    /** Whatever the parts of a line hold, it stays one line and shows all that is in it. */
    private void line(String line) {
        text.append(Visible.whole(line)).append('\n');
    }

    private void heading(String heading) {
        line("");
        line(heading);
    }

    private void granted() {
        because(decision.grants().size() == 1 ? "Granted:" : "Granted, in any one of these ways:");
        if (!explanation.duties().isEmpty()) {
            heading("Duties");
            explanation.duties().forEach(duty -> line("  " + duty.id() + ": " + duty.title()));
        }
        if (!decision.population().isEmpty()) {
            heading("Opted-out patients");
            decision.population().forEach((register, entry) -> line("  " + register + ": " + treated(entry)));
        }
    }

    private static String treated(PopulationEntry entry) {
        String keep = ", keep patients "
                + (entry.keep() == OptOutRegister.Keep.ABSENT ? "absent from" : "present in") + " the list of "
                + entry.list() + ", stop if the list is missing";
        return switch (entry.treatment()) {
            case EXCLUDED_BY_FILTER, EXCLUDED_BY_DECLARATION, DECLARATION_REQUIRED ->
                entry.treatment().word() + keep;
            case INCLUDED, INCLUDED_BY_DECLARATION ->
                entry.treatment().word()
                        + entry.flag().map(flag -> ", set " + flag).orElse("");
            case SETTLED_UPSTREAM, NOT_ENFORCEABLE, NOT_APPLICABLE ->
                entry.treatment().word();
        };
    }

    private void because(String heading) {
        heading(heading);
        for (Grant grant : decision.grants()) {
            String way = grant.category().map(each -> "in " + each).orElse("")
                    + grant.route().map(each -> " via " + each).orElse("");
            line("  " + (way.isBlank() ? "everywhere" : way.strip())
                    + (internals ? " by rule " + grant.rule() + (grant.always() ? "" : " (in some states)") : ""));
        }
        rules();
    }

    private void rules() {
        for (Explanation.Reason rule : explanation.rules()) {
            String words = Prose.both(rule.title(), rule.because());
            if (internals) {
                line("  rule " + rule.rule()
                        + rule.position()
                                .map(span -> " (" + span.file() + ":" + span.line() + ")")
                                .orElse("")
                        + (words.isEmpty() ? "" : ": " + words));
            } else if (!words.isEmpty()) {
                line("  " + words);
            } else if (decision.basis() == Basis.FORBIDDEN) {
                line("  " + standsOn(rule.cites()));
            }
        }
    }

    /** What a rule is that says nothing about itself: its id means nothing to whoever asked. */
    private static String standsOn(List<String> cites) {
        return cites.isEmpty()
                ? "a rule of the policy, which gives no reason"
                : "a rule of the policy, which stands on " + String.join(" and ", cites);
    }

    private void inconsistent() {
        heading("The question describes something that cannot be:");
        explanation
                .constraints()
                .forEach(each -> line("  " + (internals ? each.constraint() + ": " : "")
                        + (each.because().isEmpty() ? "what no project or person can be" : each.because())));
    }

    private void notGranted() {
        heading(
                explanation.nearest().isEmpty()
                        ? "Nothing permits it."
                        : "Nothing permits it. What came nearest lacks:");
        for (NearMiss nearMiss : explanation.nearest()) {
            String lacks = phrases(nearMiss.lacks());
            line("  " + (internals ? nearMiss.rule() + " lacks " : "") + lacks);
        }
        if (internals && !decision.forbiddenBy().isEmpty()) {
            line("  some ways are forbidden besides: "
                    + decision.forbiddenBy().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (internals) {
            rules();
        }
    }

    private void undetermined() {
        heading("Missing");
        line("  " + String.join(", ", explanation.missing()));
        heading("It would be permitted if");
        for (PermitCondition permitCondition : explanation.permittedIf()) {
            String way = permitCondition.category().map(each -> " in " + each).orElse("")
                    + permitCondition.route().map(each -> " via " + each).orElse("");
            line("  - " + phrases(permitCondition.assumptions()) + (way.isEmpty() ? "" : "  [" + way.strip() + "]"));
        }
        if (explanation.morePermitConditions()) {
            line("  - and in more ways");
        }
    }

    /** Which of what was said matters. Who was let in, or never can be, need not be told. */
    private void grounds() {
        boolean matters =
                explanation.grounds().stream().anyMatch(ground -> !ground.said().isEmpty());
        if (decision.answer() == Answer.UNDETERMINED || (!internals && (decision.permitted() || !matters))) {
            return;
        }
        heading("Enough for this answer, whatever else is so");
        for (SufficientReason ground : explanation.grounds()) {
            line("  - " + (ground.said().isEmpty() ? NOTHING_SAID : phrases(ground.said())));
        }
        if (explanation.moreGrounds()) {
            line("  - and more");
        }
    }

    private static String phrases(List<ValueRestriction> assumptions) {
        return assumptions.stream().map(ValueRestriction::phrase).collect(Collectors.joining(", "));
    }

    private void clauses() {
        List<Explanation.Cited> told = explanation.clauses().stream()
                .filter(each -> internals || each.tells())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        heading("Clauses");
        for (Explanation.Cited cited : told) {
            line("  " + cited.id() + (cited.section().isEmpty() ? "" : " (" + cited.section() + ")")
                    + (cited.says().isEmpty() ? "" : ": " + cited.says().strip()));
        }
    }

    private void changes() {
        heading("What would make it a yes");
        if (explanation.changes().isEmpty()) {
            line("  nothing that you or an approver could change");
        }
        for (Counterfactual change : explanation.changes()) {
            line("  - " + change.steps().stream().map(Wording::step).collect(Collectors.joining("; ")));
        }
        if (explanation.moreChanges()) {
            line("  - and in more ways");
        }
    }

    private static String step(Counterfactual.Step step) {
        ValueRestriction needed = step.needed();
        String phrase = needed.about().kind() == Variable.Kind.WISH
                ? "ask for " + needed.about().name() + ": " + String.join(" or ", needed.values())
                : needed.phrase();
        return phrase + " (" + by(step.by()) + ")";
    }

    private static String by(Optional<ChangedBy> by) {
        if (by.isEmpty()) {
            return "if it is so";
        }
        return switch (by.get()) {
            case REQUESTER -> "you can change this";
            case APPROVER -> "an approver can change this";
            case NOBODY -> "nobody can change this";
        };
    }
}
