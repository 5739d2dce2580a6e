package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A proof of a record that can be checked without the log (C2SP tlog-proof): the number of the record, its inclusion
 * proof, and the checkpoint of its tree.
 *
 * @param extra base64 of any bytes, which the proof does not cover
 * @param index the number of the record, from 0
 * @param path the inclusion proof
 * @param note the signed checkpoint
 */
public record LogProof(Optional<String> extra, long index, List<Hash> path, SignedNote note) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** An inclusion proof in any tree has fewer hashes than this. */
    private static final int MOST_HASHES = 63;

    public LogProof {
        path = List.copyOf(path);
        if (index < 0) {
            throw new IllegalArgumentException("no record has the number " + index);
        }
    }

    /** Reads a proof. */
    public static LogProof parse(byte[] bytes) throws RejectedException {
        if (bytes.length > SignedNote.LARGEST) {
            throw new RejectedException("expected a proof of at most " + SignedNote.LARGEST + " bytes");
        }
        String text = StrictText.utf8(bytes, "a proof");
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new RejectedException("expected a proof: some lines, an empty line, and a checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        if (!lines.get(0).equals(FIRST_LINE)) {
            throw new RejectedException("expected `" + FIRST_LINE + "` on the first line of a proof");
        }
        int next = 1;
        Optional<String> extra = Optional.empty();
        if (next < lines.size() && lines.get(next).startsWith(EXTRA)) {
            extra = Optional.of(lines.get(next).substring(EXTRA.length()));
            StrictText.base64(extra.get(), "the extra data of a proof");
            next++;
        }
        if (next >= lines.size() || !lines.get(next).startsWith(INDEX)) {
            throw new RejectedException("expected a line `index` and a number in a proof");
        }
        long index = StrictText.number(lines.get(next).substring(INDEX.length()), "the index of a proof");
        List<String> hashes = lines.subList(next + 1, lines.size());
        if (hashes.size() > MOST_HASHES) {
            throw new RejectedException("expected a proof of at most " + MOST_HASHES + " hashes");
        }
        List<Hash> path = new ArrayList<>();
        for (String hash : hashes) {
            path.add(Hash.parseBase64(hash));
        }
        return new LogProof(extra, index, path, SignedNote.parse(text.substring(end + 2)));
    }

    /**
     * Checks the proof of a record and returns the checkpoint of its tree.
     *
     * @param leaf the hash of the record
     * @param known the keys whose checkpoints are accepted
     * @throws RejectedException if no known key signed the checkpoint, or the record is not in its tree
     */
    public Checkpoint verify(Hash leaf, Collection<VerifierKey> known) throws RejectedException {
        note.signers(known);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (index >= checkpoint.size()
                || !new InclusionProof(index, checkpoint.size(), path).proves(leaf, checkpoint.root())) {
            throw new RejectedException(
                    "the record is not number " + index + " of the log `" + checkpoint.origin() + "`");
        }
        return checkpoint;
    }

    /** The proof in its format. */
    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    /** The proof in its format. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        extra.ifPresent(base64 -> text.append(EXTRA).append(base64).append('\n'));
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }
}
