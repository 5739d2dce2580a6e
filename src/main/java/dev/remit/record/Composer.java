package dev.remit.record;

import dev.remit.signing.Frontier;
import dev.remit.signing.GrowingTree;
import dev.remit.signing.Hash;
import dev.remit.signing.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers records, chains them and collects them in batches. For one thread at a time. */
final class Composer {
    private final TreeHasher hasher = new TreeHasher();
    private final long largestFile;
    private final GrowingTree tree;
    private Hash last;

    /** The bytes in the file that the next record would go into; a file that does not exist counts as full. */
    private long fileBytes;

    private boolean hasFile;
    private List<Chunk> chunks = new ArrayList<>();

    /**
     * Bytes for one file.
     *
     * @param opens for a new file, the frontier of the records before it
     */
    record Chunk(Optional<Frontier> opens, ByteArrayOutputStream bytes) {}

    /**
     * The records of one write.
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

    /** The number of records, including those that are not written yet. */
    long size() {
        return tree.size();
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** Adds records that belong together; if one of them is invalid, none is added. */
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

    /** Returns all records that have not been taken yet. */
    Batch take() {
        Batch batch = new Batch(chunks, tree.frontier());
        chunks = new ArrayList<>();
        return batch;
    }
}
