package dev.remit.http.config;

import java.time.Duration;

/**
 * How much is taken on.
 *
 * @param connections the most connections at a time
 * @param threads the most threads
 * @param idle how long a connection may be silent
 * @param headerTime how long the header of a request may take in all
 * @param bodyTime how long a body, or one line of a stream, may take in all
 * @param stopTime how long requests may go on when the server stops
 */
public record ServeLimits(
        int connections, int threads, Duration idle, Duration headerTime, Duration bodyTime, Duration stopTime) {
    /** The limits that hold unless a configuration says otherwise. */
    public static final ServeLimits USUAL = new ServeLimits(
            2000, 64, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    public ServeLimits {
        if (connections < 1 || threads < 8) {
            throw new IllegalArgumentException("limits: there must be a connection and eight threads");
        }
    }
}
