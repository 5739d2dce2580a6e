package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fingerprint of a sentence: enough to recognise the sentence and to estimate its similarity to others, but not to
 * read it.
 *
 * <p>Typography makes no difference: spaces, line breaks, bullets, footnote marks, quotation marks, kinds of dashes,
 * the final stop, and text that was read in the wrong encoding. Words, capitals and other punctuation do make one.
 *
 * @param digest the first 16 hexadecimal digits of the SHA-256 of the sentence
 * @param sketch 32 hexadecimal digits: a min-hash of the words, four bits a place, of which similar sentences share
 *     many; empty if it is not known
 */
public record Fingerprint(String digest, String sketch) {
    private static final Pattern WRITTEN = Pattern.compile("sha256:([0-9a-f]{16})(?: words:([0-9a-f]{32}))?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int DIGEST_BYTES = 8;
    private static final int PLACES = 32;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The probability that two places agree though the words differ. */
    private static final double BY_CHANCE = 1.0 / 16;

    /**
     * Checks that both parts are present.
     *
     * @param digest the digest
     * @param sketch the sketch, or an empty text
     */
    public Fingerprint {
        requireNonNull(digest, "digest");
        requireNonNull(sketch, "sketch");
    }

    /**
     * The fingerprint of a sentence.
     *
     * @param sentence the sentence as written in its document
     * @return its fingerprint
     */
    public static Fingerprint of(String sentence) {
        String plain = Plain.of(sentence);
        return new Fingerprint(HexFormat.of().formatHex(sha256(plain), 0, DIGEST_BYTES), sketch(plain));
    }

    /**
     * Reads a fingerprint as {@link #toString} writes it.
     *
     * @param written the text from a clause register
     * @return the fingerprint, or empty if it has another form
     */
    public static Optional<Fingerprint> parse(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        return parts.matches()
                ? Optional.of(new Fingerprint(parts.group(1), parts.group(2) == null ? "" : parts.group(2)))
                : Optional.empty();
    }

    /**
     * Whether both are fingerprints of the same sentence.
     *
     * @param other the other fingerprint
     * @return true if no word differs
     */
    public boolean isSame(Fingerprint other) {
        return digest.equals(other.digest);
    }

    /**
     * Estimates the share of words that two sentences have in common.
     *
     * @param other the other fingerprint
     * @return from 0, none, to 1, all; may be wrong by about 0.1
     */
    public double likeness(Fingerprint other) {
        if (isSame(other)) {
            return 1;
        }
        if (sketch.length() != other.sketch.length() || sketch.isEmpty()) {
            return 0;
        }
        int equal = 0;
        for (int i = 0; i < sketch.length(); i++) {
            equal += sketch.charAt(i) == other.sketch.charAt(i) ? 1 : 0;
        }
        return Math.max(0, ((double) equal / sketch.length() - BY_CHANCE) / (1 - BY_CHANCE));
    }

    private static String sketch(String plain) {
        Set<String> words = new LinkedHashSet<>();
        Matcher word = WORD.matcher(plain.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        long[] least = new long[PLACES];
        Arrays.fill(least, -1);
        for (String each : words) {
            long state = ByteBuffer.wrap(sha256(each)).getLong();
            for (int i = 0; i < PLACES; i++) {
                state += GOLDEN;
                long number = mixed(state);
                if (Long.compareUnsigned(number, least[i]) < 0) {
                    least[i] = number;
                }
            }
        }
        StringBuilder sketch = new StringBuilder(PLACES);
        for (long each : least) {
            sketch.append(Character.forDigit((int) (each & 15), 16));
        }
        return sketch.toString();
    }

    /** SplitMix64: derives an independent number for each place from the number of a word. */
    private static long mixed(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * The form in a clause register.
     *
     * @return {@code sha256:} with the digest, and {@code words:} with the sketch if it is known
     */
    @Override
    public String toString() {
        return "sha256:" + digest + (sketch.isEmpty() ? "" : " words:" + sketch);
    }
}
