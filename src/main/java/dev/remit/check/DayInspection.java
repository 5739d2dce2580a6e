package dev.remit.check;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.model.Header;
import dev.remit.model.PolicyPath;
import dev.remit.source.Span;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether a policy is in effect, and whether its review is due. */
public final class DayInspection implements Inspection {
    private final InstantSource clock;

    /**
     * Checks the days of a policy.
     *
     * @param clock gives the present time
     */
    public DayInspection(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        Span place = inspected.place(PolicyPath.HEADER).orElseThrow();
        return of(inspected.bundle().policy().header(), place);
    }

    private List<Diagnostic> of(Header header, Span place) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), header.zone());
        List<Diagnostic> found = new ArrayList<>();
        header.effectiveFrom()
                .filter(today::isBefore)
                .ifPresent(
                        first -> found.add(
                                new Diagnostic(
                                        Code.NOT_YET_EFFECTIVE,
                                        place,
                                        "this policy applies from `" + first + "` on, and today is `" + today + "`",
                                        Optional.of(
                                                header.reviewBy()
                                                                .filter(first::isAfter)
                                                                .isPresent()
                                                        ? "let `review-by` come after `effective-from`"
                                                        : "answers are given all the same; mend `effective-from` if it is not meant"))));
        header.reviewBy()
                .filter(today::isAfter)
                .ifPresent(day -> found.add(new Diagnostic(
                        Code.REVIEW_OVERDUE,
                        place,
                        "this policy was to be looked at again by `" + day + "`, and today is `" + today + "`",
                        Optional.of("look at it again, then set `review-by` anew"))));
        return found;
    }

    /** The notices about the days of a policy that accompany its answers, one line each; empty if there are none. */
    public List<String> notices(Header header) {
        return of(header, Span.startOf("policy")).stream()
                .map(Diagnostic::message)
                .toList();
    }
}
