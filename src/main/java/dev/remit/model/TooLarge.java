package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says that something takes more room than is allowed, by how much, and what costs most of it.
 *
 * <p>Room is counted in nodes of a decision diagram: a node with its edges, or the work that goes with one.
 *
 * @param what what is too large, in the words of the policy
 * @param paths where its parts stand in the policy, such as {@code invariants.nobody}; empty if it is no part of it
 * @param used how many nodes were in use when it was given up; the whole may need far more
 * @param allowed how many there may be
 * @param drivers what costs most, as it was measured; empty if nothing was found whose removal helps
 */
public record TooLarge(String what, List<PolicyPath> paths, long used, long allowed, List<Driver> drivers) {
    public TooLarge {
        requireNonNull(what, "what");
        paths = List.copyOf(paths);
        drivers = List.copyOf(drivers);
    }

    /**
     * Something without which the rest fits.
     *
     * @param what what is to be taken away, in the words of the policy
     * @param paths where its parts stand in the policy, such as {@code rules.publish}; empty if no part stands out
     * @param without how many nodes the rest uses
     */
    public record Driver(String what, List<PolicyPath> paths, long without) {
        public Driver {
            requireNonNull(what, "what");
            paths = List.copyOf(paths);
        }
    }

    /** What is wrong, in one line. */
    public String message() {
        return what + " takes more than the " + number(allowed) + " nodes that are allowed";
    }

    /** What would help, if that was found. */
    public Optional<String> help() {
        return drivers.isEmpty()
                ? Optional.empty()
                : Optional.of(drivers.stream()
                        .map(each -> "without " + each.what + ", the rest takes " + number(each.without))
                        .collect(Collectors.joining("; ")));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
