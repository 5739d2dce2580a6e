package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionListener;
import dev.remit.decide.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked and told beside the policy.
 *
 * @param records opens the log of decisions
 * @param directory answers for projects and people in place of the registers
 * @param decisions hear of decisions
 * @param changes hear of changes of state
 */
record Hearing(
        Optional<RecordsOpening> records,
        Optional<Directory> directory,
        List<DecisionListener> decisions,
        List<LiveListener> changes) {
    static final Hearing NOBODY = new Hearing(Optional.empty(), Optional.empty(), List.of(), List.of());

    Hearing {
        requireNonNull(records, "records");
        requireNonNull(directory, "directory");
        decisions = List.copyOf(decisions);
        changes = List.copyOf(changes);
    }

    static <T> List<T> more(List<T> some, T another) {
        List<T> more = new ArrayList<>(some);
        more.add(another);
        return more;
    }
}
