package dev.remit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures how long loading takes in a new JVM, and what it leaves on the heap. */
final class Loads {
    private final Mode mode;
    private final Samples samples;

    Loads(Mode mode, Samples samples) {
        this.mode = mode;
        this.samples = samples;
    }

    /** Every engine with few rules and with many; Remit with environments that vary and with projects as well. */
    static List<Trial> trials(Mode mode) {
        List<Trial> trials = new ArrayList<>();
        for (Entrant each : Entrant.engines()) {
            List<Integer> sizes = each.group() == Entrant.Group.SLOW ? mode.slowEnvironments() : mode.environments();
            sizes.forEach(size -> trials.add(new Trial(each, new Workload(size, false, 0))));
        }
        trials.add(new Trial(Entrant.DECISION, new Workload(1000, true, 0)));
        trials.add(new Trial(Entrant.DECISION, new Workload(1, false, 100_000)));
        return trials;
    }

    void measure() throws Exception {
        List<Trial> trials = trials(mode);
        Decisions.write(trials);
        for (int round = 1; round <= mode.slowRounds(); round++) {
            for (Trial each : trials) {
                Optional<Children.FirstLine> said = Children.run(Probe.class, "load", each.toString());
                String[] numbers =
                        said.map(Children.FirstLine::line).orElse("NaN NaN").split(" ", -1);
                samples.add(round, Metric.LOAD_MILLIS, each, Double.parseDouble(numbers[0]));
                samples.add(round, Metric.RETAINED_MIB, each, Double.parseDouble(numbers[1]));
            }
        }
    }
}
