package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import java.util.List;

/**
 * Warns of permits that leave out both what is done and what it is done to, and so permit everything there is and
 * everything that is added later. To write {@code any} is to say so.
 */
final class LimitCheck {
    private LimitCheck() {}

    static void check(List<ReadRule> rules, Reading reading) {
        for (ReadRule each : rules) {
            if (each.isUnlimited() && !reading.isExcused(Code.PERMIT_WITHOUT_LIMITS, each.name())) {
                String id = each.rule().id().value();
                reading.diagnostics()
                        .report(
                                Code.PERMIT_WITHOUT_LIMITS,
                                each.name(),
                                "rule " + Words.quoted(id) + " permits every activity on every level, now and later",
                                "say `to` or `levels`; if everything is meant, write `to: any`");
            }
        }
    }
}
