package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.model.OptOutRegister;
import dev.remit.model.PolicyPath;
import dev.remit.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports what the project register leaves unsaid: when projects finished, and who can grant the permissions they hold. */
final class RegisterInspection implements Inspection {
    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        List<Diagnostic> found = new ArrayList<>();
        for (Project each : inspected.bundle().registers().projects().values()) {
            if (each.isFinishedAlways()) {
                inspected
                        .place(PolicyPath.of(each.id()))
                        .ifPresent(
                                place -> found.add(
                                        new Diagnostic(
                                                Code.FINISHED_WITHOUT_LAST_DAY,
                                                place,
                                                "project "
                                                        + Words.quoted(each.id().value())
                                                        + " is entered as finished without a last day, so it counts as finished on all days",
                                                Optional.of(
                                                        "say in `until` which day was its last, or in `on-purpose` why nobody knows"))));
            }
        }
        for (OptOutRegister each : inspected.bundle().policy().vocabulary().registers()) {
            if (each.approvers().isEmpty() && isGranted(each, inspected)) {
                inspected
                        .place(PolicyPath.of(each.id()))
                        .ifPresent(place -> found.add(new Diagnostic(
                                Code.NO_APPROVERS,
                                place,
                                "projects hold the permission of opt-out register "
                                        + Words.quoted(each.id().value()) + ", and anybody can have granted it",
                                Optional.of("list in `approvers` who can"))));
            }
        }
        return found;
    }

    private static boolean isGranted(OptOutRegister register, Inspected inspected) {
        return inspected.bundle().registers().projects().values().stream()
                .anyMatch(each -> each.permissions().containsKey(register.id()));
    }
}
