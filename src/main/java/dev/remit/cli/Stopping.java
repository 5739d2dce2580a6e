package dev.remit.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a program that goes on stop in order: a signal ends its waiting, and the process lives until this is closed, behind all that
 * has to be closed before.
 */
final class Stopping implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private Stopping() {}

    static Stopping prepare() {
        Stopping stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::onSignal, "remit-stop"));
        return stopping;
    }

    private void onSignal() {
        asked.countDown();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until the process is asked to stop; or, if {@code REMIT_STOP_AT_END} is {@code true}, until standard input ends, for
     * programs that start another one and must not leave it behind.
     */
    void await(Streams streams) {
        try {
            if ("true".equals(System.getenv("REMIT_STOP_AT_END"))) {
                int read = streams.in().read();
                while (read >= 0) {
                    read = streams.in().read();
                }
            } else {
                asked.await();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException ended) {
            asked.countDown();
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
