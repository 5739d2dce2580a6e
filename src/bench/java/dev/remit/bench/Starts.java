package dev.remit.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures how long a process takes from its start to its first answer. */
final class Starts {
    /** A process that does nothing. */
    static final String NOTHING = "nothing";

    /** A service that loads the shipped policy and asks one question. */
    static final String LIBRARY = "library";

    /** The command line, asked one question about the shipped policy. */
    static final String COMMAND_LINE = "command line";

    /** A service that loads a signed pack of 36,000 rules, whose compiled part it trusts. */
    static final String PACKED = "packed";

    /** The command line, asked about the same pack. */
    static final String PACKED_COMMAND_LINE = "packed, command line";

    /** The same, with the classes in an archive of the JVM. */
    static final String PACKED_ARCHIVED = "packed, command line, class archive";

    private static final int TIMES = 5;

    private final Mode mode;
    private final Samples samples;

    Starts(Mode mode, Samples samples) {
        this.mode = mode;
        this.samples = samples;
    }

    /** The trials with 36 rules. */
    static List<Trial> trials() {
        Workload small = new Workload(1, false, 0);
        return Entrant.engines().stream().map(each -> new Trial(each, small)).toList();
    }

    /** The trials with 36,000 rules. */
    static List<Trial> manyTrials() {
        Workload many = new Workload(1000, false, 0);
        return Entrant.engines().stream().map(each -> new Trial(each, many)).toList();
    }

    /** Something that starts a process. */
    private interface Start {
        Optional<Children.FirstLine> run() throws Exception;
    }

    void measure() throws Exception {
        Decisions.write(trials());
        Map<String, Start> starts = new LinkedHashMap<>();
        starts.put(NOTHING, () -> Children.run(Nothing.class));
        starts.put(LIBRARY, () -> Children.run(ShippedPolicy.class));
        Path jar = commandLine();
        if (Files.exists(jar)) {
            starts.put(
                    COMMAND_LINE,
                    () -> Children.run(List.of(
                            "-jar",
                            jar.toString(),
                            "ask",
                            "--role",
                            "researcher",
                            "--activity",
                            "view",
                            "--level",
                            "4")));
        }
        for (Trial each : trials()) {
            starts.put(each.toString(), () -> Children.run(Probe.class, "start", each.toString()));
        }
        Map<String, Start> slow = new LinkedHashMap<>();
        if (Files.exists(jar)) {
            Packs packs = new Packs(Trial.FOLDER.resolve("packed"), jar);
            packs.make();
            starts.put(
                    PACKED,
                    () -> Children.run(
                            PackedStart.class,
                            packs.pack().toString(),
                            packs.key().toString(),
                            manyTrials().get(0).toString()));
            starts.put(PACKED_COMMAND_LINE, () -> Children.run(packs.asking()));
            starts.put(PACKED_ARCHIVED, () -> Children.run(packs.askingWithArchive()));
        }
        Decisions.write(manyTrials());
        for (Trial each : manyTrials()) {
            slow.put(each.toString(), () -> Children.run(Probe.class, "start", each.toString()));
        }
        for (int round = 1; round <= TIMES * mode.slowRounds(); round++) {
            measure(starts, round);
            if (round % TIMES == 0) {
                measure(slow, round);
            }
        }
    }

    private void measure(Map<String, Start> starts, int round) throws Exception {
        for (Map.Entry<String, Start> each : starts.entrySet()) {
            Optional<Children.FirstLine> first = each.getValue().run();
            samples.add(
                    round,
                    Metric.START_MILLIS,
                    each.getKey(),
                    first.map(Children.FirstLine::millis).orElse(Double.NaN));
        }
    }

    /** The runnable jar. */
    static Path commandLine() {
        return Path.of(System.getProperty("bench.cli", "target/bench/remit-cli.jar"));
    }
}
