package replay;

import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.record.RecordFolder;
import dev.remit.record.RecordLog;
import dev.remit.record.RecordReplay;
import dev.remit.record.RecordSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Records many decisions, replays them on Spark under another policy, and compares with a replay on one machine. */
public final class Trial {
    private static final String POLICY = """
            remit: 1
            policy: {id: library, version: "%s", title: Who may read what}
            vocabulary:
              roles: {reader: Reader, librarian: Librarian, visitor: Visitor}
              activities: {read: Read, borrow: Borrow}
              levels: {open: Open, rare: Rare}
              facts:
                member: {title: Member, known-from: caller, changed-by: requester}
                trained: {title: Trained, known-from: caller, changed-by: requester}
            rules:
              - {id: open-to-read, permit: any, to: read, levels: open}
              - {id: to-borrow, permit: [reader, librarian], to: borrow, levels: open, when: member}
              - {id: rare, permit: %s, to: read, levels: rare, when: {all: [member, trained]}}
            """;

    private Trial() {}

    public static void main(String... arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        int records = Integer.parseInt(arguments[1]);
        Path log = Files.createTempDirectory(work, "records");
        Path next = Files.createDirectories(work.resolve("next"));
        Files.writeString(next.resolve("policy.yaml"), POLICY.formatted("2", "librarian"));
        record(log, records);
        long began = System.nanoTime();
        Map<String, Long> onSpark;
        SparkConf local = new SparkConf().setMaster("local[*]").setAppName("replay").set("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(local)) {
            onSpark = new ReplayJob(next.toString()).run(spark, log.toString());
        }
        long ended = System.nanoTime();
        Map<String, Long> onOne = new TreeMap<>();
        ReplayJob.counts(RecordReplay.of(RecordFolder.at(log), Remit.load(next).decisionPoint()))
                .forEach(count -> onOne.merge(count._1(), count._2(), Long::sum));
        onSpark.forEach((what, count) -> System.out.println(count + "  " + what));
        System.out.printf("%d answers on Spark in %.1f s, on one machine in %.1f s%n",
                records, (ended - began) / 1e9, (System.nanoTime() - ended) / 1e9);
        if (!onSpark.equals(onOne) || onSpark.get("answers") != records || onSpark.size() < 2) {
            throw new AssertionError("on one machine: " + onOne);
        }
    }

    private static void record(Path log, int records) throws Exception {
        DecisionPoint decisions = Remit.load(Map.of("policy.yaml", POLICY.formatted("1", "[reader, librarian]")))
                .decisionPoint();
        try (RecordLog kept = RecordLog.open(log, decisions.identity(), RecordSettings.written())) {
            DecisionPoint recorded = decisions.recordedBy(kept);
            List<String> roles = List.of("reader", "librarian", "visitor");
            for (int i = 0; i < records; i++) {
                recorded.decide(Question.may(roles.get(i % 3))
                        .perform(i % 5 == 0 ? "borrow" : "read")
                        .onLevel(i % 7 < 3 ? "rare" : "open")
                        .given("member", i % 2 == 0)
                        .given("trained", i % 4 == 0)
                        .at(Instant.ofEpochSecond(1_700_000_000L + i)));
            }
        }
    }
}
