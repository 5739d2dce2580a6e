package dev.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a project was that is entered as finished. */
class FinishedProjectTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2021, 1, 1);
    private static final Id.Register REGISTER = new Id.Register("type-1");

    private static Project finished(Optional<LocalDate> from, Optional<LocalDate> until) {
        Project.Permission permission =
                new Project.Permission("", "", new Period(Optional.of(FIRST.plusDays(10)), Optional.empty()));
        return new Project(
                new Id.Project("p"),
                "",
                "",
                Map.of(Project.STATUS, Project.FINISHED),
                new Period(from, until),
                Map.of(REGISTER, permission));
    }

    private static Optional<Id.Value> status(Project project, LocalDate day) {
        return Optional.ofNullable(project.on(day).attributes().get(Project.STATUS));
    }

    @Test
    void wasActiveWithinItsDays() {
        Project project = finished(Optional.of(FIRST), Optional.of(LAST));

        assertThat(status(project, FIRST.minusDays(1))).contains(Project.NOT_APPROVED);
        assertThat(status(project, FIRST)).contains(Project.ACTIVE);
        assertThat(status(project, LAST)).contains(Project.ACTIVE);
        assertThat(status(project, LAST.plusDays(1))).contains(Project.FINISHED);
        assertThat(project.isFinishedAlways()).isFalse();
    }

    @Test
    void heldItsPermissionsWhileItWasActive() {
        Project project = finished(Optional.of(FIRST), Optional.of(LAST));

        assertThat(project.on(FIRST).holds(REGISTER)).isFalse();
        assertThat(project.on(LAST).holds(REGISTER)).isTrue();
        assertThat(project.on(LAST.plusDays(1)).holds(REGISTER)).isFalse();
    }

    @Test
    void isFinishedOnAllDaysIfNobodySaysWhichWasTheLast() {
        for (Project each : new Project[] {
            finished(Optional.empty(), Optional.empty()), finished(Optional.of(FIRST), Optional.empty())
        }) {
            assertThat(each.isFinishedAlways()).isTrue();
            for (LocalDate day : new LocalDate[] {FIRST.minusDays(1), FIRST, LAST, LAST.plusYears(1)}) {
                assertThat(status(each, day)).contains(Project.FINISHED);
                assertThat(each.on(day).permissions()).isEmpty();
            }
        }
    }
}
