package dev.remit.record;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has a checkpoint signed when it is due, also while nobody asks. Its thread ends with the process. */
final class CheckpointTimer {
    private final ScheduledExecutorService thread;

    private CheckpointTimer(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    /** Signs a checkpoint if one is due. */
    @FunctionalInterface
    interface Signing {
        void signIfDue() throws IOException;
    }

    static CheckpointTimer start(Signing signing, Duration every) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "remit-checkpoints");
            worker.setDaemon(true);
            return worker;
        });
        long nanos = Math.max(1, every.toNanos());
        var unused = thread.scheduleWithFixedDelay(() -> attempt(signing), nanos, nanos, TimeUnit.NANOSECONDS);
        return new CheckpointTimer(thread);
    }

    private static void attempt(Signing signing) {
        try {
            signing.signIfDue();
        } catch (IOException failed) {
            // The log remembers it, and answers nothing more.
        }
    }

    void stop() {
        thread.shutdown();
    }
}
