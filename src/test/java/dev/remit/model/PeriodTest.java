package dev.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private static Period period(LocalDate from, LocalDate until) {
        return new Period(Optional.of(from), Optional.of(until));
    }

    @Test
    void takesADayAtAnEndOfTimeForNone() {
        assertThat(period(LocalDate.MIN, LocalDate.MAX)).isEqualTo(Period.ALWAYS);
        assertThat(period(DAY, LocalDate.MAX)).isEqualTo(new Period(Optional.of(DAY), Optional.empty()));
        assertThat(period(LocalDate.MIN, DAY)).isEqualTo(new Period(Optional.empty(), Optional.of(DAY)));
    }

    @Test
    void cutsDaysAtBothEndsOfTime() {
        List<Period> runs = Period.runs(
                List.of(period(LocalDate.MIN, LocalDate.MIN), period(LocalDate.MAX, LocalDate.MAX), Period.ALWAYS));

        assertThat(runs)
                .containsExactly(
                        period(LocalDate.MIN, LocalDate.MIN),
                        period(LocalDate.MIN.plusDays(1), LocalDate.MAX.minusDays(1)),
                        period(LocalDate.MAX, LocalDate.MAX));
        assertThat(runs.get(0).day(DAY)).isEqualTo(LocalDate.MIN);
        assertThat(runs.get(2).day(DAY)).isEqualTo(LocalDate.MAX);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesNothingWithinARun(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Period> periods = random.ints(4, 0, 30)
                .mapToObj(first -> new Period(
                        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(DAY.plusDays(first)),
                        random.nextInt(4) == 0
                                ? Optional.empty()
                                : Optional.of(DAY.plusDays(first + random.nextInt(9)))))
                .toList();

        List<Period> runs = Period.runs(periods);

        for (LocalDate day = DAY.minusDays(2); day.isBefore(DAY.plusDays(45)); day = day.plusDays(1)) {
            LocalDate asked = day;
            List<Period> among =
                    runs.stream().filter(run -> run.contains(asked)).toList();
            assertThat(among).as("seed %d, %s", seed, day).hasSize(1);
            for (Period each : periods) {
                assertThat(each.contains(day))
                        .isEqualTo(each.contains(among.get(0).day(DAY)));
            }
        }
    }
}
