package dev.remit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Everything measured, one sample a line in a file, so that a run that is broken off can be reported all the same.
 *
 * <p>A ratio is taken within each round and only then its median over the rounds, so that a machine that is busy for a
 * while slows both sides.
 */
final class Samples {
    /** One measurement: in which round, of what, of whom, how much. */
    private record Sample(int round, Metric metric, String whom, double value) {
        static Sample read(String line) {
            String[] cells = line.split("\t", -1);
            return new Sample(
                    Integer.parseInt(cells[0]), Metric.valueOf(cells[1]), cells[2], Double.parseDouble(cells[3]));
        }

        @Override
        public String toString() {
            return round + "\t" + metric + "\t" + whom + "\t" + value;
        }
    }

    private final Path file;
    private final List<Sample> samples = new ArrayList<>();

    private Samples(Path file) {
        this.file = file;
    }

    /** Begins a new file. */
    static Samples begin(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "");
        return new Samples(file);
    }

    /** Reads a file of samples. */
    static Samples read(Path file) throws IOException {
        Samples samples = new Samples(file);
        Files.readAllLines(file).forEach(line -> samples.samples.add(Sample.read(line)));
        return samples;
    }

    /** Takes a measurement down; what did not work is no number. */
    void add(int round, Metric metric, Object whom, double value) throws IOException {
        Sample sample = new Sample(round, metric, whom.toString(), value);
        samples.add(sample);
        Files.writeString(file, sample + "\n", StandardOpenOption.APPEND);
    }

    /** The median of a measurement over all rounds, if it was taken. */
    OptionalDouble median(Metric metric, Object whom) {
        return median(samples.stream()
                .filter(each -> each.metric == metric && each.whom.equals(whom.toString()))
                .map(Sample::value)
                .toList());
    }

    /** The median over the rounds of one measurement divided by another, if both were taken in the same rounds. */
    OptionalDouble ratio(Metric metric, Object whom, Metric floorMetric, Object floor) {
        List<Double> ratios = new ArrayList<>();
        for (Sample each : samples) {
            if (each.metric == metric && each.whom.equals(whom.toString())) {
                samples.stream()
                        .filter(other -> other.round == each.round)
                        .filter(other -> other.metric == floorMetric && other.whom.equals(floor.toString()))
                        .findFirst()
                        .ifPresent(other -> ratios.add(each.value / other.value));
            }
        }
        return median(ratios);
    }

    /** Whether somebody was to be measured and did not work. */
    boolean isFailed(Metric metric, Object whom) {
        return samples.stream()
                .anyMatch(
                        each -> each.metric == metric && each.whom.equals(whom.toString()) && Double.isNaN(each.value));
    }

    private static OptionalDouble median(List<Double> values) {
        List<Double> sorted =
                values.stream().filter(each -> !each.isNaN()).sorted().toList();
        if (sorted.isEmpty()) {
            return OptionalDouble.empty();
        }
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
