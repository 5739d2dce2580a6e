package dev.remit.analyze;

import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a policy says about a complete question.
 *
 * @param ways in which ways it is granted; none if it is not
 * @param reasons what the answer rests on and which rules give it
 */
record Said(Set<Way> ways, List<String> reasons) {
    /** One way in which something is granted. */
    record Way(Map<Id.Register, Treatment> population, Set<Id.Obligation> duties) {}
}
