package dev.remit.load;

import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.source.Span;
import java.util.List;
import java.util.Map;

/**
 * A rule as it was read, before the stances that have an effect are found.
 *
 * @param rule the rule, with its own stances as written
 * @param common the stances of its work category
 * @param stances where each of its own stances stands: the register's key
 * @param name what to underline when the rule as a whole is wrong
 * @param ground what must be free of faults for its stances to be judged: the rule, and what its work category says
 * @param when the places in its condition
 * @param isUnlimited whether it is a permit that says neither what is done nor what it is done to
 */
record ReadRule(
        Rule rule,
        Map<Id.Register, Stance> common,
        Map<Id.Register, Span> stances,
        Span name,
        List<Span> ground,
        Placed when,
        boolean isUnlimited) {

    boolean isPermit() {
        return rule.isPermit();
    }
}
