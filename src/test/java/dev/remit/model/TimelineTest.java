package dev.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @Test
    void isOneStretchWhereNothingBeginsOrEnds() {
        assertThat(Timeline.of(List.of(Period.ALWAYS)).stretches()).containsExactly(Period.ALWAYS);
    }

    @Test
    void cutsDaysAtBothEndsOfTime() {
        List<Period> stretches = Timeline.of(List.of(Period.on(LocalDate.MIN), Period.on(LocalDate.MAX), Period.ALWAYS))
                .stretches();

        assertThat(stretches)
                .containsExactly(
                        Period.on(LocalDate.MIN),
                        Period.between(LocalDate.MIN.plusDays(1), LocalDate.MAX.minusDays(1)),
                        Period.on(LocalDate.MAX));
        assertThat(Timeline.day(stretches.get(0))).isEqualTo(LocalDate.MIN);
        assertThat(Timeline.day(stretches.get(2))).isEqualTo(LocalDate.MAX);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesNothingWithinAStretch(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Period> periods = random.ints(4, 0, 30)
                .mapToObj(first -> new Period(
                        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(DAY.plusDays(first)),
                        random.nextInt(4) == 0
                                ? Optional.empty()
                                : Optional.of(DAY.plusDays(first + random.nextInt(9)))))
                .toList();

        List<Period> stretches = Timeline.of(periods).stretches();

        for (LocalDate day = DAY.minusDays(2); day.isBefore(DAY.plusDays(45)); day = day.plusDays(1)) {
            LocalDate asked = day;
            List<Period> among =
                    stretches.stream().filter(each -> each.contains(asked)).toList();
            assertThat(among).as("seed %d, %s", seed, day).hasSize(1);
            for (Period each : periods) {
                assertThat(DatedRegisters.isWithin(each, day))
                        .isEqualTo(DatedRegisters.isWithin(each, Timeline.day(among.get(0))));
            }
        }
    }
}
