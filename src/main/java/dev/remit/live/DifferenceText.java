package dev.remit.live;

import dev.remit.PolicyBundle;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.model.SignOff;
import dev.remit.report.DiffPage;
import java.util.List;

/** A difference in the sentences of {@code remit diff --brief}. */
final class DifferenceText {
    private DifferenceText() {}

    static List<String> of(DiffReport report, PolicyBundle before, PolicyBundle after, String where) {
        if (report.isEmpty()) {
            return List.of();
        }
        DiffPage page = DiffPage.of(
                report,
                new DiffPage.Compared(
                        before.policy(),
                        after.policy(),
                        "what is in force",
                        where,
                        digests(before),
                        digests(after),
                        after.decisionPoint().mustBeSaid()),
                path -> after.positions().find(path).map(span -> span.file() + ":" + span.line()),
                List.of());
        return page.brief().text().stripTrailing().lines().toList();
    }

    private static SignOff.Digests digests(PolicyBundle bundle) {
        return SignOff.Digests.of(
                bundle.policy(), bundle.registers(), bundle.assurance().digest());
    }
}
