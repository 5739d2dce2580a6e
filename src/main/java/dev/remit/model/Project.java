package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Map;

/**
 * A project of the register.
 *
 * @param id the project's id
 * @param title what a reader calls it
 * @param description a sentence about it; empty if the register gives none
 * @param attributes a value for every declared attribute, the status as it is within the period
 * @param period the days on which the project runs: before them it is not approved, after them it is finished
 * @param permissions the opt-out permissions granted to it
 */
public record Project(
        Id.Project id,
        String title,
        String description,
        Map<Id.Attribute, Id.Value> attributes,
        Period period,
        Map<Id.Register, Permission> permissions) {

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

    /** The value of an attribute on a day; only the status depends on the day. */
    public Id.Value attribute(Id.Attribute attribute, LocalDate day) {
        if (attribute.equals(STATUS)) {
            if (period.isAfter(day)) {
                return NOT_APPROVED;
            }
            if (period.isBefore(day)) {
                return FINISHED;
            }
        }
        Id.Value value = attributes.get(attribute);
        if (value == null) {
            throw new IllegalArgumentException("project " + id + " has no attribute " + attribute);
        }
        return value;
    }

    /** Whether the project holds a register's permission on a day. A finished project holds none. */
    public boolean holds(Id.Register register, LocalDate day) {
        Permission permission = permissions.get(register);
        return permission != null
                && permission.period().contains(day)
                && !(attributes.containsKey(STATUS) && attribute(STATUS, day).equals(FINISHED));
    }
}
