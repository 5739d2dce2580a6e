package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.OptOutRegister;
import dev.remit.model.PatientList;
import dev.remit.model.Treatment;
import java.util.Optional;

/**
 * How a grant treats the patients of one opt-out register, with all that the service which fetches the data needs to
 * act on it. A missing list always stops the run: it never includes everyone.
 *
 * @param treatment what is done about these patients
 * @param list the list to consult
 * @param keep which patients a filter keeps
 * @param flag the platform's switch for including these patients; present only where they are included and the platform
 *     has one
 */
public record PopulationEntry(Treatment treatment, String list, OptOutRegister.Keep keep, Optional<String> flag) {
    public PopulationEntry {
        requireNonNull(treatment, "treatment");
        requireNonNull(list, "list");
        requireNonNull(keep, "keep");
        requireNonNull(flag, "flag");
    }

    /** Whether it keeps out at least as much as another: its treatment comes no later in {@link Treatment}. */
    boolean isAsStrictAs(PopulationEntry other) {
        return treatment.or(other.treatment) == treatment;
    }

    /** The entry that treats a register's patients in a certain way, by a certain list. */
    public static PopulationEntry of(OptOutRegister register, PatientList patients, Treatment treatment) {
        return new PopulationEntry(
                treatment, patients.list(), patients.keep(), treatment.includes() ? register.flag() : Optional.empty());
    }
}
