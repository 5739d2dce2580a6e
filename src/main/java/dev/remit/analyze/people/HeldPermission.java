package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A permission to include the patients of an opt-out register that a project holds on a day.
 *
 * @param register the opt-out register
 * @param project the project
 * @param title the project's title
 * @param permission who granted it, under which reference, and for which days
 * @param last the last day on which it is held, be it that the permission or the project ends then; empty if neither does
 */
public record HeldPermission(
        Id.Register register,
        Id.Project project,
        String title,
        Project.Permission permission,
        Optional<LocalDate> last) {
    public HeldPermission {
        requireNonNull(register, "register");
        requireNonNull(project, "project");
        requireNonNull(title, "title");
        requireNonNull(permission, "permission");
        requireNonNull(last, "last");
    }

    /** The permissions for an opt-out register that are held on a day, by project. */
    public static List<HeldPermission> on(Registers registers, Id.Register register, LocalDate day) {
        List<HeldPermission> held = new ArrayList<>();
        for (Project each : registers.projects().values()) {
            Project.Permission permission = each.permissions().get(register);
            if (permission != null && each.on(day).holds(register)) {
                held.add(new HeldPermission(
                        register, each.id(), each.title(), permission, sooner(permission, each, register)));
            }
        }
        return held;
    }

    private static Optional<LocalDate> sooner(Project.Permission permission, Project project, Id.Register register) {
        Optional<LocalDate> ends = permission.period().until();
        Optional<LocalDate> finished = project.period()
                .until()
                .filter(last -> !project.on(last.plusDays(1)).holds(register));
        return ends.isPresent() && finished.isPresent()
                ? Optional.of(ends.get().isBefore(finished.get()) ? ends.get() : finished.get())
                : ends.or(() -> finished);
    }
}
