package dev.remit.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.signing.Hash;
import dev.remit.signing.RejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * The members of a record that the log itself writes, at the beginning of its line.
 *
 * @param seq the number of the record, from 0
 * @param at the time of writing
 * @param kind its kind
 * @param prev the leaf hash of the record before
 */
record RecordHead(long seq, String at, String kind, Hash prev) {
    static final String SEQ = "{\"v\":1,\"seq\":";
    static final String AT = ",\"at\":\"";
    static final String KIND = "\",\"kind\":\"";
    static final String PREV = "\",\"prev\":\"";

    private static final int MOST_DIGITS = 19;

    /** Reads a line without its end; empty if its beginning, its end or its bytes show that it is no record. */
    static Optional<RecordHead> parse(byte[] line, int from, int length) {
        Scan scan = new Scan(line, from, from + length);
        if (!scan.skip(SEQ)) {
            return Optional.empty();
        }
        String seq = scan.take(c -> c >= '0' && c <= '9');
        if (!scan.skip(AT)) {
            return Optional.empty();
        }
        String at = scan.take(c -> c != '"');
        if (!scan.skip(KIND)) {
            return Optional.empty();
        }
        String kind = scan.take(RecordHead::isOfKind);
        if (!scan.skip(PREV)) {
            return Optional.empty();
        }
        String prev = scan.take(c -> c != '"');
        boolean isWhole = scan.skip("\"") && scan.endsLikeAnObject() && scan.isText();
        if (!isWhole || !isNumber(seq) || !RecordTime.isTime(at) || kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordHead(Long.parseLong(seq), at, kind, Hash.parseHex(prev)));
        } catch (NumberFormatException | RejectedException noRecord) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String digits) {
        return !digits.isEmpty() && digits.length() <= MOST_DIGITS && (digits.length() == 1 || digits.charAt(0) != '0');
    }

    static boolean isOfKind(int c) {
        return (c >= 'a' && c <= 'z') || c == '-';
    }

    @FunctionalInterface
    private interface Bytes {
        boolean include(int c);
    }

    /** A cursor in a line. */
    private static final class Scan {
        private final byte[] line;
        private final int start;
        private final int end;
        private int at;

        Scan(byte[] line, int start, int end) {
            this.line = line;
            this.start = start;
            this.end = end;
            at = start;
        }

        boolean skip(String text) {
            if (end - at < text.length()) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                if (line[at + i] != text.charAt(i)) {
                    return false;
                }
            }
            at += text.length();
            return true;
        }

        String take(Bytes bytes) {
            int from = at;
            while (at < end && bytes.include(line[at])) {
                at++;
            }
            return new String(line, from, at - from, ISO_8859_1);
        }

        boolean endsLikeAnObject() {
            return at < end && line[end - 1] == '}' && (line[at] == ',' || at == end - 1);
        }

        /** Whether the line has no control characters, which JSON never has. A lost page of the disk reads as zeros. */
        boolean isText() {
            boolean isAscii = true;
            for (int i = start; i < end; i++) {
                if (line[i] >= 0 && line[i] < ' ') {
                    return false;
                }
                isAscii &= line[i] >= 0;
            }
            return isAscii || isUtf8();
        }

        private boolean isUtf8() {
            try {
                UTF_8.newDecoder().decode(ByteBuffer.wrap(line, start, end - start));
                return true;
            } catch (CharacterCodingException notText) {
                return false;
            }
        }
    }
}
