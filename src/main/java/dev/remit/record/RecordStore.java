package dev.remit.record;

import dev.remit.signing.Frontier;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A log for appending: it accepts records from any number of threads, and returns when they are as safe as the mode
 * requires.
 *
 * <p>One of the waiting threads writes for all of them, so that they share one force. After a failed write or force the
 * content of the disk is unknown; the log then accepts nothing until it is opened again.
 */
final class RecordStore implements Closeable {
    private final Closeable folderLock;
    private final StoreSettings settings;
    private final InstantSource clock;
    private final LogWriter writer;
    private final Composer composer;
    private final List<TornFile> torn;

    private final ReentrantLock turn = new ReentrantLock();
    private final Condition changed = turn.newCondition();
    private long committed;
    private boolean isWriting;
    private boolean isClosed;
    private Optional<Throwable> failure = Optional.empty();
    private Instant lastSigned;

    private RecordStore(
            Closeable folderLock, StoreSettings settings, InstantSource clock, LogWriter writer, OpenedLog log) {
        this.folderLock = folderLock;
        this.settings = settings;
        this.clock = clock;
        this.writer = writer;
        composer = new Composer(log, settings.largestFile());
        torn = log.torn();
        committed = log.frontier().size();
        lastSigned = clock.instant();
    }

    /**
     * Opens a log, or begins a new one.
     *
     * @throws LogException if another writer has it open, or it lacks records that a checkpoint covers
     */
    static RecordStore open(LogFolder folder, StoreSettings settings, InstantSource clock) throws IOException {
        Closeable lock = folder.lock();
        boolean isOpen = false;
        try {
            refuseOtherOrigin(folder, settings);
            OpenedLog log = Opening.open(folder);
            RecordStore store = new RecordStore(lock, settings, clock, new LogWriter(folder, settings, log), log);
            isOpen = true;
            return store;
        } finally {
            if (!isOpen) {
                lock.close();
            }
        }
    }

    private static void refuseOtherOrigin(LogFolder folder, StoreSettings settings) throws IOException {
        Optional<String> signed = CheckpointFile.read(folder)
                .newest()
                .map(newest -> newest.checkpoint().origin());
        Optional<String> ours = settings.checkpoints().map(StoreSettings.Checkpoints::origin);
        if (signed.isPresent() && ours.isPresent() && !signed.equals(ours)) {
            throw new LogException(
                    "the origin of the log is `" + signed.get() + "`, and the key's name is `" + ours.get() + "`");
        }
    }

    /**
     * The files with torn bytes that no record of kind {@code recovered} names yet; the caller must append one that
     * names them all.
     */
    List<TornFile> torn() {
        return torn;
    }

    /** The number of records that are as safe as the mode requires. */
    long size() {
        turn.lock();
        try {
            return committed;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Appends records that belong together, with nothing between them, and returns when they are as safe as the mode
     * requires.
     *
     * @return the number of the first
     * @throws IOException if they may not be safe; then no answer may be given
     */
    long append(List<Draft> drafts) throws IOException {
        turn.lock();
        try {
            refuseUnlessOpen();
            long first = composer.size();
            composer.add(drafts, RecordTime.text(clock.instant()));
            long end = composer.size();
            while (committed < end) {
                refuseAfterFailure();
                if (isWriting) {
                    changed.awaitUninterruptibly();
                } else {
                    writeForAll();
                }
            }
            return first;
        } finally {
            turn.unlock();
        }
    }

    /** Signs a checkpoint over all records, unless the newest covers them already. */
    void checkpoint() throws IOException {
        turn.lock();
        try {
            awaitQuiet();
            refuseUnlessOpen();
            Frontier end = composer.take().end();
            alone(() -> writer.checkpoint(end));
            lastSigned = clock.instant();
            refuseAfterFailure();
        } finally {
            turn.unlock();
        }
    }

    /** Signs a checkpoint if enough time has passed and nobody writes; to be called by a timer. */
    void checkpointIfDue() throws IOException {
        boolean isDue;
        turn.lock();
        try {
            isDue = !isClosed && failure.isEmpty() && isDue(committed);
        } finally {
            turn.unlock();
        }
        if (isDue) {
            checkpoint();
        }
    }

    private interface Io {
        void run() throws IOException;
    }

    /** Does work on the disk without the lock, so that others can queue meanwhile. */
    private void alone(Io io) {
        isWriting = true;
        turn.unlock();
        Optional<Throwable> failed = Optional.empty();
        try {
            io.run();
        } catch (Throwable any) {
            failed = Optional.of(any);
        }
        turn.lock();
        if (failed.isPresent()) {
            failure = failed;
        }
        isWriting = false;
        changed.signalAll();
    }

    private void writeForAll() {
        Composer.Batch batch = composer.take();
        alone(() -> writer.write(batch));
        if (failure.isPresent()) {
            return;
        }
        committed = batch.end().size();
        if (isDue(committed)) {
            // Others continue while this thread signs, except on the disk.
            alone(() -> writer.checkpoint(batch.end()));
            lastSigned = clock.instant();
        }
    }

    /** Whether a checkpoint is due. A clock that was set back counts as time that passed. */
    private boolean isDue(long size) {
        return settings.checkpoints()
                .filter(plan -> size > writer.signedSize())
                .filter(plan -> size - writer.signedSize() >= plan.everyRecords()
                        || Duration.between(lastSigned, clock.instant()).abs().compareTo(plan.every()) >= 0)
                .isPresent();
    }

    private void awaitQuiet() {
        while (isWriting || (failure.isEmpty() && !composer.isEmpty())) {
            changed.awaitUninterruptibly();
        }
    }

    private void refuseUnlessOpen() throws LogException {
        if (isClosed) {
            throw new LogException("the log is closed");
        }
        refuseAfterFailure();
    }

    private void refuseAfterFailure() throws LogException {
        if (failure.isPresent()) {
            throw new LogException(
                    "the log could not be written, and takes nothing more until it is opened again: "
                            + failure.get().getMessage(),
                    failure.get());
        }
    }

    /**
     * Completes waiting appends, signs a last checkpoint and releases the lock. After a failure it only releases the
     * lock.
     */
    @Override
    public void close() throws IOException {
        close(List.of());
    }

    /** Closes the log behind some last records. */
    void close(List<Draft> last) throws IOException {
        turn.lock();
        try {
            if (isClosed) {
                return;
            }
            isClosed = true;
            awaitQuiet();
            try {
                if (failure.isEmpty()) {
                    finish(last);
                }
            } finally {
                release();
            }
        } finally {
            turn.unlock();
        }
    }

    private void finish(List<Draft> last) throws IOException {
        if (!last.isEmpty()) {
            composer.add(last, RecordTime.text(clock.instant()));
            Composer.Batch batch = composer.take();
            writer.write(batch);
            committed = batch.end().size();
        }
        writer.finish(composer.take().end());
    }

    /** Releases the lock without a checkpoint, for a log that could not be begun. */
    void abandon() throws IOException {
        turn.lock();
        try {
            if (!isClosed) {
                isClosed = true;
                release();
            }
        } finally {
            turn.unlock();
        }
    }

    private void release() throws IOException {
        try {
            writer.close();
        } finally {
            folderLock.close();
        }
    }
}
