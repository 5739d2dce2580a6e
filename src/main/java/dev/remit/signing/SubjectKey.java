package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret key that turns ids of people into pseudonyms, for a period. Without it nobody can relate a pseudonym to a
 * person, so destroying it erases the people from everything written with it.
 */
public final class SubjectKey {
    private static final String LINE = "remit-subject-key-1";
    private static final String OPEN = "-";
    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final String id;
    private final LocalDate from;
    private final Optional<LocalDate> until;
    private final byte[] secret;

    private SubjectKey(String id, LocalDate from, Optional<LocalDate> until, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a subject key has 1 to 64 small letters, digits and hyphens, and begins with no hyphen");
        }
        if (until.filter(last -> last.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("the period of a subject key ends before it begins");
        }
        this.id = id;
        this.from = from;
        this.until = until;
        this.secret = secret;
    }

    /**
     * Makes a new key.
     *
     * @param id the id in pseudonyms
     * @param from the first day on which it is used
     * @param until the last day on which it is used, if there is one
     */
    public static SubjectKey generate(String id, LocalDate from, Optional<LocalDate> until) {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SubjectKey(id, from, until, secret);
    }

    static SubjectKey parse(String line) throws RejectedException {
        String[] parts = line.split(" ", -1);
        if (parts.length != 5 || !parts[0].equals(LINE)) {
            throw new RejectedException("expected a subject key, written `" + LINE + " id first-day last-day key`");
        }
        byte[] secret = StrictText.base64(parts[4], "a subject key");
        if (secret.length != KEY_BYTES) {
            throw new RejectedException("expected a subject key of " + KEY_BYTES + " bytes");
        }
        try {
            Optional<LocalDate> until =
                    parts[3].equals(OPEN) ? Optional.empty() : Optional.of(LocalDate.parse(parts[3]));
            return new SubjectKey(parts[1], LocalDate.parse(parts[2]), until, secret);
        } catch (DateTimeException noDay) {
            throw new RejectedException("expected the days of a subject key as `2026-11-29`, or `-` for no last day");
        } catch (IllegalArgumentException wrong) {
            throw new RejectedException(String.valueOf(wrong.getMessage()));
        }
    }

    /** The id in pseudonyms. */
    public String id() {
        return id;
    }

    /** The first day on which it is used. */
    public LocalDate from() {
        return from;
    }

    /** The last day on which it is used, if there is one. */
    public Optional<LocalDate> until() {
        return until;
    }

    boolean isUsedOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }

    /** The pseudonym of an id: {@code hmac:}, the key's id, and the HMAC-SHA-256 of the id in hexadecimal digits. */
    public String pseudonym(String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return "hmac:" + id + ":" + HexFormat.of().formatHex(mac.doFinal(of.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    /** The line for a file of keys. It is secret. */
    String line() {
        return String.join(
                " ", LINE, id, from.toString(), until.map(LocalDate::toString).orElse(OPEN), StrictText.base64(secret));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectKey key
                && id.equals(key.id)
                && from.equals(key.from)
                && until.equals(key.until)
                && Arrays.equals(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The id and the period; never the key. */
    @Override
    public String toString() {
        return "subject key " + id + " from " + from
                + until.map(last -> " until " + last).orElse("");
    }
}
