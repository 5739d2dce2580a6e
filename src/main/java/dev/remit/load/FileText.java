package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.node.Limits;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads the text of a file, or says why that is not possible. Never holds more of a file than the limit. */
final class FileText {
    private static final int LIMIT = Limits.USUAL.bytes();

    private static final char REPLACEMENT = '\uFFFD';

    private FileText() {}

    static Optional<SourceFile> read(InputStream bytes, String name, Diagnostics diagnostics) throws IOException {
        // As much as there seems to be, and one more, so that what is there is mostly read at once and not copied.
        byte[] read = new byte[Math.min(LIMIT, Math.max(bytes.available(), 0)) + 1];
        int length = bytes.readNBytes(read, 0, read.length);
        if (length == read.length) {
            byte[] rest = bytes.readNBytes(LIMIT + 1 - length);
            read = Arrays.copyOf(read, length + rest.length);
            System.arraycopy(rest, 0, read, length, rest.length);
            length = read.length;
        }
        if (length > LIMIT) {
            diagnostics.report(
                    Code.FILE_TOO_LARGE,
                    Span.startOf(name),
                    "expected at most " + LIMIT + " bytes in one file, found more",
                    "spread the rules over several files under `rules`");
            return Optional.empty();
        }
        String text = new String(read, 0, length, StandardCharsets.UTF_8);
        // What is no UTF-8 becomes this character; a text that has it is looked at closely.
        return text.indexOf(REPLACEMENT) < 0
                ? Optional.of(new SourceFile(name, text))
                : decode(ByteBuffer.wrap(read, 0, length), name, diagnostics);
    }

    static void reportUnreadable(String name, Diagnostics diagnostics) {
        diagnostics.report(Code.UNREADABLE_FILE, Span.startOf(name), "the system does not let us read this file");
    }

    private static Optional<SourceFile> decode(ByteBuffer bytes, String name, Diagnostics diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        CoderResult result = decoder.decode(bytes, text, true);
        if (!result.isError()) {
            return Optional.of(new SourceFile(name, text.flip().toString()));
        }
        int wrong = bytes.get(bytes.position()) & 0xFF;
        diagnostics.report(
                Code.NOT_UTF_8,
                end(new SourceFile(name, text.flip().toString())),
                String.format("expected text in UTF-8, found the byte 0x%02X", wrong),
                "save the file as UTF-8");
        return Optional.empty();
    }

    /** The place after the last character of a text. */
    private static Span end(SourceFile soFar) {
        int line = soFar.lineCount();
        String last = soFar.line(line);
        return Span.within(soFar.name(), line, last.codePointCount(0, last.length()) + 1, 0);
    }
}
