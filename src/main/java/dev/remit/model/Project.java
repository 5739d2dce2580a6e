package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A project of the register.
 *
 * @param id the project's id
 * @param title what a reader calls it
 * @param description a sentence about it; empty if the register gives none
 * @param attributes a value for every declared attribute but the elements of sets that it does not state, the status as it
 *     is within the period
 * @param period the days on which the project runs: before them it is not approved, after them it is finished
 * @param permissions the opt-out permissions granted to it
 * @param also its other names, by any of which it is found; answers carry the id
 */
public record Project(
        Id.Project id,
        String title,
        String description,
        Map<Id.Attribute, Id.Value> attributes,
        Period period,
        Map<Id.Register, Permission> permissions,
        Set<Id.Project> also) {

    /** The attribute that the period decides, if the policy declares it. */
    public static final Id.Attribute STATUS = new Id.Attribute("status");
    /** The status before the first day. */
    public static final Id.Value NOT_APPROVED = new Id.Value("not-approved");
    /** The status within the period unless the register says otherwise. */
    public static final Id.Value ACTIVE = new Id.Value("active");
    /** The status after the last day. */
    public static final Id.Value FINISHED = new Id.Value("finished");

    public Project {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        attributes = Sorted.map(attributes);
        requireNonNull(period, "period");
        permissions = Sorted.map(permissions);
        also = Sorted.set(also);
    }

    /** A project with one name. */
    public Project(
            Id.Project id,
            String title,
            String description,
            Map<Id.Attribute, Id.Value> attributes,
            Period period,
            Map<Id.Register, Permission> permissions) {
        this(id, title, description, attributes, period, permissions, Set.of());
    }

    /** Every name of this project, its id first. */
    public List<Id.Project> names() {
        List<Id.Project> names = new ArrayList<>(List.of(id));
        names.addAll(also);
        return names;
    }

    /**
     * A permission to include the patients of one opt-out register.
     *
     * @param grantedBy who granted it
     * @param reference under which reference
     * @param period from the day it was granted, to the last day it holds
     */
    public record Permission(String grantedBy, String reference, Period period) {
        public Permission {
            requireNonNull(grantedBy, "grantedBy");
            requireNonNull(reference, "reference");
            requireNonNull(period, "period");
        }
    }

    /**
     * A project as it is on a day.
     *
     * @param attributes the value of every attribute on that day
     * @param permissions the opt-out registers whose permission it holds on that day
     * @param everPermitted the opt-out registers whose permission it holds on that day or held on a day before
     */
    public record OnDay(
            Map<Id.Attribute, Id.Value> attributes, Set<Id.Register> permissions, Set<Id.Register> everPermitted) {
        public OnDay {
            attributes = Sorted.map(attributes);
            permissions = Sorted.set(permissions);
            everPermitted = Sorted.set(everPermitted);
        }

        /** Whether the project holds a register's permission. */
        public boolean holds(Id.Register register) {
            return permissions.contains(register);
        }

        /** Whether the project holds a register's permission or has held it before. */
        public boolean hasEverHeld(Id.Register register) {
            return everPermitted.contains(register);
        }
    }

    /**
     * This project as it is on a day. The status depends on the day, if the policy declares one, and so do permissions; a
     * finished project holds none. What was once granted has been held from its first day on, whatever ended since. A project
     * entered as finished was active within its days; without a last day nobody knows when, and it is finished on all of
     * them.
     */
    public OnDay on(LocalDate day) {
        Map<Id.Attribute, Id.Value> values = attributes;
        Id.Value written = attributes.get(STATUS);
        if (written == null) {
            return new OnDay(values, held(day), everHeld(day));
        }
        Id.Value status = status(written, day);
        if (!status.equals(written)) {
            values = Sorted.with(attributes, STATUS, status);
        }
        return new OnDay(values, status.equals(FINISHED) ? Set.of() : held(day), everHeld(day));
    }

    private Id.Value status(Id.Value written, LocalDate day) {
        if (isFinishedAlways()) {
            return FINISHED;
        }
        return switch (period.phase(day)) {
            case BEFORE -> NOT_APPROVED;
            case DURING -> written.equals(FINISHED) ? ACTIVE : written;
            case AFTER -> FINISHED;
        };
    }

    /** Whether this project is entered as finished without a last day, so that what it was before is lost. */
    public boolean isFinishedAlways() {
        return FINISHED.equals(attributes.get(STATUS)) && period.until().isEmpty();
    }

    private Set<Id.Register> held(LocalDate day) {
        return permissions.entrySet().stream()
                .filter(each -> each.getValue().period().contains(day))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<Id.Register> everHeld(LocalDate day) {
        return permissions.entrySet().stream()
                .filter(each -> !day.isBefore(each.getValue().period().first()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The periods at whose borders this project changes. */
    public List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        periods.add(period);
        permissions.values().forEach(each -> periods.add(each.period()));
        return periods;
    }
}
