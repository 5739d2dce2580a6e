package dev.remit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.access.AccessReview;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MatrixPageTest {
    private static final Path OPENSAFELY = Path.of("policy/opensafely");
    private static final Path KEPT = Path.of("docs/policy/opensafely.html");

    /** Whoever changes the policy makes the page anew, as with the page in sentences. */
    @Test
    void isKeptUpToDateForTheShippedPolicy() throws IOException {
        assertThat(page(OPENSAFELY).equals(Files.readString(KEPT)))
                .as("""
                        %s is as it should be. To refresh it, run:
                          java -jar target/remit-cli.jar matrix policy/opensafely --format html > %s
                        """, KEPT, KEPT)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensafely", "tutorial", "minimal"})
    void holdsEveryFieldInTablesWithHeadings(String name) throws Exception {
        PolicyBundle bundle = Remit.load(Path.of("policy", name));
        Vocabulary vocabulary = bundle.policy().vocabulary();
        Document page = parsed(MatrixPage.of(AccessReview.of(bundle.decisionPoint())));

        int roles = vocabulary.roles().size();
        int rows = roles * vocabulary.activities().size();
        assertThat(elements(page, "table")).hasSize(roles);
        assertThat(elements(page, "caption")).hasSize(roles);
        assertThat(elements(page, "td")).hasSize(rows * vocabulary.levels().size());
        assertThat(elements(page, "th"))
                .hasSize(rows + roles * (1 + vocabulary.levels().size()))
                .allMatch(head -> List.of("row", "col").contains(head.getAttribute("scope")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensafely", "tutorial", "minimal"})
    void leadsOnlyToPlacesOfItsOwn(String name) throws Exception {
        Document page = parsed(page(Path.of("policy", name)));

        List<String> ids = elements(page, "*").stream()
                .map(each -> each.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        List<String> links = elements(page, "a").stream()
                .map(each -> each.getAttribute("href"))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(links).isNotEmpty().allMatch(link -> link.startsWith("#") && ids.contains(link.substring(1)));
        assertThat(elements(page, "*"))
                .as("what loads something")
                .noneMatch(each -> each.hasAttribute("src") || each.getTagName().equals("link"));
        assertThat(page(Path.of("policy", name))).doesNotContain("url(", "@import", "import(", "fetch(", "XMLHttp");
    }

    @Test
    void tellsReadersWhoSeeNothingWhatEachFieldIs() throws Exception {
        Document page = parsed(page(OPENSAFELY));

        assertThat(elements(page, "html"))
                .singleElement()
                .matches(html -> html.getAttribute("lang").equals("en"));
        assertThat(elements(page, "a").stream()
                        .filter(each -> each.getAttribute("class").startsWith("field")))
                .isNotEmpty()
                .allMatch(link -> link.getAttribute("aria-label").startsWith(link.getTextContent() + ": "));
        assertThat(elements(page, "select"))
                .allMatch(select ->
                        ((Element) select.getParentNode()).getTagName().equals("label"));
        assertThat(elements(page, "dialog")).singleElement().matches(dialog -> dialog.hasAttribute("aria-labelledby"));
        assertThat(elements(page, "output"))
                .singleElement()
                .matches(said -> said.getAttribute("role").equals("status"));
    }

    @Test
    void allowsItsOwnStyleAndScriptAlone() throws Exception {
        String page = page(Path.of("policy/minimal"));

        for (String tag : List.of("style", "script")) {
            String source = found(page, "<" + tag + ">(.*?)</" + tag + ">");
            String digest = Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
            assertThat(found(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\""))
                    .startsWith("default-src 'none';")
                    .contains(tag + "-src 'sha256-" + digest + "'");
        }
        assertThat(page).doesNotContainPattern("<[^>]* (?:style|on[a-z]+)=");
    }

    /** What means something to Markdown means nothing here, and what means something to HTML is text, everywhere. */
    @Test
    void tellsTitlesOfDutiesRegistersAndWaysInAsTheyAre() throws Exception {
        PolicyBundle bundle = Remit.load(Map.of("policy.yaml", """
                remit: 1
                policy: {id: p, version: "1", title: "P_1 | *"}
                vocabulary:
                  roles: {r: "R_1 | *"}
                  activities: {a: "A_1 [x] <b>"}
                  levels: {l: {title: "L_1 | *", patient-data: true}}
                  opt-outs: {o: {title: "O_1 | <i>", list: l, keep: absent}}
                  routes:
                    x: {title: "X_1 | <i>", opt-outs: {o: filtered}, obligations: [d]}
                    yy: {title: "Y_1 | *", opt-outs: {o: declared}, obligations: [e]}
                  obligations: {d: "D_1 | <i>", e: "E `1`", declare-opt-out-handling: Declares}
                  facts: {f: {title: "F_1 | *", known-from: caller, changed-by: nobody}}
                rules:
                  - {id: x, permit: r, to: a, levels: l, via: any, when: f, title: "T_1 | *", opt-outs: {o: never}}
                """));

        Document page = parsed(MatrixPage.of(AccessReview.of(bundle.decisionPoint())));

        String text = page.getDocumentElement().getTextContent();
        assertThat(text)
                .contains(
                        "P_1 | *",
                        "R_1 | *, a_1 [x] <b>",
                        "O_1 | <i>, x_1 | <i>: left out by software",
                        "D_1 | <i>, by way of x_1 | <i>",
                        "E `1`, by way of y_1 | *",
                        "F_1 | *",
                        "T_1 | *")
                .doesNotContain("\\", "&amp;", "&lt;");
        assertThat(elements(page, "*")).noneMatch(each -> List.of("b", "i").contains(each.getTagName()));
    }

    @Test
    void showsWhateverAPolicySaysAsText() throws Exception {
        PolicyBundle bundle = Remit.load(Map.of("policy.yaml", """
                remit: 1
                policy: {id: p, version: "1", title: "<script>alert(1)</script> & 'co' \\"x\\""}
                vocabulary:
                  roles: {r: "</style><b>R", s: S}
                  activities: {a: "<i>A"}
                  levels: {l: "L & M"}
                  facts: {f: {title: "<img src=x>", known-from: caller, changed-by: nobody}}
                rules: [{id: x, permit: r, to: a, levels: l, when: f, title: "<u>x</u>"}]
                """));

        Document page = parsed(MatrixPage.of(AccessReview.of(bundle.decisionPoint())));

        assertThat(elements(page, "h1").get(0).getTextContent())
                .isEqualTo("Who may do what: <script>alert(1)</script> & 'co' \"x\"");
        assertThat(elements(page, "*"))
                .noneMatch(each -> List.of("b", "i", "u", "img").contains(each.getTagName()));
    }

    @Test
    void isTheSameWhereverItIsMade() {
        Locale locale = Locale.getDefault();
        String here = page(Ward.FOLDER);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(page(Ward.FOLDER).equals(here)).isTrue();
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static String page(Path folder) {
        return MatrixPage.of(AccessReview.of(Remit.load(folder).decisionPoint()));
    }

    /** The page without what stands in style and script, which an XML parser reads otherwise than a browser. */
    private static Document parsed(String page) throws Exception {
        String bare = page.replaceFirst("<!DOCTYPE html>", "").replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(bare)));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
