package dev.remit.live;

import dev.remit.PolicyBundle;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.model.SignOff;
import dev.remit.report.DiffPage;
import java.util.ArrayList;
import java.util.List;

/** A difference in the sentences of {@code remit diff --brief}. */
final class DifferenceText {
    /** So many lines are kept of a difference. */
    private static final int MOST = 500;

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
        List<String> lines = page.brief().text().stripTrailing().lines().toList();
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST));
        first.add("... and " + (lines.size() - MOST) + " more lines; `remit diff` gives all of them");
        return first;
    }

    private static SignOff.Digests digests(PolicyBundle bundle) {
        return SignOff.Digests.of(
                bundle.policy(), bundle.registers(), bundle.assurance().digest());
    }
}
