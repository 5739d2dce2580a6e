package dev.remit.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A signature line of a note: an em dash, the key's name, and in base64 its id and the signature.
 *
 * @param name the key's name
 * @param base64 the key's id and the signature
 */
public record NoteSignature(KeyName name, String base64) {
    private static final String DASH = "\u2014 ";

    public NoteSignature {
        if (!isSignature(base64)) {
            throw new IllegalArgumentException("a signature is the base64 of an id and at least one byte");
        }
    }

    static NoteSignature by(SigningKey key, byte[] text) {
        byte[] id = HexFormat.of().parseHex(key.verifier().id());
        byte[] signature = key.sign(text);
        byte[] both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        return new NoteSignature(key.name(), StrictText.base64(both));
    }

    static NoteSignature parse(String line) throws RejectedException {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || !isSignature(line.substring(space + 1))) {
            throw new RejectedException(
                    "expected the lines below the last empty line of a note to be signatures, each an em dash, a name and base64");
        }
        return new NoteSignature(KeyName.parse(line.substring(DASH.length(), space)), line.substring(space + 1));
    }

    private static boolean isSignature(String base64) {
        try {
            return StrictText.base64(base64, "a signature").length > VerifierKey.ID_BYTES;
        } catch (RejectedException notBase64) {
            return false;
        }
    }

    /** The id of the key: 8 hexadecimal digits. */
    public String keyId() {
        return HexFormat.of().formatHex(decoded(), 0, VerifierKey.ID_BYTES);
    }

    /** Whether it claims to be by this key, rightly or not. */
    boolean claims(VerifierKey key) {
        return name.equals(key.name()) && keyId().equals(key.id());
    }

    /** The signature without the id of the key. */
    byte[] signature() {
        byte[] both = decoded();
        return Arrays.copyOfRange(both, VerifierKey.ID_BYTES, both.length);
    }

    private byte[] decoded() {
        return Base64.getDecoder().decode(base64.getBytes(ISO_8859_1));
    }

    /** The line in its format, without its end. */
    String line() {
        return DASH + name + " " + base64;
    }
}
