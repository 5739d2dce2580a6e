package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret token of a caller. The service stores only its digest: a token is so random that nobody can find it from
 * its digest.
 */
public final class CallerToken {
    private static final int SECRET_BYTES = 32;
    private static final String DIGEST = "sha256:";

    private final String text;

    private CallerToken(String text) {
        this.text = text;
    }

    /** Makes a new token. */
    public static CallerToken generate() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new CallerToken(
                "remit_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** The digest of a token, as configurations hold it: {@code sha256:} and 64 hexadecimal digits. */
    public static String digest(String token) {
        return DIGEST + HexFormat.of().formatHex(Sha256.of(token.getBytes(UTF_8)));
    }

    /** Whether a token has a digest. The time this takes does not depend on how much of it matches. */
    public static boolean matches(String token, String digest) {
        return MessageDigest.isEqual(digest(token).getBytes(UTF_8), digest.getBytes(UTF_8));
    }

    /** The digest of this token. */
    public String digest() {
        return digest(text);
    }

    /** Writes the token into a new file that only its owner can read. */
    public void write(Path file) throws IOException {
        KeyFile.writeForOwner(file, text + "\n");
    }

    /** The digest; never the token. */
    @Override
    public String toString() {
        return "token with the digest " + digest();
    }
}
