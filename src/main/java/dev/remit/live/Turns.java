package dev.remit.live;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Gives out turns of work, one at a time and none after the last: to whoever asks for one, and to a thread of its own. */
final class Turns {
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition closing = turn.newCondition();
    private volatile boolean isClosed;
    private volatile @Nullable Thread watcher;

    /** Does work in a turn, after those before it. */
    void take(Runnable work) {
        turn.lock();
        try {
            if (!isClosed) {
                work.run();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Does work in a turn, if nobody else has one. */
    void takeIfFree(Runnable work) {
        if (turn.tryLock()) {
            try {
                if (!isClosed) {
                    work.run();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /** Does work again and again, on a thread of its own, until the last turn. */
    void repeat(Duration pause, Runnable work) {
        Thread thread = new Thread(() -> watch(pause, work), "remit-live");
        thread.setDaemon(true);
        watcher = thread;
        thread.start();
    }

    private void watch(Duration pause, Runnable work) {
        turn.lock();
        try {
            while (!isClosed) {
                // Returns early only to close, or for no reason, which does no harm.
                boolean isEarly = closing.awaitNanos(pause.toNanos()) > 0;
                if (!isClosed && !isEarly) {
                    work.run();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Does work in the last turn, and waits for the thread to end.
     *
     * @return whether it was the last; not if there was a last one before
     */
    boolean last(Runnable work) {
        turn.lock();
        try {
            if (isClosed) {
                return false;
            }
            isClosed = true;
            work.run();
            closing.signalAll();
        } finally {
            turn.unlock();
        }
        join();
        return true;
    }

    /** Waits for the thread to end, unless it waits for whoever closes this: a listener that was called during a turn. */
    private void join() {
        Thread thread = watcher;
        if (thread == null || turn.isHeldByCurrentThread()) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
