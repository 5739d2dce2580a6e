package dev.remit.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.remit.signing.Frontier;
import dev.remit.signing.Hash;
import dev.remit.signing.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A file of records.
 *
 * @param first the sequence number of its first record
 * @param isPacked whether it is compressed with gzip
 */
record Segment(long first, boolean isPacked) {
    private static final Pattern NAME = Pattern.compile("records-(\\d{20})\\.jsonl(\\.gz)?");
    private static final int MOST_SUBTREES = 64;

    static Segment starting(long first) {
        return new Segment(first, false);
    }

    /** The files of records in a folder, in order. A file that exists both packed and unpacked is read unpacked. */
    static List<Segment> in(LogFolder folder) throws IOException {
        Map<Long, Segment> segments = new TreeMap<>();
        for (String name : folder.names()) {
            parse(name)
                    .ifPresent(segment ->
                            segments.merge(segment.first(), segment, (one, other) -> one.isPacked() ? other : one));
        }
        return segments.values().stream()
                .sorted(Comparator.comparing(Segment::first))
                .toList();
    }

    static Optional<Segment> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Segment(Long.parseLong(matcher.group(1)), matcher.group(2) != null));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    static String digits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(20 - digits.length()) + digits;
    }

    String name() {
        return "records-" + digits(first) + ".jsonl" + (isPacked ? ".gz" : "");
    }

    String frontierName() {
        return "frontier-" + digits(first) + ".txt";
    }

    /** Its lines, unpacked. */
    LineReader lines(LogFolder folder) throws IOException {
        InputStream in = folder.read(name());
        try {
            return isPacked
                    ? new LineReader(new GZIPInputStream(in, 1 << 16))
                    : new LineReader(in, folder.size(name()));
        } catch (IOException notPacked) {
            in.close();
            throw notPacked;
        }
    }

    /**
     * The frontier of the records before it, from the file beside it, which has each hash in hexadecimal digits on a
     * line.
     */
    Frontier frontier(LogFolder folder) throws IOException, RejectedException {
        byte[] bytes;
        try (InputStream in = folder.read(frontierName())) {
            bytes = in.readNBytes(MOST_SUBTREES * (2 * Hash.BYTES + 1) + 1);
        }
        List<Hash> hashes = new ArrayList<>();
        String text = new String(bytes, US_ASCII);
        for (String line : text.lines().toList()) {
            hashes.add(Hash.parseHex(line));
        }
        if (hashes.size() != Long.bitCount(first) || !text.equals(text(hashes))) {
            throw new RejectedException("expected " + Long.bitCount(first) + " hashes, each on a line");
        }
        return new Frontier(first, hashes);
    }

    static byte[] bytes(Frontier frontier) {
        return text(frontier.hashes()).getBytes(US_ASCII);
    }

    private static String text(List<Hash> hashes) {
        return hashes.stream().map(hash -> hash.hex() + "\n").collect(Collectors.joining());
    }
}
