package dev.remit.http.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the tokens with which a search goes on where a page ended. A token says where, how many, and for which instant; that only
 * this service can have made it, for this very query under this very policy, shows in its authentication code. Nothing is kept.
 */
public final class PageTokens {
    /** The least bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final int CODE_BYTES = 32;
    private static final int PLACE_BYTES = 4 + 4 + 8 + 4;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private PageTokens(byte[] key) {
        this.key = key.clone();
    }

    /** Tokens under a key that is gone when the service starts again. */
    public static PageTokens random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new PageTokens(key);
    }

    /** Tokens under a key, which several services can share. */
    public static PageTokens under(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("key: expected at least " + KEY_BYTES + " bytes");
        }
        return new PageTokens(key);
    }

    /**
     * Where a search goes on.
     *
     * @param offset the first candidate that was not looked at
     * @param limit the most results of a page, as the search states it
     * @param at the instant asked about
     */
    record Place(int offset, int limit, Instant at) {}

    /** The token for a place in the results of a query. */
    String token(Place place, String query) {
        byte[] bytes = bytes(place);
        byte[] code = code(bytes, query);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(PLACE_BYTES + CODE_BYTES)
                        .put(bytes)
                        .put(code)
                        .array());
    }

    /** The place that a token stands for; empty if this service did not make it for this query. */
    Optional<Place> place(String token, String query) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
        if (all.length != PLACE_BYTES + CODE_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(all, PLACE_BYTES);
        if (!MessageDigest.isEqual(code(bytes, query), Arrays.copyOfRange(all, PLACE_BYTES, all.length))) {
            return Optional.empty();
        }
        ByteBuffer place = ByteBuffer.wrap(bytes);
        try {
            return Optional.of(
                    new Place(place.getInt(), place.getInt(), Instant.ofEpochSecond(place.getLong(), place.getInt())));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Place place) {
        Instant at = place.at();
        return ByteBuffer.allocate(PLACE_BYTES)
                .putInt(place.offset())
                .putInt(place.limit())
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .array();
    }

    private byte[] code(byte[] place, String query) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(place);
            return mac.doFinal(query.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("broken invariant of ours: every Java has " + ALGORITHM, impossible);
        }
    }
}
