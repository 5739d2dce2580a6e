package dev.remit.live;

import dev.remit.decide.PolicyIdentity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was in force before: the digests of policies with their registers. For one thread at a time. */
final class History {
    private final Set<String> before;

    History(List<String> before) {
        this.before = new HashSet<>(before);
    }

    /** What is kept of a policy that was in force, on one line. */
    static String line(PolicyIdentity identity) {
        return identity.digest() + " " + identity.registers();
    }

    boolean holds(PolicyIdentity identity) {
        return before.contains(line(identity));
    }

    void add(PolicyIdentity identity) {
        before.add(line(identity));
    }
}
