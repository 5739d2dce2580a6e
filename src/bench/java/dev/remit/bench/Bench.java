package dev.remit.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the benchmarks: {@code Bench quick|full [NAME...]}, where a name picks the trials that contain it. */
public final class Bench {
    private Bench() {}

    public static void main(String... args) throws Exception {
        Mode mode = Mode.valueOf(args[0].toUpperCase(Locale.ROOT));
        List<String> picked = List.of(args).subList(1, args.length);
        List<Trial> trials = Decisions.trials(mode).stream()
                .filter(each -> picked.isEmpty() || picked.stream().anyMatch(each.toString()::matches))
                .toList();
        Samples samples = Samples.begin(Path.of("target/bench/samples.tsv"));
        new Decisions(mode, samples).measure(trials);
    }
}
