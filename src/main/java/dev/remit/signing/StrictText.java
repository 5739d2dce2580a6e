package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/** Reads texts that have exactly one valid spelling: writing the value must give the same text. */
final class StrictText {
    private StrictText() {}

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Decodes base64 and, unlike the JDK's decoder, rejects missing padding and stray bits. */
    static byte[] base64(String text, String what) throws RejectedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // reported below, as for the other spellings
        }
        throw new RejectedException("expected " + what + " in standard base64");
    }

    static String utf8(byte[] bytes, String what) throws RejectedException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            throw new RejectedException("expected " + what + " in UTF-8");
        }
    }

    static boolean isLowerHex(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** Reads a number without sign and leading zeros. */
    static long number(String text, String what) throws RejectedException {
        boolean plain = !text.isEmpty()
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        try {
            if (plain) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            // reported below
        }
        throw new RejectedException("expected " + what + " as a number without leading zeros");
    }
}
