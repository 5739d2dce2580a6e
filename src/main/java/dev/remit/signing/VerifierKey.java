package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public Ed25519 key with its name, as a C2SP verifier key: {@code name+id+key}. The id is a short hash of name and
 * key, by which signatures refer to their key.
 */
public final class VerifierKey {
    static final int ID_BYTES = 4;

    /** The type of signatures that C2SP gives to Ed25519. */
    private static final byte TYPE = 0x01;

    /** The bytes before the 32 bytes of an Ed25519 key in X.509. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private final KeyName name;
    private final byte[] id;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(KeyName name, byte[] raw) throws RejectedException {
        this.name = name;
        this.raw = raw;
        this.id = idOf(name, raw);
        this.key = publicKey(raw);
    }

    static VerifierKey of(KeyName name, PublicKey key) throws RejectedException {
        byte[] encoded = key.getEncoded();
        if (encoded.length != X509_PREFIX.length + KEY_BYTES
                || !Arrays.equals(encoded, 0, X509_PREFIX.length, X509_PREFIX, 0, X509_PREFIX.length)) {
            throw new RejectedException("expected an Ed25519 key");
        }
        return new VerifierKey(name, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
    }

    /** Reads {@code name+id+key}. */
    public static VerifierKey parse(String text) throws RejectedException {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new RejectedException("expected a verifier key, written `name+id+key`");
        }
        KeyName name = KeyName.parse(parts[0]);
        byte[] typed = StrictText.base64(parts[2], "the key of a verifier key");
        if (typed.length != 1 + KEY_BYTES || typed[0] != TYPE) {
            throw new RejectedException("expected a verifier key for Ed25519");
        }
        VerifierKey key = new VerifierKey(name, Arrays.copyOfRange(typed, 1, typed.length));
        if (!parts[1].equals(key.id())) {
            throw new RejectedException("the id of the verifier key `" + name + "` is not that of its name and key");
        }
        return key;
    }

    /** Reads a file that holds one verifier key on one line. */
    public static VerifierKey read(Path file) throws IOException, RejectedException {
        String text = KeyFile.readText(file);
        return parse(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    private static byte[] idOf(KeyName name, byte[] raw) {
        MessageDigest sha = Sha256.digest();
        sha.update(name.value().getBytes(UTF_8));
        sha.update((byte) '\n');
        sha.update(TYPE);
        return Arrays.copyOf(sha.digest(raw), ID_BYTES);
    }

    private static PublicKey publicKey(byte[] raw) throws RejectedException {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException noKey) {
            throw new RejectedException("expected the 32 bytes of an Ed25519 key");
        }
    }

    /** The key's name. */
    public KeyName name() {
        return name;
    }

    /** The key's id: 8 hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(id);
    }

    /** Whether this is the same key as another, whatever name each goes by. */
    public boolean isSameKey(VerifierKey other) {
        return Arrays.equals(raw, other.raw);
    }

    /** Whether a signature over a text was made with the private half of this key. */
    public boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException unusable) {
            // A key that is no point on the curve is only found here; it signs nothing.
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(raw, key.raw);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(raw);
    }

    /** The verifier key in its format. */
    @Override
    public String toString() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = TYPE;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + id() + "+" + StrictText.base64(typed);
    }
}
