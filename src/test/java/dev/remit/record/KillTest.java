package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer is killed at random points, again and again over the same folder. It shows that recovery works on a real disk; that
 * what was forced survives a loss of power it cannot show. {@code -Dremit.kills=1000} kills more often.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("remit.kills", 20);

    @TempDir
    Path folder;

    @Test
    void losesNoAnswerWhenItIsKilled() throws Exception {
        Random random = new Random(11);
        Set<Long> answered = new TreeSet<>();
        for (int i = 0; i < KILLS; i++) {
            Path errors = folder.resolveSibling(folder.getFileName() + ".errors");
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledWriter.class.getName(),
                            folder.toString())
                    .redirectError(errors.toFile())
                    .start();
            int before = answered.size();
            int patience = 1 + random.nextInt(60);
            try (BufferedReader said = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    answered.add(Long.parseLong(line));
                    if (answered.size() == before + patience) {
                        // Not through the process itself, which would close what it has said.
                        writer.toHandle().destroyForcibly();
                    }
                }
            }
            writer.waitFor();
            assertThat(answered).as(Files.readString(errors)).hasSizeGreaterThan(before);
            Files.delete(errors);
        }
        Logs.open(DiskFolder.writing(folder), Logs.durable(StoreSettings.LARGEST_FILE))
                .close();

        Set<Long> there = new TreeSet<>();
        LogReader.visit(DiskFolder.reading(folder), 0, (head, buffer, from, length) -> {
            if (head.kind().equals("decided")) {
                there.add(head.seq());
            }
        });
        assertThat(there).containsAll(answered);
        // Each process has a key of its own under the same name, so that signatures are left out.
        assertThat(LogVerifier.verify(DiskFolder.reading(folder), List.of(), List.of())
                        .damage())
                .isEmpty();
    }
}
