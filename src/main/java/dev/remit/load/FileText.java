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
import java.util.Optional;

/** Reads the text of a file, or says why that is not possible. Never holds more of a file than the limit. */
final class FileText {
    private static final int LIMIT = Limits.USUAL.bytes();

    private FileText() {}

    static Optional<SourceFile> read(InputStream bytes, String name, Diagnostics diagnostics) throws IOException {
        byte[] read = bytes.readNBytes(LIMIT + 1);
        if (read.length > LIMIT) {
            diagnostics.report(
                    Code.FILE_TOO_LARGE,
                    Span.startOf(name),
                    "expected at most " + LIMIT + " bytes in one file, found more",
                    "spread the rules over several files under `rules`");
            return Optional.empty();
        }
        return decode(ByteBuffer.wrap(read), name, diagnostics);
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
