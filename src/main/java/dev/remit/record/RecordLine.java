package dev.remit.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.remit.signing.Hash;
import dev.remit.signing.TreeHasher;

/** A record in the form of its line. */
final class RecordLine {
    /** The most bytes of a line that is written or read. */
    static final int LONGEST = 16 << 20;

    private static final byte[] END = {'}', '\n'};

    private final byte[] bytes;
    private final Hash hash;

    private RecordLine(byte[] bytes, Hash hash) {
        this.bytes = bytes;
        this.hash = hash;
    }

    static RecordLine compose(Draft draft, long seq, String at, Hash prev, TreeHasher hasher) {
        byte[] between = draft.between().apply(seq).getBytes(US_ASCII);
        byte[] head = (RecordHead.SEQ + seq + RecordHead.AT + at + RecordHead.KIND + draft.kind() + RecordHead.PREV
                        + prev.hex() + "\"")
                .getBytes(US_ASCII);
        int members = draft.before().length + between.length + draft.after().length;
        byte[] bytes = new byte[head.length + (members == 0 ? 0 : 1) + members + END.length];
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("a record of " + bytes.length + " bytes is longer than " + LONGEST);
        }
        int to = put(head, bytes, 0);
        if (members > 0) {
            bytes[to++] = ',';
        }
        to = put(draft.before(), bytes, to);
        to = put(between, bytes, to);
        to = put(draft.after(), bytes, to);
        put(END, bytes, to);
        return new RecordLine(bytes, hasher.leaf(bytes, 0, bytes.length - 1));
    }

    private static int put(byte[] some, byte[] into, int at) {
        System.arraycopy(some, 0, into, at, some.length);
        return at + some.length;
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
