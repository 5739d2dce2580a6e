package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A set of complete questions, and of ways they may be granted, which an invariant makes a claim about. The maps hold only
 * the registers that it names.
 *
 * @param reach which questions it is about
 * @param when the condition under which it is
 * @param asked for each register named, what may be asked about its patients
 * @param granted for each register named, how a grant may treat its patients
 * @param duties obligations a grant has to carry
 */
public record Scope(
        Reach reach,
        Condition when,
        Map<Id.Register, List<OptOutRequest>> asked,
        Map<Id.Register, List<Treatment>> granted,
        Set<Id.Obligation> duties) {
    public Scope {
        requireNonNull(reach, "reach");
        requireNonNull(when, "when");
        asked = Sorted.map(asked);
        granted = Sorted.map(granted);
        duties = Sorted.set(duties);
    }
}
