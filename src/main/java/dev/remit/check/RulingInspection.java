package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.load.OpenedBundle;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports rulings under whose other reading the policy would not be sound, so that nobody could compare the two. */
final class RulingInspection implements Inspection {
    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        List<Diagnostic> found = new ArrayList<>();
        for (Ruling each : inspected.bundle().policy().rulings()) {
            if (each.otherwise().isPresent()) {
                List<Diagnostic> errors =
                        OpenedBundle.of(inspected.source()).loadOtherwise(each.id()).diagnostics().stream()
                                .filter(Diagnostic::isError)
                                .toList();
                if (!errors.isEmpty()) {
                    found.add(unsound(each, errors, inspected));
                }
            }
        }
        return found;
    }

    private static Diagnostic unsound(Ruling ruling, List<Diagnostic> errors, Inspected inspected) {
        Diagnostic first = errors.get(0);
        return new Diagnostic(
                Code.UNSOUND_READING,
                inspected
                        .place(Section.RULINGS.path(ruling.id().value()))
                        .map(inspected::head)
                        .orElse(first.span()),
                "the policy would not be sound if " + Words.quoted(ruling.id().value())
                        + " were decided the other way: " + first.message() + " ("
                        + first.span().file() + ":"
                        + first.span().line() + ")"
                        + (errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more"),
                Optional.of("write under `or` all that would differ, such as a rule that would say nothing any more"));
    }
}
