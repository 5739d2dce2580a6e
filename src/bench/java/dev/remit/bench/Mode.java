package dev.remit.bench;

import java.util.List;

/** How thorough a run is. */
enum Mode {
    /** All goals, each measured a few times. */
    QUICK(3, 1, List.of(1, 1000), List.of(1, 1000), 100, 1_000_000),
    /** Sizes in between as well, and everything more often. */
    FULL(5, 2, List.of(1, 100, 1000), List.of(1, 100, 1000), 300, 1_000_000);

    private final int rounds;
    private final int slowRounds;

    @SuppressWarnings("ImmutableEnumChecker") // It is: made by List.of.
    private final List<Integer> environments;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Integer> slowEnvironments;

    private final int iterationMillis;
    private final int lines;

    Mode(
            int rounds,
            int slowRounds,
            List<Integer> environments,
            List<Integer> slowEnvironments,
            int iterationMillis,
            int lines) {
        this.rounds = rounds;
        this.slowRounds = slowRounds;
        this.environments = environments;
        this.slowEnvironments = slowEnvironments;
        this.iterationMillis = iterationMillis;
        this.lines = lines;
    }

    /** How often everything is measured, each time in a new JVM, in turn with everything else. */
    int rounds() {
        return rounds;
    }

    /** The same, for entrants that take long. */
    int slowRounds() {
        return slowRounds;
    }

    /** With how many environments, for those who take nanoseconds. */
    List<Integer> environments() {
        return environments;
    }

    /** With how many environments that vary. */
    List<Integer> varied() {
        return environments.subList(environments.size() - 1, environments.size());
    }

    /** With how many environments, for entrants that take long. */
    List<Integer> slowEnvironments() {
        return slowEnvironments;
    }

    /** How long one iteration of warming up takes. */
    int iterationMillis() {
        return iterationMillis;
    }

    /** How many questions a file has that is read and answered: so many that starting is a small part of it. */
    int lines() {
        return lines;
    }
}
