package dev.remit.live.pack;

import static java.util.Objects.requireNonNull;

import dev.remit.model.SignOff;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a packed bundle is: the names and hashes of its files, the digests of what they mean, its version, a number that
 * rises from pack to pack, and when it was made. One line each, so that it can be the text of a signed note.
 *
 * @param id the id of the policy
 * @param version its version
 * @param sequence a number that is higher in each pack of the policy than in those before
 * @param made when it was packed
 * @param edition the edition of the contract under which its digests were taken
 * @param digests the digests of the policy, the registers and what else the files say
 * @param files the hash of each file, by its path in the bundle
 * @param compiled the compiled policy, if it is there
 */
public record Manifest(
        String id,
        String version,
        long sequence,
        Instant made,
        String edition,
        SignOff.Digests digests,
        SortedMap<String, String> files,
        Optional<Compiled> compiled) {
    private static final String FIRST = "remit packed bundle 1";
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Manifest {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(made, "made");
        requireNonNull(edition, "edition");
        requireNonNull(digests, "digests");
        requireNonNull(compiled, "compiled");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence: expected a number from 0 on");
        }
    }

    /**
     * The compiled policy of a packed bundle.
     *
     * @param hash the hash of its bytes
     * @param engine the version of Remit that wrote it, and alone reads it
     */
    public record Compiled(String hash, String engine) {
        public Compiled {
            requireNonNull(hash, "hash");
            requireNonNull(engine, "engine");
        }
    }

    /** The manifest as a text; reading it gives an equal one. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(
                FIRST,
                "id " + id,
                "version " + version,
                "sequence " + sequence,
                "made " + made,
                "edition " + edition,
                "meaning " + digests.policy(),
                "registers " + digests.registers(),
                "assurance " + digests.assurance()));
        compiled.ifPresent(part -> lines.add("compiled " + part.hash() + " " + part.engine()));
        files.forEach((path, hash) -> lines.add("file " + hash + " " + path));
        return String.join("\n", lines) + "\n";
    }

    /** Reads a manifest that is written exactly as {@link #text} writes it. */
    static Manifest parse(String text) throws RefusedPackException {
        Lines lines = new Lines(List.of(text.split("\n", -1)));
        if (!lines.next("").equals(FIRST)) {
            throw new RefusedPackException("expected a manifest that begins with `" + FIRST + "`");
        }
        Manifest read = new Manifest(
                lines.next("id "),
                lines.next("version "),
                number(lines.next("sequence ")),
                instant(lines.next("made ")),
                lines.next("edition "),
                new SignOff.Digests(
                        hash(lines.next("meaning ")), hash(lines.next("registers ")), hash(lines.next("assurance "))),
                new TreeMap<>(Map.of()),
                Optional.empty());
        Optional<Compiled> compiled = Optional.empty();
        if (lines.isNext("compiled ")) {
            String[] words = lines.next("compiled ").split(" ", 2);
            compiled = Optional.of(new Compiled(hash(words[0]), words[words.length - 1]));
        }
        SortedMap<String, String> files = new TreeMap<>();
        while (lines.isNext("file ")) {
            String[] words = lines.next("file ").split(" ", 2);
            if (files.put(words[words.length - 1], hash(words[0])) != null) {
                throw new RefusedPackException("its manifest names `" + words[words.length - 1] + "` twice");
            }
        }
        Manifest whole = new Manifest(
                read.id, read.version, read.sequence, read.made, read.edition, read.digests, files, compiled);
        if (!whole.text().equals(text)) {
            throw new RefusedPackException("its manifest is not written as `remit pack` writes it");
        }
        return whole;
    }

    private static String hash(String word) throws RefusedPackException {
        if (!HASH.matcher(word).matches()) {
            throw new RefusedPackException("its manifest has something else where a hash belongs");
        }
        return word;
    }

    private static long number(String word) throws RefusedPackException {
        if (!NUMBER.matcher(word).matches()) {
            throw new RefusedPackException("the sequence number of its manifest is no whole number");
        }
        return Long.parseLong(word);
    }

    private static Instant instant(String word) throws RefusedPackException {
        try {
            return Instant.parse(word);
        } catch (DateTimeException none) {
            throw new RefusedPackException("its manifest has something else where an instant belongs");
        }
    }

    /** Lines that are taken one after the other. */
    private static final class Lines {
        private final List<String> all;
        private int next;

        Lines(List<String> all) {
            this.all = all;
        }

        boolean isNext(String key) {
            return next < all.size() && all.get(next).startsWith(key);
        }

        /** The rest of the next line, which begins with a key. */
        String next(String key) throws RefusedPackException {
            if (!isNext(key)) {
                throw new RefusedPackException("its manifest has no line `" + key.strip() + "` where one belongs");
            }
            String rest = all.get(next).substring(key.length());
            next++;
            return rest;
        }
    }
}
