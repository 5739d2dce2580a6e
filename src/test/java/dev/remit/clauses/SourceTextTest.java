package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void takesADocumentApartIntoTheSentencesAndBulletsOfItsSections() {
        assertThat(Archive.read(Archive.VISITORS, Archive.visitors()).passages())
                .extracting(Passage::section, Passage::text)
                .extracting(row -> row.toList().get(0) + ": " + row.toList().get(1))
                .containsExactly(
                        "Background: Visitors sign the book at the door.",
                        "Background: The book is not part of the archive.",
                        "How is the book kept?: The porter keeps the book, and shows it to nobody but the keeper.",
                        "How is the book kept?: Each page of the book contains \"columns\" which say who came, when, and to"
                                + " see what, e.g. \"the harbour plans of 1790\".",
                        "How is the book kept?: Pages are burnt after a year.",
                        "Doors which do not have a book: There are two doors without a book.",
                        "Doors which do not have a book / The yard door: The yard door is for the porter alone.",
                        "Doors which do not have a book / The roof hatch: The roof hatch is used by builders, and never by"
                                + " visitors.");
    }

    @Test
    void findsTheSectionsOfTheRegisterInTextThatWasReadInTheWrongEncoding() {
        assertThat(Archive.read(Archive.RULES, Archive.rules()).passages())
                .extracting(Passage::section)
                .containsExactlyElementsOf(Archive.clauses().stream()
                        .filter(each -> each.document().equals(Archive.RULES))
                        .map(each -> each.section())
                        .toList());
    }

    @Test
    void takesFootnoteMarksAwayAndLeavesOtherNumbers() {
        List<String> texts = texts("""
                Readers use no sealed boxes1. See also box22 and the note.1 Then ask.

                  1. A note.
                """);

        assertThat(texts)
                .containsExactly(
                        "Readers use no sealed boxes.", "See also box22 and the note.", "Then ask.", "A note.");
    }

    @Test
    void joinsLinesOfAParagraphAndOfABullet() {
        List<Passage> passages = SourceText.read("""
                        Readers sit at
                        desks. They ask
                        before they copy:
                        - first the
                          keeper
                        - then the
                          reader
                        """, "", List.of()).passages();

        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly(
                        "Readers sit at desks.", "They ask before they copy:", "first the keeper", "then the reader");
        assertThat(passages).extracting(Passage::line).containsExactly(1, 2, 4, 6);
    }

    @Test
    void takesALineThatBeginsWithANumberByChanceForPartOfItsParagraph() {
        assertThat(texts("Open are boxes of levels 1 or\n2. Others are not, among them\n- by chance - the last."))
                .containsExactly(
                        "Open are boxes of levels 1 or 2.", "Others are not, among them - by chance - the last.");
    }

    @Test
    void passesOverWhatStandsBeforeTheTitle() {
        String text = "Menu\n\nThe Rules\n\nSearch\n\n# The Rules\n\nWhy🔗\n\nBoxes break.\n\nThe Rules\n";

        assertThat(SourceText.read(text, "The rules", List.of("Why")).passages())
                .extracting(Passage::text)
                .containsExactly("Boxes break.", "The Rules");
        assertThat(SourceText.read(text, "Another title", List.of("Why")).passages())
                .extracting(Passage::text)
                .startsWith("Menu");
    }

    @Test
    void knowsHeadingsByTheirSignsAndByTheirNames() {
        String text = "## Who\n\nReaders.\n\nWhen ¶\n\nAlways.\n\nHow\n===\n\nQuietly.\n\nWhere\n\nThere.";

        assertThat(SourceText.read(text, "", List.of("How")).passages())
                .extracting(Passage::section, Passage::text)
                .extracting(row -> row.toList().get(0) + ": " + row.toList().get(1))
                .containsExactly("Who: Readers.", "When: Always.", "How: Quietly.", "How: Where", "How: There.");
    }

    @Test
    void opensEachSectionOnceAndANewOneByItsOwnName() {
        String text = """
                Reading🔗

                Who🔗

                Readers.

                Letters🔗

                Who🔗

                Writers.

                Upkeep🔗

                Who🔗

                Binders.

                Notes🔗

                None.
                """;

        assertThat(SourceText.read(text, "", List.of("Reading / Who", "Upkeep / Who", "Notes"))
                        .passages())
                .extracting(Passage::section)
                .containsExactly("Reading / Who", "Letters / Who", "Upkeep / Who", "Notes");
    }

    @Test
    void knowsADocumentByItsTitle() {
        assertThat(SourceText.isTitled(Archive.rules(), "Harbour archive access rules"))
                .isTrue();
        assertThat(SourceText.isTitled(Archive.rules(), "Visitor Rules")).isFalse();
    }

    @Test
    void readsBytesInTheEncodingTheyAreIn() {
        String text = "can’t – “open”";
        byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);

        assertThat(SourceText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(SourceText.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(SourceText.decode(marked)).isEqualTo(text);
        assertThat(SourceText.decode(text.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(text);
        assertThat(SourceText.decode(new byte[0])).isEmpty();
    }

    private static List<String> texts(String text) {
        return SourceText.read(text, "", List.of()).passages().stream()
                .map(Passage::text)
                .toList();
    }
}
