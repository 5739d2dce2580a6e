package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.signing.Checkpoint;
import dev.remit.signing.Frontier;
import dev.remit.signing.SignedNote;
import dev.remit.signing.TreeHasher;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes batches to files in an order that leaves a usable log after a loss of power at any moment: a file is forced
 * before the next is begun, a frontier before the file it belongs to, records before a checkpoint covers them. For one
 * thread at a time.
 */
final class LogWriter implements Closeable {
    private final LogFolder folder;
    private final StoreSettings settings;
    private final TreeHasher hasher = new TreeHasher();
    private Optional<LogFile> file = Optional.empty();
    private Optional<LogFile> checkpoints = Optional.empty();
    private boolean isForced;
    private long signedSize;

    LogWriter(LogFolder folder, StoreSettings settings, OpenedLog log) throws IOException {
        this.folder = folder;
        this.settings = settings;
        signedSize = log.signedSize();
        if (log.file().isPresent()) {
            file = Optional.of(folder.extend(log.file().get().name()));
        }
        if (folder.names().contains(CheckpointFile.NAME)) {
            checkpoints = Optional.of(folder.extend(CheckpointFile.NAME));
            // Another process may have ended between writing and forcing it.
            checkpoints.get().force();
        }
    }

    long signedSize() {
        return signedSize;
    }

    void write(Composer.Batch batch) throws IOException {
        boolean isNamed = true;
        for (Composer.Chunk chunk : batch.chunks()) {
            if (chunk.opens().isPresent()) {
                begin(chunk.opens().get());
                isNamed = false;
            }
            isForced = false;
            file.orElseThrow().write(chunk.bytes().toByteArray());
        }
        if (settings.mode() == RecordMode.DURABLE) {
            force();
        }
        if (!isNamed) {
            folder.forceNames();
        }
    }

    /** Closes the full file, with a checkpoint, and begins a new one. */
    private void begin(Frontier before) throws IOException {
        if (file.isPresent()) {
            force();
            file.get().close();
            file = Optional.empty();
            folder.forceNames();
            checkpoint(before);
        }
        Segment segment = Segment.starting(before.size());
        folder.put(segment.frontierName(), Segment.bytes(before));
        file = Optional.of(folder.create(segment.name()));
    }

    private void force() throws IOException {
        if (!isForced && file.isPresent()) {
            file.get().force();
        }
        isForced = true;
    }

    /** Signs a checkpoint, if there is a key and something new; first forces the records, in either mode. */
    void checkpoint(Frontier end) throws IOException {
        if (settings.checkpoints().isEmpty() || end.size() <= signedSize) {
            return;
        }
        force();
        StoreSettings.Checkpoints plan = settings.checkpoints().get();
        Checkpoint checkpoint = new Checkpoint(plan.origin(), end.size(), end.root(hasher));
        byte[] note = (SignedNote.sign(checkpoint.text(), plan.key()) + "\n").getBytes(UTF_8);
        if (checkpoints.isEmpty()) {
            checkpoints = Optional.of(folder.create(CheckpointFile.NAME));
        }
        checkpoints.get().write(note);
        checkpoints.get().force();
        if (signedSize == 0) {
            folder.forceNames();
        }
        signedSize = end.size();
    }

    /** Forces the bytes that the mode left to the system. */
    void finish(Frontier end) throws IOException {
        force();
        checkpoint(end);
    }

    @Override
    public void close() throws IOException {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } finally {
            if (checkpoints.isPresent()) {
                checkpoints.get().close();
            }
        }
    }
}
