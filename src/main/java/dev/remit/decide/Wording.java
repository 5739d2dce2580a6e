package dev.remit.decide;

import dev.remit.model.ChangedBy;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import dev.remit.writing.Prose;
import dev.remit.writing.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the parts of an explanation into words for administrators. It is handed data, and knows
 * neither decisions nor engines.
 */
final class Wording {
    private static final String NOTHING_SAID = "what was asked for; nothing that was said about it matters";

    private final StringBuilder text = new StringBuilder();

    private Wording() {}

    /** Words that name rules and where they stand. */
    static Wording forAdministrator() {
        return new Wording();
    }

    /** The answer to a question in one sentence. */
    static String sentence(Question question, Answer answer) {
        String asked = Visible.line(asked(question));
        return switch (answer) {
            case PERMITTED -> "PERMITTED: " + asked.replaceFirst("\\[may]", "may") + ".";
            case DENIED -> "DENIED: " + asked.replaceFirst("\\[may]", "may not") + ".";
            case UNDETERMINED ->
                "UNDETERMINED: whether " + asked.replaceFirst("\\[may]", "may") + " hangs on what was not said.";
        };
    }

    /** That an enforcement point has to hear which of several ways is meant. */
    static String sayWhichWay(List<String> unstated) {
        return "state the " + String.join(" and the ", unstated) + ", or say aloud that any will do";
    }

    /** What an enforcement point does not take care of. */
    static String notHandled(Set<Id.Obligation> duties, Map<Id.Register, Treatment> population) {
        List<String> left = new ArrayList<>();
        duties.forEach(duty -> left.add("duty `" + duty + "`"));
        population.forEach((register, treatment) -> left.add("`" + register + "` " + treatment.word()));
        return "permitted, but not taken care of: " + String.join(", ", left);
    }

    /** That an answer no longer counts. */
    static String outdated(PolicyIdentity policy) {
        return "policy `" + policy.id() + "` version `" + policy.version()
                + "`, which answered, is no longer in force; " + "ask again";
    }

    /** What was assumed, in one sentence. */
    static Optional<String> assumed(List<ValueRestriction> assumed) {
        return assumed.isEmpty()
                ? Optional.empty()
                : Optional.of("Assumed, because the question was closed: " + phrases(assumed) + ".");
    }

    private static String asked(Question question) {
        String role = ((Question.Subject.InRole) question.subject()).role();
        StringBuilder asked = new StringBuilder();
        asked.append("aeiou".indexOf(role.charAt(0)) >= 0 ? "an " : "a ")
                .append(role)
                .append(" [may] ");
        asked.append(question.activity().orElse("?"));
        question.level().ifPresent(level -> asked.append(" level ").append(level));
        asked.append(project(question));
        question.category().word().ifPresent(word -> asked.append(" in ").append(word));
        question.route().word().ifPresent(word -> asked.append(" via ").append(word));
        String included = wished(question, OptOutRequest.INCLUDE);
        String excluded = wished(question, OptOutRequest.EXCLUDE);
        asked.append(included.isEmpty() ? "" : ", including " + included + " opt-out data");
        asked.append(excluded.isEmpty() ? "" : ", excluding " + excluded + " opt-out data");
        return asked.toString();
    }

    /** Which project a question is about; empty if it does not say. */
    static String project(Question question) {
        if (question.project() instanceof Question.ProjectReference.Registered project) {
            return " for project " + project.id();
        }
        if (question.project() instanceof Question.ProjectReference.None) {
            return " without a project";
        }
        return question.project() instanceof Question.ProjectReference.Described ? " for the project described" : "";
    }

