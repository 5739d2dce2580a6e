package dev.remit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The goals, and what a run says of them. */
final class Goals {
    private static final Workload FEW = new Workload(1, false, 0);
    private static final Workload MANY = new Workload(1000, false, 0);
    private static final Workload VARIED = new Workload(1000, true, 0);
    private static final Workload REGISTERED = new Workload(1, false, 100_000);

    /** SAPL 4.2 cannot be had from a registry: times the string-array floor, measured elsewhere (JDK 25). */
    private static final double SAPL_FEW = 414.0 / 52;

    private static final double SAPL_MANY = 1_595.0 / 51;

    private final Samples samples;
    private final List<Goal> goals = new ArrayList<>();

    Goals(Samples samples) {
        this.samples = samples;
    }

    /** Every goal. */
    List<Goal> all() {
        Trial strings = new Trial(Entrant.STRINGS, FEW);
        Trial floor = new Trial(Entrant.STRING_ARRAY, FEW);
        Trial prepared = new Trial(Entrant.PREPARED, FEW);
        ratio("answer from a request's strings, times the string-array floor", strings, floor, 1.2);
        ratio(
                "yes or no from a prepared question, times the array floor",
                new Trial(Entrant.PREPARED_BOOLEAN, FEW),
                new Trial(Entrant.ARRAY, FEW),
                4);
        for (Entrant each : List.of(Entrant.PREPARED, Entrant.PARTIAL)) {
            bytes(each.title() + ": bytes allocated", new Trial(each, FEW), 0);
        }
        bytes("decision that remembers its question: bytes allocated", new Trial(Entrant.REMEMBERED, FEW), 48);
        ratio(
                "36,000 rules, times 36: the same in every environment",
                new Trial(Entrant.PREPARED, MANY),
                prepared,
                1.3);
        ratio("36,000 rules, times 36: environments that vary", new Trial(Entrant.PREPARED, VARIED), prepared, 3);
        ratio("100,000 registered projects, times none", new Trial(Entrant.PROJECT, REGISTERED), strings, 1.5);
        for (Entrant each : alternatives()) {
            slower(each, FEW, 100);
            slower(each, MANY, 500);
        }
        sapl("SAPL 4.2 at 36 rules, times our answer from strings", SAPL_FEW, FEW, 7);
        sapl("SAPL 4.2 at 36,000 rules, times our answer from strings", SAPL_MANY, MANY, 25);
        add("two threads, times the throughput of one", Goal.Sense.AT_LEAST, 1.8, twoThreads(prepared), false);
        Trial many = new Trial(Entrant.DECISION, MANY);
        most("36,000 rules from YAML in a cold JVM: milliseconds", Metric.LOAD_MILLIS, many, 3_000);
        most("36,000 rules: MiB retained", Metric.RETAINED_MIB, many, 100);
        start();
        add(
                "`decide` lines a second, times bare JSON",
                Goal.Sense.AT_LEAST,
                0.5,
                samples.ratio(Metric.LINES_A_SECOND, Lines.DECIDE, Metric.LINES_A_SECOND, Lines.COPY),
                samples.isFailed(Metric.LINES_A_SECOND, Lines.DECIDE));
        return List.copyOf(goals);
    }

    private static List<Entrant> alternatives() {
        return Entrant.engines().stream()
                .filter(each -> each != Entrant.DECISION)
                .toList();
    }

    private void add(String what, Goal.Sense sense, double bound, OptionalDouble measured, boolean failed) {
        goals.add(new Goal(what, sense, bound, measured, failed && measured.isEmpty()));
    }

    private void ratio(String what, Trial whom, Trial floor, double bound) {
        add(
                what,
                Goal.Sense.AT_MOST,
                bound,
                samples.ratio(Metric.NANOS, whom, Metric.NANOS, floor),
                samples.isFailed(Metric.NANOS, whom));
    }

    /** What is left of a profiler's own allocation, spread over all decisions, is no byte. */
    private void bytes(String what, Trial whom, double bound) {
        OptionalDouble median = samples.median(Metric.BYTES, whom);
        OptionalDouble whole = median.isEmpty() ? median : OptionalDouble.of(Math.rint(median.getAsDouble()));
        add(what, Goal.Sense.AT_MOST, bound, whole, samples.isFailed(Metric.NANOS, whom));
    }

    private void most(String what, Metric metric, Trial whom, double bound) {
        add(what, Goal.Sense.AT_MOST, bound, samples.median(metric, whom), samples.isFailed(metric, whom));
    }

    private void slower(Entrant whom, Workload workload, double bound) {
        Trial ours = new Trial(Entrant.STRINGS, workload);
        add(
                whom.title() + " at " + Report.rules(workload) + " rules, times our answer from strings",
                Goal.Sense.AT_LEAST,
                bound,
                samples.ratio(Metric.NANOS, new Trial(whom, workload), Metric.NANOS, ours),
                samples.isFailed(Metric.NANOS, ours));
    }

    private void sapl(String what, double timesFloor, Workload workload, double bound) {
        Trial ours = new Trial(Entrant.STRINGS, workload);
        Trial floor = new Trial(Entrant.STRING_ARRAY, workload);
        OptionalDouble times = samples.ratio(Metric.NANOS, floor, Metric.NANOS, ours);
        add(
                what,
                Goal.Sense.AT_LEAST,
                bound,
                times.isEmpty() ? times : OptionalDouble.of(timesFloor * times.getAsDouble()),
                samples.isFailed(Metric.NANOS, ours));
    }

    private OptionalDouble twoThreads(Trial trial) {
        OptionalDouble ratio = samples.ratio(Metric.NANOS, trial, Metric.NANOS_TWO_THREADS, trial);
        return ratio.isEmpty() ? ratio : OptionalDouble.of(2 * ratio.getAsDouble());
    }

    /** How long a process takes to its first answer, times the alternative that takes least. */
    private OptionalDouble timesSoonest(String whom, Workload workload) {
        return alternatives().stream()
                .map(each -> samples.ratio(Metric.START_MILLIS, whom, Metric.START_MILLIS, new Trial(each, workload)))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    private void start() {
        OptionalDouble soonest = timesSoonest(Starts.LIBRARY, FEW);
        add(
                "process start to the first answer of the shipped policy, times the soonest alternative",
                Goal.Sense.AT_MOST,
                1,
                soonest,
                samples.isFailed(Metric.START_MILLIS, Starts.LIBRARY));
        add(
                "process start to the first answer of the shipped policy, times an empty JVM",
                Goal.Sense.AT_MOST,
                8,
                samples.ratio(Metric.START_MILLIS, Starts.LIBRARY, Metric.START_MILLIS, Starts.NOTHING),
                samples.isFailed(Metric.START_MILLIS, Starts.LIBRARY));
        packed("library", Starts.PACKED);
        packed("`remit ask`", Starts.PACKED_COMMAND_LINE);
        add(
                "the same, library, times the soonest alternative",
                Goal.Sense.AT_MOST,
                1,
                timesSoonest(Starts.PACKED, MANY),
                samples.isFailed(Metric.START_MILLIS, Starts.PACKED));
    }

    private void packed(String how, String whom) {
        add(
                "process start to the first answer of 36,000 packed and trusted rules, " + how + ": milliseconds",
                Goal.Sense.AT_MOST,
                1_000,
                samples.median(Metric.START_MILLIS, whom),
                samples.isFailed(Metric.START_MILLIS, whom));
    }
}
