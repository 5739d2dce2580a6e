package dev.remit.cli;

import dev.remit.diagnostic.Words;
import dev.remit.load.BundleSource;
import dev.remit.load.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit watch}: on every save, what is wrong with a bundle, or what it does now. */
final class Watch implements Verb {
    private static final String ONCE = "--once";
    private static final String AGAINST = "--against";
    private static final String LAST_COMMIT = "HEAD";
    private static final long POLL = 300;
    private static final byte[] CLEAR = "\033[H\033[2J\033[3J".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String summary() {
        return "Shows on every save the faults of a bundle or, if there are none, its tests, its proofs, and what differs"
                + " from the last commit.";
    }

    @Override
    public String synopsis() {
        return "watch BUNDLE [--against REVISION] [--once]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle("A folder with a policy, or one policy file."),
                Option.word(
                        AGAINST, "REVISION", "The revision of git to compare with. Left out: the last commit, HEAD."),
                Option.flag(ONCE, "Shows it once, and ends."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Ends with Ctrl-C.",
                "Exit code: with --once 0 if it is sound, all tests pass and all invariants hold, 1 if not; 2 misuse.",
                "",
                "Example:",
                "  remit watch policy/minimal --once");
    }

    @Override
    public int run(Given given, Streams streams) {
        Path path = given.bundle()
                .orElseThrow(() -> new UsageError("expected a bundle to watch, found none", "name its folder"));
        BundleSource source = Bundle.source(path);
        Screen screen = new Screen(path, given.word(AGAINST).orElse(LAST_COMMIT), streams.clock());
        if (given.flag(ONCE)) {
            Screen.Shown shown = screen.show();
            streams.out().say(shown.text());
            return shown.isGood() ? OK : NO;
        }
        if (look(source).isEmpty() && source.folder().isEmpty() && !source.isSingleFile()) {
            throw new UsageError(
                    Words.quoted(path.toString()) + " does not change, so that there is nothing to watch",
                    "name a folder, or use `--once`");
        }
        return watch(source, screen, streams);
    }

    /** Shows the screen on each change that has come to rest, until the process is ended or nobody reads any more. */
    private static int watch(BundleSource source, Screen screen, Streams streams) {
        Optional<String> shown = Optional.of("nothing yet");
        Optional<String> seen = look(source);
        boolean isFirst = true;
        try {
            while (streams.out().isRead()) {
                Optional<String> now = look(source);
                if (isFirst || (now.equals(seen) && !now.equals(shown))) {
                    isFirst = false;
                    shown = now;
                    if (streams.out().hasColours()) {
                        streams.out().bytes(CLEAR);
                    }
                    streams.out().say(screen.show().text() + "\n");
                    streams.out().flush();
                }
                seen = now;
                TimeUnit.MILLISECONDS.sleep(POLL);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return OK;
    }

    /** What tells one state of the bundle from another; empty if it cannot be looked at. */
    private static Optional<String> look(BundleSource source) {
        try {
            return source.fingerprint().map(Fingerprint::text);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
