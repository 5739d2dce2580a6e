package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.analyze.lint.Finding;
import dev.remit.analyze.lint.Findings;
import dev.remit.analyze.lint.GuardFindings;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports what is odd about rules, conditions, stances and words. */
final class RuleInspection implements Inspection {
    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        List<Diagnostic> found = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(Findings.of(inspected.bundle().policy(), progress));
        findings.addAll(GuardFindings.of(inspected.bundle().decisionPoint()));
        for (Finding each : findings) {
            Optional<Span> place = inspected.place(each.subject());
            place.ifPresent(span -> found.add(new Diagnostic(
                    code(each),
                    span,
                    each.message(),
                    advice(each.code()),
                    each.question().map(inspected::line).stream().toList())));
        }
        return found;
    }

    private static Code code(Finding finding) {
        return Code.find(finding.code().id()).orElseThrow();
    }

    private static Optional<String> advice(Finding.Code code) {
        return switch (code) {
            case PERMIT_ALWAYS_FORBIDDEN, RULE_IMPLIED ->
                Optional.of("delete the rule, or say in `on-purpose` why it is there");
            case CONDITION_WITHOUT_EFFECT -> Optional.of("delete it, or say in `on-purpose` why it is there");
            case STANCE_NEVER_GRANTS -> Optional.of("say `never`, or say in `on-purpose` why not");
            case FACT_WITHOUT_EFFECT, OBLIGATION_NEVER_REACHED ->
                Optional.of("let a rule make use of it, delete it, or say in `on-purpose` why it is there");
            case UNSAID_GUARD ->
                Optional.of(
                        "say `must-be-said: true`, or `must-be-said: {no: REASON}` to let closed questions take it for"
                                + " false");
            case NEEDLESS_MARK -> Optional.of("delete `must-be-said`");
            case ROLE_WITHOUT_ACCESS, LEVEL_WITHOUT_ACCESS ->
                Optional.of("permit something, delete it, or say in `on-purpose` why it is there");
            case RULE_NEVER_MATCHES, RULE_NEVER_DECIDES, PERMIT_PARTLY_FORBIDDEN, ACTIVITY_WITHOUT_ACCESS ->
                Optional.empty();
        };
    }
}
