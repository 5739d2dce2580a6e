package replay;

import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.record.RecordReplay;
import dev.remit.record.Replayed;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Replays a folder of records under another policy on Spark: each part of the lines by itself, and then the sums.
 *
 * @param bundle where the other policy is on every machine
 */
record ReplayJob(String bundle) implements Serializable {
    /** How often each answer turns round, by what was asked and how it turns; and under {@code answers}, how many there were. */
    Map<String, Long> run(JavaSparkContext spark, String records) {
        return new TreeMap<>(spark.textFile(records + "/records-*.jsonl*")
                .mapPartitionsToPair(this::counts)
                .reduceByKey(Long::sum)
                .collectAsMap());
    }

    private Iterator<Tuple2<String, Long>> counts(Iterator<String> lines) {
        try {
            return counts(RecordReplay.ofLines(lines, Loaded.decisions(bundle))).iterator();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static List<Tuple2<String, Long>> counts(Replayed replayed) {
        List<Tuple2<String, Long>> counts = new ArrayList<>();
        counts.add(new Tuple2<>("answers", replayed.answers()));
        replayed.flips()
                .forEach(flip -> counts.add(new Tuple2<>(
                        flip.from() + " to " + flip.to() + ": " + flip.role() + " by " + flip.rules(),
                        (long) flip.records().size())));
        replayed.unknownWords()
                .forEach(each -> counts.add(
                        new Tuple2<>("unknown " + each.what(), (long) each.records().size())));
        return counts;
    }

    /** The policy, loaded once on each machine. */
    private static final class Loaded {
        private static DecisionPoint decisions;

        static synchronized DecisionPoint decisions(String bundle) {
            if (decisions == null) {
                decisions = Remit.load(Path.of(bundle)).decisionPoint();
            }
            return decisions;
        }
    }
}
