package dev.remit.signing;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash: of a leaf, of a subtree or of a whole tree. */
public final class Hash {
    /** The number of bytes of a hash. */
    public static final int BYTES = 32;

    /** Sixty-four zeros: the hash in place of a record before the first. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    /** Wraps the array, which must not be changed afterwards. */
    Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** The hash with these bytes. */
    public static Hash of(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    /** Reads 64 hexadecimal digits in lower case. */
    public static Hash parseHex(String hex) throws RejectedException {
        if (hex.length() != 2 * BYTES || !StrictText.isLowerHex(hex)) {
            throw new RejectedException("expected a hash of " + 2 * BYTES + " hexadecimal digits in lower case");
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /** Reads standard base64. */
    public static Hash parseBase64(String base64) throws RejectedException {
        byte[] bytes = StrictText.base64(base64, "a hash");
        if (bytes.length != BYTES) {
            throw new RejectedException("expected a hash of " + BYTES + " bytes, found " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** The hash as 64 hexadecimal digits in lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The hash in standard base64. */
    public String base64() {
        return StrictText.base64(bytes);
    }

    /** The bytes themselves, which this room must only read. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
