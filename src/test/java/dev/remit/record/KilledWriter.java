package dev.remit.record;

import java.nio.file.Path;
import java.util.List;

/** A process that writes a log until it is killed, and prints the number of each record that it answered. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        RecordStore store =
                Logs.open(DiskFolder.writing(Path.of(arguments[0])), Logs.settings(RecordMode.DURABLE, 40_000, 500));
        store.append(List.of(
                Logs.draft("started"),
                new Draft(
                        "recovered",
                        seq -> "\"files\":[\""
                                + String.join(
                                        "\",\"",
                                        store.torn().stream()
                                                .map(TornFile::name)
                                                .toList())
                                + "\"]")));
        for (int i = 0; i < 4; i++) {
            Thread writer = new Thread(() -> {
                try {
                    while (true) {
                        long seq = store.append(List.of(Logs.draft("x".repeat(300))));
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
