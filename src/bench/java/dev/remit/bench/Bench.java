package dev.remit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the benchmarks: {@code Bench quick|full [NAME...]}.
 *
 * <p>Without names, everything runs and the tables of {@code docs/internals/scale.md} are written anew. With names, only that runs,
 * and the tables are printed: {@code loads}, {@code starts}, {@code lines},
 * {@code shapes}, {@code records} and {@code serving}, which run only if they are named, or patterns of trials such as {@code PREPARED/1.*}. The name {@code report} measures nothing, and writes
 * the tables from the samples there are, for a run that was broken off.
 */
public final class Bench {
    private static final Path PAGE = Path.of("docs/internals/scale.md");

    private Bench() {}

    public static void main(String... args) throws Exception {
        Mode mode = Mode.valueOf(args[0].toUpperCase(Locale.ROOT));
        List<String> names = List.of(args).subList(1, args.length);
        Path file = Trial.FOLDER.resolveSibling("samples.tsv");
        boolean onlyReport = names.equals(List.of("report"));
        Samples samples = onlyReport ? Samples.read(file) : measured(mode, names, file);
        Map<String, String> tables = new Report(mode, samples).tables();
        if (isWanted(names, "shapes") || onlyReport) {
            tables.put("shapes", new Shapes().measure());
        }
        if (names.contains("records")) {
            Files.createDirectories(Trial.FOLDER);
            tables.put("records", new RecordFigures().measure());
        }
        if (names.contains("serving")) {
            Files.createDirectories(Trial.FOLDER);
            tables.put("serving", new ServingFigures().measure());
        }
        tables.values().forEach(table -> System.out.println("\n" + table));
        if (names.isEmpty() || onlyReport) {
            Pages.rewrite(PAGE, tables);
        }
    }

    private static Samples measured(Mode mode, List<String> names, Path file) throws Exception {
        clear(Trial.FOLDER);
        Files.createDirectories(Trial.FOLDER);
        Samples samples = Samples.begin(file);
        if (isWanted(names, "starts")) {
            new Starts(mode, samples).measure();
        }
        if (isWanted(names, "loads")) {
            new Loads(mode, samples).measure();
        }
        if (isWanted(names, "lines")) {
            new Lines(mode, samples).measure();
        }
        // Last, since it takes longest by far: a run that is broken off has the rest.
        new Decisions(mode, samples)
                .measure(Decisions.trials(mode).stream()
                        .filter(each -> names.isEmpty() || names.stream().anyMatch(each.toString()::matches))
                        .toList());
        return samples;
    }

    private static boolean isWanted(List<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }

    /** Policies of an earlier run may have been written by other code. */
    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
