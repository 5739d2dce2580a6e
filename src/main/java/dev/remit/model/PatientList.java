package dev.remit.model;

import static java.util.Objects.requireNonNull;

/**
 * A list of patients, and what being on it means.
 *
 * @param list what the list is called
 * @param keep which patients a filter keeps
 */
public record PatientList(String list, OptOutRegister.Keep keep) {
    public PatientList {
        requireNonNull(list, "list");
        requireNonNull(keep, "keep");
    }
}
