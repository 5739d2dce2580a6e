package dev.remit.check;

import dev.remit.signing.RejectedException;
import dev.remit.signing.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which signatures of an approval count. This is for whoever relies on the approval to say, and never for the bundle:
 * whoever can write to a bundle could name a key of their own in it.
 *
 * <p>With keys, only signatures made with one of them count. Without, every name counts as it stands, and proves nothing.
 * Immutable.
 */
public final class ApprovalTerms {
    /** Every signature counts, by its name. */
    public static final ApprovalTerms BY_NAME = new ApprovalTerms(List.of(), List.of(), List.of());

    private final List<VerifierKey> keys;
    private final List<VerifierKey> committers;
    private final List<String> names;

    private ApprovalTerms(List<VerifierKey> keys, List<VerifierKey> committers, List<String> names) {
        this.keys = List.copyOf(keys);
        this.committers = List.copyOf(committers);
        this.names = List.copyOf(names);
    }

    /**
     * Only signatures made with certain keys count.
     *
     * @param keys the public halves, as C2SP verifier keys ({@code name+id+key}); at least one
     * @throws IllegalArgumentException if one is no such key, or if there is none
     */
    public static ApprovalTerms keys(List<String> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys: expected at least one, or `ApprovalTerms.BY_NAME`");
        }
        return new ApprovalTerms(parsed(keys), List.of(), List.of());
    }

    /**
     * Reads the file of a public key, as {@code remit keys new} writes it.
     *
     * @return the key as a C2SP verifier key
     * @throws IOException if the file cannot be read, or holds no such key
     */
    public static String readKey(Path file) throws IOException {
        try {
            return VerifierKey.read(file).toString();
        } catch (RejectedException noKey) {
            throw new IOException(noKey.getMessage(), noKey);
        }
    }

    /**
     * These terms, under which moreover an approval must not be by who made the change: a signature made with one of these
     * keys does not count, whatever name the key goes by.
     *
     * @param committers the keys of who made the change, as C2SP verifier keys
     * @throws IllegalArgumentException if one is no such key, or if no keys of approvers were named: names prove nothing
     */
    public ApprovalTerms independentOf(List<String> committers) {
        if (keys.isEmpty() && !committers.isEmpty()) {
            throw new IllegalArgumentException("committers: independence can be proven only between keys");
        }
        List<VerifierKey> more = new ArrayList<>(this.committers);
        more.addAll(parsed(committers));
        return new ApprovalTerms(keys, more, names);
    }

    /** These terms, with a reminder where one of these names, of who made the change, approves it. It proves nothing. */
    public ApprovalTerms independentOfNames(List<String> committers) {
        List<String> more = new ArrayList<>(names);
        more.addAll(committers);
        return new ApprovalTerms(keys, this.committers, more);
    }

    private static List<VerifierKey> parsed(List<String> texts) {
        List<VerifierKey> keys = new ArrayList<>();
        for (String each : texts) {
            try {
                keys.add(VerifierKey.parse(each));
            } catch (RejectedException noKey) {
                throw new IllegalArgumentException(noKey.getMessage(), noKey);
            }
        }
        return keys;
    }

    /** Whether signatures must be made with keys. */
    public boolean needKeys() {
        return !keys.isEmpty();
    }

    /** The keys that count, those of who made the change among them. */
    List<VerifierKey> keys() {
        return keys;
    }

    /** Whether a key is that of somebody who made the change. */
    boolean isCommitter(VerifierKey key) {
        return committers.stream().anyMatch(key::isSameKey);
    }

    /** The name of who made the change that a name is, capitals and blanks aside. */
    Optional<String> committer(String by) {
        return names.stream().filter(each -> plain(each).equals(plain(by))).findFirst();
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
