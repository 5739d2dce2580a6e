package dev.remit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.load.BundleSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayInspectionTest {
    private static final BundleSource SOURCE = BundleSource.of(Map.of("policy.yaml", """
            remit: 1
            policy: {id: p, version: "1", title: P, time-zone: Asia/Tokyo, effective-from: 2026-04-01, review-by: 2027-04-01, files: []}
            vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}}
            rules: [{id: x, permit: r, to: a, levels: l}]
            """));

    private static List<String> at(String instant) {
        InstantSource clock = InstantSource.fixed(Instant.parse(instant));
        return Inspections.usual(clock)
                .of(Remit.check(SOURCE).orThrow(), SOURCE, Progress.UNHEARD)
                .diagnostics()
                .stream()
                .map(each -> each.code().id())
                .toList();
    }

    @Test
    void tellsOfAPolicyUntilItsFirstDayWhereItApplies() {
        assertThat(at("2026-03-31T14:59:59Z")).containsExactly("not-yet-effective");
        assertThat(at("2026-03-31T15:00:00Z")).isEmpty();
    }

    @Test
    void tellsOfAPolicyAfterTheDayOfItsReview() {
        assertThat(at("2027-04-01T14:59:59Z")).isEmpty();
        assertThat(at("2027-04-01T15:00:00Z")).containsExactly("review-overdue");
    }
}
