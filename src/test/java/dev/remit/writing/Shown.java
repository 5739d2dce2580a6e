package dev.remit.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What a reader sees of a page: its text, and how it is built.
 *
 * @param text the text, with one blank for all that stand together, in small letters
 * @param build the names of its elements, without those that only part characters
 * @param attributes the values of their attributes
 * @param loose the texts that sites look through for people, issues, faces and addresses
 */
public record Shown(String text, List<String> build, List<String> attributes, List<String> loose) {
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.create(),
            FootnotesExtension.builder().inlineFootnotes(true).build());

    /** What a site makes something of in a text of a finished page. */
    public static final Pattern FOUND_BY_SITES = Pattern.compile("(?i)@\\w|#\\d|:[\\w+-]+:|\\bwww\\.|://|\\bmailto:");

    /** A page in HTML as a browser reads it. */
    public static Shown html(String html) {
        return of(Jsoup.parse(html));
    }

    /** A page in Markdown as a site shows it. */
    public static Shown markdown(String markdown) {
        String html = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(markdown));
        return of(Jsoup.parse(html));
    }

    private static Shown of(Document page) {
        List<String> loose = new ArrayList<>();
        for (Element each : page.body().select("*:not(code):not(pre):not(a)")) {
            if (each.closest("code, pre, a") == null) {
                each.textNodes().stream().map(TextNode::getWholeText).forEach(loose::add);
            }
        }
        page.select("bdi").unwrap();
        page.select("span").stream()
                .filter(each -> each.attributesSize() == 0)
                .toList()
                .forEach(Element::unwrap);
        List<String> build = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        for (Element each : page.getAllElements()) {
            build.add(each.tagName());
            each.attributes().forEach(attribute -> attributes.add(plain(attribute.getValue())));
        }
        return new Shown(
                plain(page.select("title").stream().map(Element::wholeText).collect(Collectors.joining()) + " "
                        + page.body().wholeText()),
                build,
                attributes,
                loose);
    }

    /** A text as it is compared: titles begin in lower case within sentences, and articles follow what they stand before. */
    public static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0]+", " ")
                .replaceAll("\\ban ", "a ")
                .replaceAll("sha256[:-][\\w+/=]+", "digest")
                .strip();
    }
}
