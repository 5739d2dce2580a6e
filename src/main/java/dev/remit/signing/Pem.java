package dev.remit.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** Reads PEM: bytes in base64 between two lines with a label (RFC 7468). */
final class Pem {
    private Pem() {}

    static String write(byte[] bytes, String label) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
        return begin(label) + "\n" + lines + "\n" + end(label) + "\n";
    }

    /** Reads one block, with nothing around it except line ends of either kind. */
    static byte[] parse(String text, String label) throws RejectedException {
        String lines = text.replace("\r\n", "\n").strip();
        int from = begin(label).length() + 1;
        int to = lines.length() - end(label).length() - 1;
        if (from > to || !lines.startsWith(begin(label) + "\n") || !lines.endsWith("\n" + end(label))) {
            throw new RejectedException("expected PEM, from `" + begin(label) + "` to `" + end(label) + "`");
        }
        return StrictText.base64(lines.substring(from, to).replace("\n", ""), "the block of a PEM file");
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
