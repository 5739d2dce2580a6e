package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A C2SP signed note: a text and signatures over it. Do not trust its text before {@link #signers} has checked who
 * signed it.
 *
 * @param text the signed text, with a line end at its end
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** The largest note that is read, in bytes. */
    public static final int LARGEST = 1_000_000;

    /** The most signatures of a note that is read. */
    public static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || !isPlain(text)) {
            throw new IllegalArgumentException(
                    "the text of a note is Unicode, ends with a line end and has no other control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
    }

    /** Signs a text, which ends with a line end. */
    public static SignedNote sign(String text, SigningKey key) {
        return new SignedNote(text, List.of(NoteSignature.by(key, text.getBytes(UTF_8))));
    }

    /** The same note with the signature of one more key. */
    public SignedNote signedBy(SigningKey key) {
        NoteSignature signature = NoteSignature.by(key, text.getBytes(UTF_8));
        return new SignedNote(
                text,
                Stream.concat(signatures.stream().filter(other -> !other.claims(key.verifier())), Stream.of(signature))
                        .toList());
    }

    /** Reads a note that follows the format exactly. */
    public static SignedNote parse(byte[] bytes) throws RejectedException {
        if (bytes.length > LARGEST) {
            throw new RejectedException("expected a note of at most " + LARGEST + " bytes");
        }
        return parse(StrictText.utf8(bytes, "a note"));
    }

    static SignedNote parse(String note) throws RejectedException {
        if (!isPlain(note)) {
            throw new RejectedException("expected a note without control characters other than line ends");
        }
        int empty = note.lastIndexOf("\n\n");
        if (empty < 0 || !note.endsWith("\n") || empty + 2 == note.length()) {
            throw new RejectedException("expected a note: a text, an empty line, and signatures, each on a whole line");
        }
        String[] lines = note.substring(empty + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new RejectedException("expected a note with at most " + MOST_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, empty + 1), signatures);
    }

    /**
     * The known keys that signed this note. Signatures by other keys are ignored; a false signature in the name of a
     * known key rejects the whole note.
     *
     * @throws RejectedException if a known key's signature is wrong, or if no known key signed
     */
    public Set<VerifierKey> signers(Collection<VerifierKey> known) throws RejectedException {
        Set<VerifierKey> signers = knownSigners(known);
        if (signers.isEmpty()) {
            throw new RejectedException("the note is signed by no key that is known here");
        }
        return signers;
    }

    /**
     * The known keys that signed this note; none if all signatures are by other keys.
     *
     * @throws RejectedException if a known key's signature is wrong
     */
    public Set<VerifierKey> knownSigners(Collection<VerifierKey> known) throws RejectedException {
        byte[] signed = text.getBytes(UTF_8);
        Set<VerifierKey> signers = new LinkedHashSet<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (!signature.claims(key)) {
                    continue;
                }
                if (!key.verifies(signed, signature.signature())) {
                    throw new RejectedException("the signature by `" + key.name() + "` is not over this text");
                }
                signers.add(key);
            }
        }
        return signers;
    }

    /** Whether a text has no control characters except line ends, and no lone surrogates. */
    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(c -> (c >= ' ' || c == '\n') && (c < 0xD800 || c > 0xDFFF));
    }

    /** The note in its format. */
    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    /** The note in its format. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }
}
