package dev.remit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;

/** Measures how long decisions take and what they allocate, with JMH, every trial in a JVM of its own. */
final class Decisions {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Many short iterations, since short ones are seldom interrupted. */
    private static final int ITERATIONS = 100;

    private static final int ITERATION_MILLIS = 3;

    /** So many times as long it takes those who take long until their code is compiled. */
    private static final int SLOW_TO_WARM = 10;

    private final Mode mode;
    private final Samples samples;

    Decisions(Mode mode, Samples samples) {
        this.mode = mode;
        this.samples = samples;
    }

    /** Every trial of a mode. */
    static List<Trial> trials(Mode mode) {
        Set<Trial> trials = new LinkedHashSet<>();
        for (Entrant entrant : Entrant.values()) {
            switch (entrant.group()) {
                case FLOOR -> add(trials, entrant, mode.environments(), false, 0);
                case REMIT -> {
                    add(trials, entrant, mode.environments(), false, 0);
                    add(trials, entrant, mode.varied(), true, 0);
                }
                case REMIT_REGISTER -> {
                    add(trials, entrant, List.of(1), false, 100);
                    add(trials, entrant, List.of(1), false, 100_000);
                }
                case SLOW -> add(trials, entrant, mode.slowEnvironments(), false, 0);
            }
        }
        return List.copyOf(trials);
    }

    private static void add(Set<Trial> trials, Entrant entrant, List<Integer> sizes, boolean varied, int projects) {
        sizes.forEach(size -> trials.add(new Trial(entrant, new Workload(size, varied, projects))));
    }

    /** Writes the policies of trials where they are not written yet. */
    static void write(List<Trial> trials) throws Exception {
        for (Trial each : trials) {
            if (!Files.exists(each.folder())) {
                Files.createDirectories(each.folder());
                each.entrant().contender().write(each.workload(), each.folder());
            }
        }
    }

    /** Measures trials in turn, round after round. */
    void measure(List<Trial> trials) throws Exception {
        write(trials);
        for (int round = 1; round <= mode.rounds(); round++) {
            for (Trial each : trials) {
                if (!each.isSlow() || round <= mode.slowRounds()) {
                    measure(round, each);
                }
            }
        }
    }

    /** Measures one trial; one that does not work leaves no number behind, and the rest goes on. */
    private void measure(int round, Trial trial) throws IOException {
        try {
            measured(round, trial);
        } catch (RunnerException failed) {
            System.out.printf("round %d  %-28s failed: %s%n", round, trial, failed.getCause());
            samples.add(round, Metric.NANOS, trial, Double.NaN);
        }
    }

    private void measured(int round, Trial trial) throws IOException, RunnerException {
        RunResult one = run(trial, 1);
        double nanos = median(one);
        Result<?> allocated = one.getSecondaryResults().get(ALLOCATED);
        samples.add(round, Metric.NANOS, trial, nanos);
        samples.add(round, Metric.BYTES, trial, allocated.getScore());
        System.out.printf("round %d  %-28s %,14.1f ns %,12.0f B%n", round, trial, nanos, allocated.getScore());
        if (trial.isAlsoAskedByTwo()) {
            samples.add(round, Metric.NANOS_TWO_THREADS, trial, median(run(trial, 2)));
        }
    }

    /** The median over the iterations, which one that was held up does not move. */
    private static double median(RunResult result) {
        ListStatistics all = new ListStatistics();
        result.getBenchmarkResults()
                .forEach(fork -> fork.getIterationResults()
                        .forEach(each -> all.addValue(each.getPrimaryResult().getScore())));
        return all.getPercentile(50);
    }

    private RunResult run(Trial trial, int threads) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(DecisionBenchmark.class.getName() + (trial.isSlow() ? ".one$" : ".all$"))
                .param("trial", trial.toString())
                .threads(threads)
                .forks(1)
                .jvmArgs(
                        "-Xms1g",
                        "-Xmx6g",
                        "-XX:+UseSerialGC",
                        "-Dbench.folder=" + Trial.FOLDER,
                        "-Dslf4j.internal.verbosity=ERROR")
                .warmupIterations(10)
                .warmupTime(TimeValue.milliseconds((long) mode.iterationMillis() * (trial.isSlow() ? SLOW_TO_WARM : 1)))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.milliseconds(ITERATION_MILLIS))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        List<RunResult> results = new ArrayList<>(new Runner(options.build()).run());
        return results.get(0);
    }
}
