package dev.remit.live.source;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a look at a source shows without reading its policy.
 *
 * @param fingerprint two looks with equal fingerprints saw the same
 * @param newest when the source was last changed, as far as it shows that
 * @param body what was fetched with the look, where looking is fetching
 */
public record Look(String fingerprint, Instant newest, Optional<byte[]> body) {
    public Look {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(newest, "newest");
        requireNonNull(body, "body");
    }

    static Look of(String fingerprint) {
        return new Look(fingerprint, Instant.MIN, Optional.empty());
    }
}
