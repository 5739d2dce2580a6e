package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.signing.KeyName;
import dev.remit.signing.SigningKey;
import dev.remit.signing.VerifierKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Logs for tests. */
final class Logs {
    static final SigningKey KEY = SigningKey.generate(new KeyName("example.org/log"));
    static final List<VerifierKey> KEYS = List.of(KEY.verifier());
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-29T10:00:00.123456789Z"));

    private Logs() {}

    static StoreSettings settings(RecordMode mode, long largestFile, long every) {
        return new StoreSettings(
                mode, largestFile, Optional.of(new StoreSettings.Checkpoints(KEY, every, Duration.ofHours(1))));
    }

    static StoreSettings durable(long largestFile) {
        return settings(RecordMode.DURABLE, largestFile, Long.MAX_VALUE);
    }

    static Draft draft(String text) {
        return Draft.of("decided", "\"text\":\"" + text + "\"");
    }

    /** A log of so many records in files of so many each. */
    static ForgetfulFolder log(int records, int each) throws IOException {
        ForgetfulFolder folder = new ForgetfulFolder();
        for (int i = 0; i < records; i += each) {
            // A file is full with the first record of the next run.
            try (RecordStore store = open(folder, durable(i == 0 ? StoreSettings.LARGEST_FILE : 1))) {
                store.append(List.of(draft("" + i)));
            }
            try (RecordStore store = open(folder, durable(StoreSettings.LARGEST_FILE))) {
                for (int j = i + 1; j < Math.min(records, i + each); j++) {
                    store.append(List.of(draft("" + j)));
                }
            }
        }
        return folder;
    }

    static RecordStore open(LogFolder folder, StoreSettings settings) throws IOException {
        return RecordStore.open(folder, settings, CLOCK);
    }

    static Verification verify(LogFolder folder) throws IOException {
        return LogVerifier.verify(folder, KEYS, List.of());
    }

    static List<String> lines(LogFolder folder) throws IOException {
        List<String> lines = new ArrayList<>();
        LogReader.visit(folder, 0, (head, buffer, from, length) -> lines.add(new String(buffer, from, length, UTF_8)));
        return lines;
    }

    static String records(long first) {
        return Segment.starting(first).name();
    }

    static String frontier(long first) {
        return Segment.starting(first).frontierName();
    }
}
