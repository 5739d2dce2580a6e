package dev.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Period WEEK = Period.between(DAY, DAY.plusDays(6));

    @Test
    void takesADayAtAnEndOfTimeForNone() {
        assertThat(Period.between(LocalDate.MIN, LocalDate.MAX)).isEqualTo(Period.ALWAYS);
        assertThat(Period.between(DAY, LocalDate.MAX)).isEqualTo(new Period(Optional.of(DAY), Optional.empty()));
        assertThat(Period.between(LocalDate.MIN, DAY)).isEqualTo(new Period(Optional.empty(), Optional.of(DAY)));
    }

    @Test
    void countsItsFirstDayAndItsLast() {
        assertThat(WEEK.phase(DAY.minusDays(1))).isEqualTo(Period.Phase.BEFORE);
        assertThat(WEEK.phase(DAY)).isEqualTo(Period.Phase.DURING);
        assertThat(WEEK.phase(DAY.plusDays(6))).isEqualTo(Period.Phase.DURING);
        assertThat(WEEK.phase(DAY.plusDays(7))).isEqualTo(Period.Phase.AFTER);
        assertThat(Period.ALWAYS.contains(LocalDate.MIN)).isTrue();
        assertThat(Period.ALWAYS.contains(LocalDate.MAX)).isTrue();
    }

    @Test
    void sharesTheDaysThatAreInBoth() {
        assertThat(WEEK.and(Period.between(DAY.plusDays(6), LocalDate.MAX))).contains(Period.on(DAY.plusDays(6)));
        assertThat(WEEK.and(Period.between(LocalDate.MIN, DAY))).contains(Period.on(DAY));
        assertThat(WEEK.and(Period.on(DAY.plusDays(7)))).isEmpty();
        assertThat(WEEK.and(Period.ALWAYS)).contains(WEEK);
    }

    @Test
    void joinsWhatFollowsWithoutADayBetween() {
        assertThat(WEEK.joined(Period.on(DAY.plusDays(7)))).contains(Period.between(DAY, DAY.plusDays(7)));
        assertThat(WEEK.joined(Period.on(DAY.plusDays(8)))).isEmpty();
        assertThat(WEEK.joined(Period.on(DAY.plusDays(1)))).contains(WEEK);
        assertThat(Period.ALWAYS.joined(WEEK)).contains(Period.ALWAYS);
    }

    @Test
    void standsForADayOfItsOwn() {
        assertThat(WEEK.day(LocalDate.EPOCH)).isEqualTo(DAY);
        assertThat(Period.between(LocalDate.MIN, DAY).day(LocalDate.EPOCH)).isEqualTo(LocalDate.EPOCH);
        assertThat(Period.between(LocalDate.MIN, DAY).day(DAY.plusDays(1))).isEqualTo(DAY);
        assertThat(Period.ALWAYS.day(DAY)).isEqualTo(DAY);
    }
}
