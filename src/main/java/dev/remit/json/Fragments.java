package dev.remit.json;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.remit.decide.Decision;
import dev.remit.decide.Outcome;
import dev.remit.decide.PolicyIdentity;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A cache of members that are the same in many replies, since questions with the same outcome share them. Its size is
 * limited to some thousands. Safe to use from several threads.
 */
final class Fragments {
    private static final int MOST = 1 << 12;

    private final IdentityHashMap<Outcome, SerializedString> outcomes = new IdentityHashMap<>();
    private final Map<PolicyIdentity, SerializedString> policies = new HashMap<>();

    /** The members of an outcome, with the reasons if they are the same for every question with this outcome. */
    synchronized SerializedString of(Decision decision) {
        SerializedString known = outcomes.get(decision.outcome());
        if (known == null) {
            known = members(json -> {
                DecisionMembers.write(json, decision.outcome());
                if (DecisionMembers.isGivenByOutcome(decision)) {
                    DecisionMembers.of(decision).writeReasons(json);
                }
            });
            if (outcomes.size() < MOST) {
                outcomes.put(decision.outcome(), known);
            }
        }
        return known;
    }

    /** The member with the policy that answered. */
    synchronized SerializedString of(PolicyIdentity policy) {
        return policies.computeIfAbsent(policy, each -> members(json -> DecisionMembers.write(json, each)));
    }

    /** Members as written behind others. */
    private static SerializedString members(JsonText.Part part) {
        String object = JsonText.object(part);
        return new SerializedString("," + object.substring(1, object.length() - 1));
    }
}