    private static String wished(Question question, OptOutRequest wish) {
        return question.optOuts().entrySet().stream()
                .filter(entry -> entry.getValue() == wish)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" and "));
    }

    /** Whatever the parts of a line hold, it stays one line and shows all that is in it. */
    void line(String line) {
        text.append(Visible.whole(line)).append('\n');
    }

    /** Everything that was written. */
    String text() {
        return text.toString();
    }

    void heading(String heading) {
        line("");
        line(heading);
    }

    /** What decides the answer, with its rule and its sentence. */
    void decisive(DecisiveReason decisive, List<Explanation.Reason> rules) {
        line("");
        line(decisive.text());
        decisive.rule()
                .ifPresent(id -> line("  rule " + id
                        + rules.stream()
                                .filter(each -> each.rule().equals(id.value()))
                                .flatMap(each -> each.position().stream())
                                .map(span -> " (" + span.file() + ":" + span.line() + ")")
                                .findFirst()
                                .orElse("")));
        decisive.constraint().ifPresent(id -> line("  constraint " + id));
        decisive.invariant().ifPresent(id -> line("  invariant " + id));
        decisive.sentence().ifPresent(each -> line("  " + cited(each)));
    }

    void granted(Outcome outcome, List<Explanation.Reason> rules, List<Explanation.Duty> duties) {
        heading(outcome.grants().size() == 1 ? "Granted:" : "Granted, in any one of these ways:");
        outcome.grants().forEach(this::way);
        rules(rules);
        if (!duties.isEmpty()) {
            heading("Duties");
            duties.forEach(duty -> line("  " + duty.id() + ": " + duty.title()));
        }
        if (!outcome.population().isEmpty()) {
            heading("Opted-out patients");
            outcome.population().forEach((register, entry) -> line("  " + register + ": " + treated(entry)));
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

    private void way(Grant grant) {
        String way = grant.category().map(each -> "in " + each).orElse("")
                + grant.route().map(each -> " via " + each).orElse("");
        line("  " + (way.isBlank() ? "everywhere" : way.strip()) + " by rule " + grant.rule()
                + (grant.always() ? "" : " (in some states)"));
    }

    void forbidden(List<Explanation.Reason> rules) {
        heading("Forbidden in this role:");
        rules(rules);
    }

    private void rules(List<Explanation.Reason> rules) {
        for (Explanation.Reason rule : rules) {
            String words = Prose.both(rule.title(), rule.because());
            line("  rule " + rule.rule()
                    + rule.position()
                            .map(span -> " (" + span.file() + ":" + span.line() + ")")
                            .orElse("")
                    + (words.isEmpty() ? "" : ": " + words));
        }
    }

    void inconsistent(List<Explanation.BrokenConstraint> constraints) {
        heading("The question describes something that cannot be:");
        constraints.forEach(each -> line("  " + each.constraint() + ": "
                + (each.because().isEmpty() ? "what no project or person can be" : each.because())));
    }

    void notGranted(List<NearMiss> nearest, List<Id.Rule> forbiddenBy, List<Explanation.Reason> rules) {
        heading(nearest.isEmpty() ? "Nothing permits it." : "Nothing permits it. What came nearest lacks:");
        for (NearMiss nearMiss : nearest) {
            String lacks = phrases(nearMiss.lacks());
            line("  " + nearMiss.rule() + " lacks " + lacks);
        }
        if (!forbiddenBy.isEmpty()) {
            line("  some ways are forbidden besides: "
                    + forbiddenBy.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        rules(rules);
    }

    void undetermined(List<String> missing, List<PermitCondition> permittedIf, boolean more) {
        heading("Missing");
        line("  " + String.join(", ", missing));
        heading("It would be permitted if");
        for (PermitCondition permitCondition : permittedIf) {
            String way = permitCondition.category().map(each -> " in " + each).orElse("")
                    + permitCondition.route().map(each -> " via " + each).orElse("");
            String assumed =
                    permitCondition.assumptions().isEmpty() ? "nothing else" : phrases(permitCondition.assumptions());
            String told = permitCondition.alsoTell().isEmpty()
                    ? ""
                    : ", once these are said as well: " + String.join(", ", permitCondition.alsoTell());
            line("  - " + assumed + (way.isEmpty() ? "" : "  [" + way.strip() + "]") + told);
        }
        if (more) {
            line("  - and in more ways");
        }
    }

    /** Which of what was said matters. */
    void grounds(Answer answer, List<SufficientReason> grounds, boolean more) {
        if (answer == Answer.UNDETERMINED) {
            return;
        }
        heading("Enough for this answer, whatever else is so");
        for (SufficientReason ground : grounds) {
            line("  - " + (ground.said().isEmpty() ? NOTHING_SAID : phrases(ground.said())));
        }
        if (more) {
            line("  - and more");
        }
    }

    private static String phrases(List<ValueRestriction> assumptions) {
        return String.join(", ", ValueRestriction.phrases(assumptions));
    }

    void clauses(List<Explanation.Cited> clauses) {
        if (clauses.isEmpty()) {
            return;
        }
        heading("Clauses");
        clauses.forEach(each -> line("  " + cited(each)));
    }

    private static String cited(Explanation.Cited each) {
        return each.id()
                + (each.section().isEmpty() ? "" : " (" + each.section() + ")")
                + (each.says().isEmpty() ? "" : ": " + each.says().strip());
    }

    void changes(List<Counterfactual> changes, boolean more) {
        heading("What would make it a yes");
        if (changes.isEmpty()) {
            line("  nothing that you or an approver could change");
        }
        for (Counterfactual change : changes) {
            line("  - " + change.steps().stream().map(Wording::step).collect(Collectors.joining("; ")));
        }
        if (more) {
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
            case NOBODY -> "if it comes to be so";
        };
    }

    /** Which policy answered, for whoever keeps it. */
    void policy(PolicyIdentity policy, Instant at) {
        heading("Policy");
        line("  " + policy.id() + " version " + policy.version() + ", meaning " + policy.digest() + ", registers "
                + policy.registers() + ", assurance " + policy.assurance());
        line("  asked for " + at);
    }
}
