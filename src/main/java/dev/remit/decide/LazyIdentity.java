package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The identity of a policy, whose digests are worked out when somebody first asks for them. Safe to share. */
final class LazyIdentity {
    // Let go once it has been asked, with all that it was made from.
    private @Nullable Supplier<PolicyIdentity> source;
    private @Nullable PolicyIdentity made;

    LazyIdentity(Supplier<PolicyIdentity> source) {
        this.source = source;
    }

    PolicyIdentity identity() {
        PolicyIdentity known = made;
        return known != null ? known : first();
    }

    private synchronized PolicyIdentity first() {
        PolicyIdentity known = made;
        if (known == null) {
            known = requireNonNull(source, "source").get();
            made = known;
            source = null;
        }
        return known;
    }
}
