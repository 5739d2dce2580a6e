package dev.remit.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Whatever a text holds, each form of output shows it as it was written, and as nothing else. */
class GatesTest {
    static List<String> texts() {
        return SpecialTexts.all();
    }

    private static String shown(String text) {
        return Shown.plain(Visible.oneLine(Visible.onPage(text)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void markdownShowsTextAsWritten(String text) {
        Shown empty = Shown.markdown(page("qw"));
        Shown read = Shown.markdown(page(text));

        String t = shown(text);
        String expected = String.join(" ", t, t, "x", "y" + t + "y.", "x", t, "y", "x", t, t, t, "(x" + t + "x)")
                + String.join(" ", "", "a", t, t, "`x" + t);
        assertThat(read.text().replace(" ", "")).isEqualTo(expected.replace(" ", ""));
        assertThat(read.build()).isEqualTo(empty.build());
        assertThat(read.loose())
                .noneMatch(each -> Shown.FOUND_BY_SITES.matcher(each).find());
        assertThat(MarkdownText.text(text).toString()).doesNotContainPattern("(?<!\\\\)\\$");
    }

    /** A text in every place a page has. */
    private static String page(String text) {
        return new MarkdownPage()
                .heading(2, text)
                .paragraph("{}", text)
                .paragraph("x **{}**.", "y" + text + "y")
                .paragraph("x{}y", MarkdownText.spaced(" " + text + " "))
                .line("x")
                .line("{}", text)
                .blank()
                .bullet(0, MarkdownText.text(text))
                .bullet(1, MarkdownText.of("{} ({})", text, MarkdownText.code("x" + text + "x")))
                .blank()
                .table(List.of("a", text), List.of(List.of(text, MarkdownText.code("`x" + text))))
                .text();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void htmlShowsTextAsWritten(String text) {
        HtmlBody body = new HtmlBody()
                .line(
                        "<p title=\"{}\" id='{}'>{}</p><select><option>{}</option></select>",
                        text,
                        text,
                        text,
                        HtmlText.bare(text));
        org.jsoup.nodes.Document page = Jsoup.parse(HtmlPage.of(text, "", body.html(), ""));

        assertThat(Shown.plain(page.expectFirst("title").wholeText())).isEqualTo(shown(text));
        assertThat(Shown.plain(page.expectFirst("p").wholeText())).isEqualTo(shown(text));
        assertThat(Shown.plain(page.expectFirst("option").wholeText())).isEqualTo(shown(text));
        assertThat(Shown.plain(page.select("p").attr("title"))).isEqualTo(shown(text));
        assertThat(Shown.plain(page.select("p").attr("id"))).isEqualTo(shown(text));
        assertThat(page.body().getAllElements()).hasSizeBetween(4, 5);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void xmlShowsTextAsWritten(String text) throws Exception {
        String xml = new XmlPage()
                .line("<a b=\"{}\" c='{}'>{}</a>", text, text, text)
                .text();

        Element read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();

        assertThat(read.getAttribute("b")).isEqualTo(Visible.onPage(text));
        assertThat(read.getAttribute("c")).isEqualTo(Visible.onPage(text));
        assertThat(read.getTextContent()).isEqualTo(Visible.onPage(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void csvHoldsTextAndNoFormula(String text) {
        List<String> fields = CsvFields.of(CsvLine.of(List.of("a", text, text)));

        String written = Visible.oneLine(Visible.onPage(text));
        assertThat(fields).hasSize(3);
        assertThat(fields.get(1)).isIn(written, "'" + written).isEqualTo(fields.get(2));
        assertThat(fields.get(1).strip()).doesNotContainPattern("^[\\p{Z}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void terminalsObeyNothingOfIt(String text) {
        assertThat(Visible.line(text).codePoints()).noneMatch(Visible::isHidden);
        assertThat(Visible.prose(text).codePoints()).noneMatch(Visible::isHidden);
        assertThat(Visible.lines(text).replace("\n", "").codePoints()).noneMatch(Visible::isHidden);
    }

    @Test
    void keepsEmojiTogetherOnPages() {
        String coder = "\uD83D\uDC69\u200D\uD83D\uDCBB";

        assertThat(HtmlText.text(coder)).hasToString(coder);
        assertThat(MarkdownText.text(coder)).hasToString(coder);
    }

    @Test
    void escapesAsItIsWrittenInTheManual() {
        assertThat(MarkdownText.text("~~gone~~ $x$ &#8238; <b>"))
                .hasToString("\\~\\~gone\\~\\~ \\$x\\$ &amp;<span>#</span>8238; \\<b\\>");
        assertThat(MarkdownText.code("a`b``c")).hasToString("```a`b``c```");
        assertThat(MarkdownText.text("2026.1, x-y 1.5")).hasToString("2026.1, x-y 1.5");
        assertThat(CsvLine.of(List.of("=1+1", "a,b", "x"))).isEqualTo("'=1+1,\"a,b\",x");
        assertThat(HtmlText.text("\u05D0")).hasToString("<bdi>\u05D0</bdi>");
    }

    @Test
    void refusesTemplatesThatDoNotFit() {
        assertThatThrownBy(() -> HtmlText.of("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HtmlText.of("", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HtmlText.of("<a title=\"{}\">", HtmlText.code("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsSentences() {
        assertThat(Prose.both("Nobody reads", "Drafts change")).isEqualTo("Nobody reads. Drafts change");
        assertThat(Prose.both("Nobody reads?", "Drafts change")).isEqualTo("Nobody reads? Drafts change");
        assertThat(Prose.both("", "Drafts change")).isEqualTo("Drafts change");
        assertThat(Prose.both("Nobody reads", "")).isEqualTo("Nobody reads");
    }
}
