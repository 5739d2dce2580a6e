package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.analyze.prove.Separation;
import dev.remit.analyze.prove.Separation.Breach;
import dev.remit.analyze.prove.Separation.Reached;
import dev.remit.decide.Question;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reports people of the register who can do both of two things that an invariant keeps apart, and those to whom one role
 * permits what another forbids.
 */
final class DutyInspection implements Inspection {
    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        List<Invariant> apart = inspected.bundle().invariants().stream()
                .filter(each -> each.claim() instanceof Invariant.Claim.Apart)
                .toList();
        if (inspected.bundle().registers().people().isEmpty()) {
            return List.of();
        }
        Separation separation = inspected.prover().among(inspected.bundle().registers());
        List<Diagnostic> found = new ArrayList<>();
        for (Invariant each : apart) {
            try {
                separation.breaches(each).forEach(breach -> found.add(diagnostic(each, breach, inspected)));
            } catch (TooLargeException full) {
                found.add(inspected.bundle().diagnostic(full.tooLarge()));
            }
        }
        separation.liftedProhibitions().forEach(breach -> found.add(lifted(breach, inspected)));
        return found;
    }

    private static Diagnostic lifted(Breach breach, Inspected inspected) {
        Policy policy = inspected.bundle().policy();
        String forbidding = inspected
                .bundle()
                .decisionPoint()
                .outcome(breach.other().question())
                .forbiddenBy()
                .stream()
                .map(each -> Words.quoted(each.value()))
                .collect(Collectors.joining(", "));
        return new Diagnostic(
                Code.FORBIDDEN_IN_ANOTHER_ROLE,
                inspected.place(PolicyPath.of(breach.person())).orElseThrow(),
                "on " + breach.day() + " " + Words.quoted(breach.person().value()) + " may "
                        + words(breach.one()) + where(breach.one(), policy) + ", which is forbidden as "
                        + breach.other().role() + ", by " + forbidding,
                Optional.of("end one of the roles, or say in `on-purpose` why the person has both"),
                List.of(inspected.line(question(policy, breach, breach.one()))));
    }

    private static Diagnostic diagnostic(Invariant invariant, Breach breach, Inspected inspected) {
        Policy policy = inspected.bundle().policy();
        boolean isOneProject = breach.one().project().equals(breach.other().project());
        return new Diagnostic(
                Code.DUTIES_NOT_SEPARATED,
                inspected.place(PolicyPath.of(breach.person())).orElseThrow(),
                "on " + breach.day() + " " + Words.quoted(breach.person().value()) + " may both "
                        + words(breach.one()) + (isOneProject ? "" : where(breach.one(), policy))
                        + " and " + words(breach.other()) + where(breach.other(), policy)
                        + ", which invariant " + Words.quoted(invariant.id().value()) + " keeps apart",
                Optional.of("end one of the roles before the other begins, or say in `on-purpose` why it is so"),
                List.of(
                        inspected.line(question(policy, breach, breach.one())),
                        inspected.line(question(policy, breach, breach.other()))));
    }

    private static String words(Reached reached) {
        Space space = reached.question().space();
        return reached.question().word(space.activity()) + " level "
                + reached.question().word(space.level()) + " as " + reached.role();
    }

    /** For which project, if the policy knows any. */
    private static String where(Reached reached, Policy policy) {
        return reached.project()
                .map(id -> " for project " + id)
                .orElse(knowsProjects(policy) ? " without a project" : "");
    }

    private static boolean knowsProjects(Policy policy) {
        return !policy.vocabulary().attributes().isEmpty()
                || !policy.vocabulary().registers().isEmpty();
    }

    /** The question about the person, without what the registers add. */
    private static Question question(Policy policy, Breach breach, Reached reached) {
        Assignment shown = reached.question();
        Space space = shown.space();
        Instant at = breach.day().atStartOfDay(policy.header().zone()).toInstant();
        Question question = Question.mayPerson(breach.person().value())
                .perform(shown.word(space.activity()))
                .onLevel(shown.word(space.level()))
                .at(at);
        question = space.category().map(shown::word).map(question::in).orElse(question);
        question = space.route().map(shown::word).map(question::via).orElse(question);
        if (knowsProjects(policy) || reached.project().isPresent()) {
            Optional<String> project = reached.project().map(Id.Project::value);
            question = project.map(question::forProject).orElseGet(question::withoutProject);
        }
        for (Fact each : policy.vocabulary().facts()) {
            if (!each.isRegistered()) {
                question = question.given(each.id().value(), shown.isTrue(space.fact(each.id())));
            }
        }
        for (OptOutRegister each : policy.vocabulary().registers()) {
            OptOutRequest wish = OptOutRequest.values()[shown.value(space.wish(each.id()))];
            String register = each.id().value();
            question = switch (wish) {
                case INCLUDE -> question.including(register);
                case EXCLUDE -> question.excluding(register);
                case UNSTATED -> question;
            };
        }
        return question;
    }
}
