package dev.remit.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The tables that a run's samples make. */
final class Report {
    private static final List<Integer> SIZES = List.of(1, 100, 1000);
    private static final Workload FEW = new Workload(1, false, 0);
    private static final Workload MANY = new Workload(1000, false, 0);

    private final Mode mode;
    private final Samples samples;

    Report(Mode mode, Samples samples) {
        this.mode = mode;
        this.samples = samples;
    }

    /** Every table by its name, in the order in which they are read. */
    Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("run", run());
        tables.put("goals", goals());
        tables.put("decisions", decisions());
        tables.put("growth", growth());
        tables.put("loading", loading());
        tables.put("starting", starting());
        tables.put("lines", lines());
        return tables;
    }

    /** How many rules a workload has, as people write it. */
    static String rules(Workload workload) {
        return String.format(Locale.ROOT, "%,d", workload.rules());
    }

    private String run() {
        return "Mode " + mode.name().toLowerCase(Locale.ROOT) + ", JDK " + System.getProperty("java.version") + ", "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors()
                + String.format(
                        Locale.ROOT,
                        " processors; load average when it ended %.1f. A load much above the number of processors means"
                                + " that others used the machine as well: then only counts and large ratios say anything.",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private String goals() {
        Table table = new Table(List.of("what", "goal", "measured", "verdict"));
        for (Goal each : new Goals(samples).all()) {
            table.row(List.of(each.what(), each.demand(), Figures.number(each.measured()), each.verdict()));
        }
        return table.toString();
    }

    private String decisions() {
        List<String> heads = new ArrayList<>(List.of("who"));
        SIZES.forEach(each -> heads.add(rules(new Workload(each, false, 0)) + " rules"));
        heads.addAll(List.of("bytes, 36 rules", "times the array", "times the string array", "the same, 36,000 rules"));
        Table table = new Table(heads);
        Trial array = new Trial(Entrant.ARRAY, FEW);
        Trial strings = new Trial(Entrant.STRING_ARRAY, FEW);
        for (Entrant each : Entrant.values()) {
            if (each.group() == Entrant.Group.REMIT_REGISTER) {
                continue;
            }
            Trial few = new Trial(each, FEW);
            List<String> cells = new ArrayList<>(List.of(each.title()));
            SIZES.forEach(size -> cells.add(time(new Trial(each, new Workload(size, false, 0)))));
            cells.add(bytes(few));
            cells.add(Figures.number(samples.ratio(Metric.NANOS, few, Metric.NANOS, array)));
            cells.add(Figures.number(samples.ratio(Metric.NANOS, few, Metric.NANOS, strings)));
            cells.add(Figures.number(samples.ratio(
                    Metric.NANOS, new Trial(each, MANY), Metric.NANOS, new Trial(Entrant.STRING_ARRAY, MANY))));
            table.row(cells);
        }
        return table.toString();
    }

    private String bytes(Trial trial) {
        OptionalDouble bytes = samples.median(Metric.BYTES, trial);
        return bytes.isEmpty() ? Figures.NONE : Figures.number(OptionalDouble.of(Math.rint(bytes.getAsDouble())));
    }

    private String time(Trial trial) {
        return samples.isFailed(Metric.NANOS, trial) ? "fails" : Figures.time(samples.median(Metric.NANOS, trial));
    }

    private String growth() {
        Table table = new Table(List.of(
                "who",
                "36,000 rules, the same in each environment",
                "36,000 rules, varied",
                "100 projects",
                "100,000 projects",
                "two threads, times the throughput of one"));
        for (Entrant each : Entrant.values()) {
            if (each.group() == Entrant.Group.SLOW) {
                continue;
            }
            Trial few = new Trial(like(each), FEW);
            OptionalDouble two = samples.ratio(Metric.NANOS, few, Metric.NANOS_TWO_THREADS, few);
            boolean registers = each.group() == Entrant.Group.REMIT_REGISTER;
            table.row(List.of(
                    each.title(),
                    grown(each, MANY, few),
                    grown(each, new Workload(1000, true, 0), few),
                    grown(each, new Workload(1, false, 100), few),
                    grown(each, new Workload(1, false, 100_000), few),
                    registers || two.isEmpty() ? "" : Figures.number(OptionalDouble.of(2 * two.getAsDouble()))));
        }
        return table.toString();
    }

    private String grown(Entrant whom, Workload workload, Trial few) {
        Trial grown = new Trial(whom, workload);
        return samples.isFailed(Metric.NANOS, grown)
                ? "fails"
                : Figures.number(samples.ratio(Metric.NANOS, grown, Metric.NANOS, few));
    }

    private String loading() {
        Table table = new Table(List.of("who and what", "loading in a cold JVM", "MiB kept on the heap"));
        for (Trial each : Loads.trials(mode)) {
            boolean failed = samples.isFailed(Metric.LOAD_MILLIS, each);
            table.row(List.of(
                    each.entrant().engine() + ", " + described(each.workload()),
                    failed ? "fails" : Figures.millis(samples.median(Metric.LOAD_MILLIS, each)),
                    failed ? "" : Figures.number(samples.median(Metric.RETAINED_MIB, each))));
        }
        return table.toString();
    }

    private static String described(Workload workload) {
        return rules(workload) + " rules" + (workload.varied() ? ", varied" : "")
                + (workload.projects() > 0 ? String.format(Locale.ROOT, ", %,d projects", workload.projects()) : "");
    }

    private String starting() {
        Table table = new Table(List.of("process", "to its first answer", "times an empty JVM"));
        start(table, "an empty JVM", Starts.NOTHING);
        start(table, "Remit, the shipped policy, library", Starts.LIBRARY);
        start(table, "Remit, the shipped policy, `remit ask`", Starts.COMMAND_LINE);
        for (Trial each : Starts.trials()) {
            start(table, each.entrant().engine() + ", 36 rules", each.toString());
        }
        start(table, "Remit, 36,000 rules, packed and trusted, library", Starts.PACKED);
        start(table, "Remit, 36,000 rules, packed and trusted, `remit ask`", Starts.PACKED_COMMAND_LINE);
        start(table, "the same with a class archive", Starts.PACKED_ARCHIVED);
        for (Trial each : Starts.manyTrials()) {
            start(table, each.entrant().engine() + ", 36,000 rules", each.toString());
        }
        return table.toString();
    }

    private void start(Table table, String title, String whom) {
        table.row(List.of(
                title,
                samples.isFailed(Metric.START_MILLIS, whom)
                        ? "fails"
                        : Figures.millis(samples.median(Metric.START_MILLIS, whom)),
                Figures.number(samples.ratio(Metric.START_MILLIS, whom, Metric.START_MILLIS, Starts.NOTHING))));
    }

    private String lines() {
        Table table = new Table(List.of("program", "lines a second", "times bare JSON"));
        Stream.of(Lines.COPY, Lines.DECIDE)
                .forEach(each -> table.row(List.of(
                        each,
                        samples.isFailed(Metric.LINES_A_SECOND, each)
                                ? "fails"
                                : Figures.number(samples.median(Metric.LINES_A_SECOND, each)),
                        Figures.number(
                                samples.ratio(Metric.LINES_A_SECOND, each, Metric.LINES_A_SECOND, Lines.COPY)))));
        return table.toString();
    }

    /** Who does the same without the registers. */
    private static Entrant like(Entrant entrant) {
        return switch (entrant) {
            case PROJECT -> Entrant.STRINGS;
            case PERSON -> Entrant.DECISION;
            default -> entrant;
        };
    }
}
