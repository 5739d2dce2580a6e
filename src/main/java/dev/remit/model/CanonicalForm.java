package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a policy and its registers mean, as a text and as a digest: two that decide every question alike because they say
 * the same in other words, in another order or in other files, have the same.
 *
 * <p>Part of the meaning of a policy are the edition of the contract, the time zone, all ids of the vocabulary, which
 * levels hold patient data, the values of attributes and the projects on their closed lists, where facts are known from,
 * what they are about and whether they must be said, who can change facts, attributes and permissions, lists, flags,
 * approvers and what is kept of the opt-out registers, modes, sources and obligations of routes, obligations of work
 * categories, and rules and constraints with their ids.
 * Conditions count with their names expanded and "not" moved to the inside; the order and repetition of parts and parts
 * inside parts of the same sort make no difference. Part of the meaning of the registers is everything but titles,
 * descriptions and names: a permission under another reference is another permission.
 *
 * <p>Not part of the meaning are the rest of the header, titles, descriptions and reasons, clauses, rulings and who
 * cites them. A third digest, that of {@code dev.remit.load.Assurance}, covers those.
 *
 * <p>Equal digests mean equal answers. The reverse does not hold: what is said in a truly different way has another
 * digest even if no question shows the difference.
 */
public final class CanonicalForm {
    /**
     * The edition of the contract that says what a policy means. It is part of every digest: where it changes, the same
     * files can mean something else.
     */
    public static final int EDITION = 2;

    private CanonicalForm() {}

    /** The digest of a policy's meaning: {@code sha256:} and 64 hexadecimal digits. */
    public static String digest(Policy policy) {
        requireNonNull(policy, "policy");
        return digest(line -> PolicyLines.write(policy, line));
    }

    /** The digest of the meaning of registers: {@code sha256:} and 64 hexadecimal digits. */
    public static String digest(Registers registers) {
        requireNonNull(registers, "registers");
        return digest(line -> RegisterLines.write(registers, line));
    }

    /** What the digest of a policy is made of, one thing a line, for people who look for a difference. */
    public static String text(Policy policy) {
        requireNonNull(policy, "policy");
        return text(line -> PolicyLines.write(policy, line));
    }

    /** A line of {@link #text(Policy)} without what only steers advice: who can change what it is about. */
    public static String decisive(String line) {
        int end = line.lastIndexOf(' ');
        return end > 0 && line.startsWith(PolicyLines.CHANGED_BY, end + 1) ? line.substring(0, end) : line;
    }

    /** What the digest of registers is made of, one thing a line. */
    public static String text(Registers registers) {
        requireNonNull(registers, "registers");
        return text(line -> RegisterLines.write(registers, line));
    }

    /** The digest of lines in their order: {@code sha256:} and 64 hexadecimal digits. */
    public static String digest(List<String> lines) {
        return digest(lines::forEach);
    }

    private static String text(Consumer<Consumer<String>> writer) {
        StringBuilder text = new StringBuilder();
        writer.accept(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String digest(Consumer<Consumer<String>> writer) {
        MessageDigest digest = sha256();
        writer.accept(line -> {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        });
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
