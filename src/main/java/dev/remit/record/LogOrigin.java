package dev.remit.record;

import dev.remit.json.JsonTree;
import dev.remit.signing.KeyName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finds the name of a log: the one with which it began, else that of its key, else the one that was asked for, else a random one. */
final class LogOrigin {
    private static final String NAMELESS = "remit.invalid/";
    private static final int RANDOM_BYTES = 8;

    private LogOrigin() {}

    /**
     * The name of the log in a folder.
     *
     * @throws LogException if it began with another name than is asked for
     */
    static String of(LogFolder folder, Optional<String> key, Optional<String> asked) throws IOException {
        if (key.isPresent() && asked.isPresent() && !key.equals(asked)) {
            throw new LogException("the log is to be named `" + asked.get() + "`, and the key's name is `" + key.get()
                    + "`; both are the origin of the log");
        }
        Optional<String> wanted = key.or(() -> asked);
        Optional<String> begun = begun(folder);
        if (begun.isPresent() && wanted.isPresent() && !begun.equals(wanted)) {
            throw new LogException(
                    "the log began as `" + begun.get() + "`, and cannot go on as `" + wanted.get() + "`");
        }
        return begun.or(() -> wanted).orElseGet(LogOrigin::random);
    }

    /** A name that nobody else's log has. */
    static String random() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return NAMELESS + HexFormat.of().formatHex(random);
    }

    /** Whether a text can be the name of a log. */
    static boolean isName(String text) {
        try {
            return !new KeyName(text).value().isEmpty();
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    /** The name in the first record that is there and states one, or in the checkpoints. */
    static Optional<String> begun(LogFolder folder) throws IOException {
        List<Segment> segments = Segment.in(folder);
        for (Segment segment : segments.subList(0, Math.min(1, segments.size()))) {
            try (LineReader lines = segment.lines(folder)) {
                if (lines.next()) {
                    Optional<String> stated = JsonTree.parse(
                                    new String(lines.buffer(), lines.from(), lines.length(), StandardCharsets.UTF_8))
                            .flatMap(record -> record.text("origin"));
                    if (stated.isPresent()) {
                        return stated;
                    }
                }
            }
        }
        return CheckpointFile.read(folder)
                .newest()
                .map(newest -> newest.checkpoint().origin());
    }
}
