package dev.remit.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Directory;
import dev.remit.decide.DirectoryAnswer;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.record.RecordFolder;
import dev.remit.record.RecordLog;
import dev.remit.record.RecordReplay;
import dev.remit.record.RecordSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Measures logs of decisions beside bare programs that do the least that is needed, in one process after warming up: verifying
 * beside hashing lines, replaying beside reading JSON, recording beside forcing a file to disk.
 */
final class RecordFigures {
    private static final int RECORDS = Integer.getInteger("bench.records", 1_000_000);
    private static final int PACED = Math.min(RECORDS, 4_000);
    private static final long PERIOD = 500_000;
    private static final int LINE = 700;

    private final PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
    /** Facts of which {@link #question} states none. */
    private final List<String> facts = bundle.policy().vocabulary().facts().stream()
            .filter(each -> each.element().isEmpty())
            .map(each -> each.id().value())
            .filter(each -> !question(0).facts().containsKey(each))
            .toList();

    private final Table table = new Table(List.of("what", "Remit", "bare program", "ratio"));

    /** Some work that can fail to read or write. */
    private interface Work {
        void run() throws IOException;
    }

    /** The table of all figures. */
    String measure() throws IOException {
        Path few = Trial.FOLDER.resolve("records-few");
        Path projects = Trial.FOLDER.resolve("records-projects");
        Path distinct = Trial.FOLDER.resolve("records-distinct");
        write(few, i -> question(i % 500));
        write(projects, RecordFigures::question);
        write(distinct, this::distinct);
        String count = String.format(Locale.ROOT, "%,d records", RECORDS);
        row(
                "verify " + count + ", beside SHA-256 of each line",
                () -> RecordFolder.at(few).verify(List.of(), List.of()),
                () -> hash(few));
        row("replay " + count + " of 500 questions, beside reading their JSON", () -> replay(few), () -> read(few));
        row(
                "replay " + count + " of as many projects, beside reading their JSON",
                () -> replay(projects),
                () -> read(projects));
        row(
                "replay " + count + " that differ in what is known, beside reading their JSON",
                () -> replay(distinct),
                () -> read(distinct));
        double recording = recording();
        double forcing = forcing();
        row("record 2,000 decisions a second, 99th percentile, beside forcing a line to disk", recording, forcing);
        return table.toString();
    }

    private void row(String what, Work remit, Work bare) throws IOException {
        nanos(bare);
        nanos(remit);
        row(what, nanos(remit), nanos(bare));
    }

    private void row(String what, double remit, double bare) {
        table.row(List.of(
                what,
                Figures.time(OptionalDouble.of(remit)),
                Figures.time(OptionalDouble.of(bare)),
                Figures.number(OptionalDouble.of(remit / bare))));
    }

    private static double nanos(Work work) throws IOException {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    /** A decision point whose directory knows every project, so that as many questions can differ as are wanted. */
    private DecisionPoint decisions(RecordLog log) {
        Directory everything = (person, project, moment) -> DirectoryAnswer.of(
                Optional.empty(),
                project.map(id -> ProjectAttributes.of("status", "active").and("kind", "research")));
        return bundle.decisionPoint().withDirectory(everything).recordedBy(log);
    }

    private static Question question(int project) {
        return Question.may("researcher")
                .perform("view")
                .onLevel("4")
                .forProject("p" + project)
                .given("named-on-project", "secure-environment-access");
    }

    /** A question that differs from all others in the facts that are stated. */
    private Question distinct(int number) {
        Question question = question(number % 500);
        for (int i = 0; i < facts.size() && number >> i > 0; i++) {
            question = (number >> i & 1) == 0 ? question : question.given(facts.get(i));
        }
        return question;
    }

    private void write(Path folder, IntFunction<Question> questions) throws IOException {
        try (RecordLog log = RecordLog.open(folder, bundle.decisionPoint().identity(), RecordSettings.written())) {
            DecisionPoint decisions = decisions(log);
            for (int i = 0; i < RECORDS; i++) {
                decisions.decideEach(questions.apply(i));
            }
        }
    }

    private void replay(Path folder) throws IOException {
        if (RecordReplay.of(RecordFolder.at(folder), bundle.decisionPoint()).answers() < RECORDS) {
            throw new IllegalStateException("not all was replayed");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> String.valueOf(each.getFileName()).startsWith("records-"))
                    .sorted()
                    .toList();
        }
    }

    private static void hash(Path folder) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        int sum = 0;
        for (Path file : files(folder)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                byte[] line = new byte[1 << 20];
                int length = 0;
                for (int next = in.read(); next >= 0; next = in.read()) {
                    if (next == '\n') {
                        digest.update(line, 0, length);
                        sum += digest.digest()[0];
                        length = 0;
                    } else {
                        line[length++] = (byte) next;
                    }
                }
            }
        }
        keep(sum);
    }

    private static void read(Path folder) throws IOException {
        JsonFactory factory = new JsonFactory();
        int sum = 0;
        for (Path file : files(folder)) {
            try (JsonParser parser = factory.createParser(file.toFile())) {
                while (parser.nextToken() != null) {
                    sum += parser.getTextLength();
                }
            }
        }
        keep(sum);
    }

    /** Uses a result, so that it has to be worked out. */
    private static void keep(int sum) {
        if (sum == 42) {
            System.out.println("a sum");
        }
    }

    private double recording() throws IOException {
        Path folder = Trial.FOLDER.resolve("records-durable");
        try (RecordLog log = RecordLog.open(folder, bundle.decisionPoint().identity(), RecordSettings.durable())) {
            DecisionPoint decisions = decisions(log);
            return percentile(i -> decisions.decideEach(question(i)));
        }
    }

    private static double forcing() throws IOException {
        byte[] line = new byte[LINE];
        try (FileChannel file = FileChannel.open(
                Trial.FOLDER.resolve("forced"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            return percentile(i -> {
                file.write(ByteBuffer.wrap(line));
                file.force(false);
            });
        }
    }

    /** Something that is done again and again. */
    private interface Step {
        void run(int i) throws IOException;
    }

    /** The 99th percentile of how long a step takes when it is begun at most 2,000 times a second. */
    private static double percentile(Step step) throws IOException {
        long[] took = new long[PACED];
        long due = System.nanoTime() + PERIOD;
        for (int i = 0; i < PACED; i++) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long begun = System.nanoTime();
            step.run(i);
            long now = System.nanoTime();
            took[i] = now - begun;
            due = Math.max(due + PERIOD, now);
        }
        Arrays.sort(took);
        return took[(int) (PACED * 0.99)];
    }
}
