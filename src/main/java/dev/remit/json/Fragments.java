package dev.remit.json;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.remit.decide.Decision;
import dev.remit.decide.Outcome;
import dev.remit.decide.PolicyIdentity;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The members that are the same in many replies, written once: outcomes are shared between all questions that get them.
 * Holds no more than some thousand. Safe to use from several threads.
 */
final class Fragments {
    private static final int MOST = 1 << 12;

    private final IdentityHashMap<Outcome, SerializedString> outcomes = new IdentityHashMap<>();
    private final Map<PolicyIdentity, SerializedString> policies = new HashMap<>();

    /** The members an outcome tells, and the reasons where they are the same for every question with it. */
    synchronized SerializedString of(Decision decision) {
        SerializedString known = outcomes.get(decision.outcome());
        if (known == null) {
            known = members(json -> {
                DecisionMembers.write(json, decision.outcome());
                if (DecisionMembers.isToldByOutcome(decision)) {
                    DecisionMembers.of(decision).writeReasons(json);
                }
            });
            if (outcomes.size() < MOST) {
                outcomes.put(decision.outcome(), known);
            }
        }
        return known;
    }

    /** The member that tells which policy answered. */
    synchronized SerializedString of(PolicyIdentity policy) {
        return policies.computeIfAbsent(policy, each -> members(json -> DecisionMembers.write(json, each)));
    }

    /** Members as they follow others. */
    private static SerializedString members(JsonText.Part part) {
        String object = JsonText.object(part);
        return new SerializedString("," + object.substring(1, object.length() - 1));
    }
}
