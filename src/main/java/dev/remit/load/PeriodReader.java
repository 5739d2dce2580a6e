package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Period;
import java.time.LocalDate;
import java.util.Optional;

/** Reads periods of days, and finds those that end before they start. */
final class PeriodReader {
    private final Diagnostics diagnostics;

    PeriodReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * A period.
     *
     * @param first the key of the first day; the last is always called {@code until}
     */
    Period read(Fields fields, String first) {
        Optional<LocalDate> from = fields.date(first);
        Optional<LocalDate> until = fields.date("until");
        if (from.isEmpty() && until.isEmpty()) {
            return Period.ALWAYS;
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            fields.scalar("until")
                    .ifPresent(end -> diagnostics.report(
                            Code.DATES_REVERSED,
                            end.head(),
                            "the last day " + Words.quoted(end.text()) + " is before the first, "
                                    + Words.quoted(from.get().toString())));
            return Period.ALWAYS;
        }
        return new Period(from, until);
    }
}
