package dev.remit.http.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which policy is served, and how it may change while it is.
 *
 * @param source where it comes from; empty for the embedded policy
 * @param gate which changes of the policy are taken; empty if it is read once
 * @param registersGate which changes of the registers are taken
 * @param poll how often the source is looked at
 * @param maxAge how long the last policy is served if the source cannot be read
 * @param state a folder for what is in force
 * @param isFirstTrusted whether the first policy is taken as it is
 * @param keys the public keys that sign packed policies
 * @param isCompiledTrusted whether the compiled part of a signed file is used
 */
public record PolicySettings(
        Optional<String> source,
        Optional<String> gate,
        Optional<String> registersGate,
        Duration poll,
        Optional<Duration> maxAge,
        Optional<Path> state,
        boolean isFirstTrusted,
        List<Path> keys,
        boolean isCompiledTrusted) {
    /** The embedded policy, read once. */
    public static final PolicySettings EMBEDDED = new PolicySettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(5),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            false);

    public PolicySettings {
        requireNonNull(source, "source");
        requireNonNull(gate, "gate");
        requireNonNull(registersGate, "registersGate");
        requireNonNull(poll, "poll");
        requireNonNull(maxAge, "maxAge");
        requireNonNull(state, "state");
        keys = List.copyOf(keys);
    }

    /** The same from another source. */
    public PolicySettings from(String other) {
        return new PolicySettings(
                Optional.of(other), gate, registersGate, poll, maxAge, state, isFirstTrusted, keys, isCompiledTrusted);
    }
}
