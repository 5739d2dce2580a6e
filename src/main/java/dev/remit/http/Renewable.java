package dev.remit.http;

import static java.util.Objects.requireNonNull;

import dev.remit.http.config.ServeSettings.Logged;
import java.util.Set;

/**
 * What may change while a server runs.
 *
 * @param callers who may ask
 * @param open what anybody may read
 * @param logged which requests get a line
 */
record Renewable(Callers callers, Set<String> open, Logged logged) {
    Renewable {
        requireNonNull(callers, "callers");
        open = Set.copyOf(open);
        requireNonNull(logged, "logged");
    }
}
