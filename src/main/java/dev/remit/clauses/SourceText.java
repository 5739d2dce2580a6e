package dev.remit.clauses;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * A source document as plain text, split into its sentences and bullets.
 *
 * <p>Paragraphs are separated by blank lines; a line that begins with a bullet or a number is a paragraph of its own. A
 * heading is a line with a link sign behind it or {@code #} before it, or a line by itself with the name of a known
 * section. Text before the document's title, such as the navigation of a page, is ignored. Text that was read in the
 * wrong encoding is repaired. Immutable.
 *
 * @param passages the sentences and bullets in their order
 */
public record SourceText(List<Passage> passages) {

    /**
     * Copies the list.
     *
     * @param passages the sentences and bullets
     */
    public SourceText {
        passages = List.copyOf(passages);
    }

    /**
     * Splits a document.
     *
     * @param text the whole text
     * @param title the title of the document; if the text does not have it, all of the text is read
     * @param sections the sections in the clause register, in any order, such as {@code Research Projects / Who}
     * @return its sentences
     */
    public static SourceText read(String text, String title, Collection<String> sections) {
        return new SourceText(new SourceReader(requireNonNull(title, "title"), new Outline(sections))
                .read(requireNonNull(text, "text")));
    }

    /**
     * Whether a text is, or contains, the document with a title.
     *
     * @param text the whole text
     * @param title the title
     * @return true if the title is on a line by itself
     */
    public static boolean isTitled(String text, String title) {
        String wanted = Plain.heading(title);
        return SourceReader.linesOf(text).stream()
                .anyMatch(line -> Plain.heading(line).equals(wanted));
    }

    /**
     * Decodes text in UTF-8, in UTF-16 with a byte order mark, or else in Windows-1252, which can decode anything.
     *
     * @param bytes the content of a file
     * @return the text, without a byte order mark
     */
    public static String decode(byte[] bytes) {
        String text = decode(bytes, charset(bytes));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << Byte.SIZE) | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
