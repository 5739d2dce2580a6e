package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.OptOutRegister;
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

    /** The entry that treats a register's patients in a certain way. */
    public static PopulationEntry of(OptOutRegister register, Treatment treatment) {
        return new PopulationEntry(
                treatment, register.list(), register.keep(), treatment.includes() ? register.flag() : Optional.empty());
    }
}
