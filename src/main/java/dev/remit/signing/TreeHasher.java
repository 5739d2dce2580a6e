package dev.remit.signing;

import java.security.MessageDigest;

/**
 * Hashes leaves and nodes of a Merkle tree as RFC 6962 does: SHA-256, with a 0 byte before a leaf and a 1 byte before two
 * children. Not for use by several threads at once.
 */
public final class TreeHasher {
    /** The root of the tree without leaves. */
    public static final Hash EMPTY = new Hash(Sha256.of(new byte[0]));

    private final MessageDigest sha = Sha256.digest();

    /** A hasher, for one thread. */
    public TreeHasher() {}

    /** The hash of a leaf. */
    public Hash leaf(byte[] data) {
        return leaf(data, 0, data.length);
    }

    /** The hash of a leaf within a larger array. */
    public Hash leaf(byte[] data, int from, int length) {
        sha.update((byte) 0);
        sha.update(data, from, length);
        return new Hash(sha.digest());
    }

    /** The hash of a node above two subtrees. */
    public Hash node(Hash left, Hash right) {
        sha.update((byte) 1);
        sha.update(left.bytes());
        sha.update(right.bytes());
        return new Hash(sha.digest());
    }
}
