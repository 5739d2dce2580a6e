package dev.remit.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Measures {@code remit decide} on a long file of questions, beside a program that does nothing but read the same JSON
 * and write as much. Both have little memory, whatever the length of the file.
 */
final class Lines {
    /** The one that decides. */
    static final String DECIDE = "remit decide";

    /** The one that copies. */
    static final String COPY = "bare JSON";

    private final Mode mode;
    private final Samples samples;

    Lines(Mode mode, Samples samples) {
        this.mode = mode;
        this.samples = samples;
    }

    void measure() throws Exception {
        Trial trial = new Trial(Entrant.DECISION, new Workload(1, false, 0));
        Decisions.write(List.of(trial));
        int count = mode.lines();
        Path questions = Trial.FOLDER.resolve("questions.jsonl");
        write(trial.workload().requests(), count, questions);
        Path answers = Trial.FOLDER.resolve("answers.jsonl");
        for (int round = 1; round <= mode.rounds(); round++) {
            add(
                    round,
                    DECIDE,
                    count,
                    Children.run(
                            List.of(
                                    "-Xmx64m",
                                    "-jar",
                                    Starts.commandLine().toString(),
                                    "decide",
                                    trial.folder().toString(),
                                    "--input",
                                    questions.toString()),
                            answers));
            long size = Files.size(answers) / count;
            add(
                    round,
                    COPY,
                    count,
                    Children.run(
                            List.of(
                                    "-Xmx64m",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    JsonCopy.class.getName(),
                                    questions.toString(),
                                    Long.toString(size)),
                            Trial.FOLDER.resolve("copies.jsonl")));
        }
    }

    private void add(int round, String whom, int count, Optional<Double> millis) throws IOException {
        samples.add(
                round,
                Metric.LINES_A_SECOND,
                whom,
                millis.map(each -> count * 1000 / each).orElse(Double.NaN));
    }

    private static void write(List<Request> requests, int count, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                Request it = requests.get(i % requests.size());
                out.write("""
                        {"id":"q%d","role":"%s","activity":"%s","level":"%s","category":"%s","route":"%s",\
                        "project":{"kind":"%s","status":"%s","type-1-permission":%s,"national-permission":%s},\
                        "facts":{"named":%s,"secure":%s,"approval":%s,"includes-type-1":%s,"includes-national":%s}}
                        """.formatted(
                                i,
                                it.role(),
                                it.activity(),
                                it.level(),
                                it.category(),
                                it.environment(),
                                it.kind(),
                                it.status(),
                                it.type1Permission(),
                                it.nationalPermission(),
                                it.named(),
                                it.secure(),
                                it.approval(),
                                it.includesType1(),
                                it.includesNational()));
            }
        }
    }
}
