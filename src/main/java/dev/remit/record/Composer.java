package dev.remit.record;

import dev.remit.signing.Frontier;
import dev.remit.signing.GrowingTree;
import dev.remit.signing.Hash;
import dev.remit.signing.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives records their numbers, chains them and hands them out in batches. For one thread at a time. */
final class Composer {
    private final TreeHasher hasher = new TreeHasher();
    private final long largestFile;
    private final GrowingTree tree;
    private Hash last;

    /** How full the file is that the next record would go into; a file that is not there is full. */
    private long fileBytes;

    private boolean hasFile;
    private List<Chunk> chunks = new ArrayList<>();

    /**
     * Bytes for one file.
     *
     * @param opens for a new file, the frontier of what is before it
     */
    record Chunk(Optional<Frontier> opens, ByteArrayOutputStream bytes) {}

    /**
     * What one write takes.
     *
     * @param end the frontier after it
     */
    record Batch(List<Chunk> chunks, Frontier end) {}

    Composer(OpenedLog log, long largestFile) {
        this.largestFile = largestFile;
        tree = new GrowingTree(hasher, log.frontier());
        last = log.last();
        hasFile = log.file().isPresent();
        fileBytes = log.fileBytes();
    }

    /** How many records there are, those included that are not written yet. */
    long size() {
        return tree.size();
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** Takes records that belong together; all or, if one of them is none, nothing. */
    void add(List<Draft> drafts, String at) {
        List<RecordLine> lines = new ArrayList<>();
        Hash prev = last;
        for (Draft draft : drafts) {
            RecordLine line = RecordLine.compose(draft, tree.size() + lines.size(), at, prev, hasher);
            lines.add(line);
            prev = line.hash();
        }
        lines.forEach(this::add);
    }

    private void add(RecordLine line) {
        int length = line.bytes().length;
        if (!hasFile || (fileBytes > 0 && fileBytes + length > largestFile)) {
            chunks.add(new Chunk(Optional.of(tree.frontier()), new ByteArrayOutputStream()));
            hasFile = true;
            fileBytes = 0;
        } else if (chunks.isEmpty()) {
            chunks.add(new Chunk(Optional.empty(), new ByteArrayOutputStream()));
        }
        chunks.get(chunks.size() - 1).bytes().writeBytes(line.bytes());
        fileBytes += length;
        last = line.hash();
        tree.append(line.hash());
    }

    /** Hands out all records that were not handed out yet. */
    Batch take() {
        Batch batch = new Batch(chunks, tree.frontier());
        chunks = new ArrayList<>();
        return batch;
    }
}
