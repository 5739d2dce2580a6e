package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.signing.Hash;
import dev.remit.signing.TreeHasher;

/** A record in the form of its line. */
final class RecordLine {
    /** The most bytes of a line that is written or read. */
    static final int LONGEST = 16 << 20;

    private final byte[] bytes;
    private final Hash hash;

    private RecordLine(byte[] bytes, Hash hash) {
        this.bytes = bytes;
        this.hash = hash;
    }

    static RecordLine compose(Draft draft, long seq, String at, Hash prev, TreeHasher hasher) {
        String members = draft.members().apply(seq);
        String line = RecordHead.SEQ + seq + RecordHead.AT + at + RecordHead.KIND + draft.kind() + RecordHead.PREV
                + prev.hex() + "\"" + (members.isEmpty() ? "" : ",") + members + "}\n";
        byte[] bytes = line.getBytes(UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("a record of " + bytes.length + " bytes is longer than " + LONGEST);
        }
        if (RecordHead.parse(bytes, 0, bytes.length - 1).isEmpty()) {
            throw new IllegalArgumentException("a record's members hold no control characters");
        }
        return new RecordLine(bytes, hasher.leaf(bytes, 0, bytes.length - 1));
    }

    /** The line, with its end. */
    byte[] bytes() {
        return bytes;
    }

    /** The hash of the line without its end: its leaf in the tree, and its hash in the next record. */
    Hash hash() {
        return hash;
    }
}
