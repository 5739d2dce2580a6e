package dev.remit.record;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A process that decides and records until it is killed, and prints the number of each record that it answered. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        DecisionPoint decisions = Office.bundle().decisionPoint();
        RecordLog log = RecordLog.open(
                DiskFolder.writing(Path.of(arguments[0])),
                decisions.identity(),
                RecordSettings.durable().signingEvery(100, Duration.ofMillis(50)),
                new LogKeys(Optional.of(Logs.KEY), Optional.empty()),
                Logs.CLOCK);
        DecisionPoint recorded = decisions.recordedBy(log);
        Question question = Office.may("reader").given("named");
        for (int i = 0; i < 4; i++) {
            Thread writer = new Thread(() -> {
                try {
                    while (true) {
                        long seq = recorded.enforce(question, Office.ALL)
                                .decision()
                                .record()
                                .orElseThrow();
                        synchronized (System.out) {
                            System.out.println(seq);
                        }
                    }
                } catch (Exception failed) {
                    failed.printStackTrace();
                    System.exit(1);
                }
            });
            writer.start();
        }
    }
}
