package dev.remit.http.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A service that may ask.
 *
 * @param name its name in records; empty for whoever asks where nobody needs credentials
 * @param tokens the digests of its bearer tokens
 * @param certificates the fingerprints of its client certificates
 * @param profile what it may ask
 */
public record Caller(Optional<String> name, List<String> tokens, List<String> certificates, Profile profile) {
    /** Whoever asks where nobody needs credentials. */
    public static final Caller ANYBODY = new Caller(Optional.empty(), List.of(), List.of(), Profile.OPEN);

    public Caller {
        requireNonNull(name, "name");
        tokens = List.copyOf(tokens);
        certificates = List.copyOf(certificates);
        requireNonNull(profile, "profile");
    }
}
