package dev.remit.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.analyze.access.AccessReview;
import dev.remit.analyze.export.PolicyTables;
import dev.remit.decide.Answer;
import dev.remit.decide.DecisionPoint;
import dev.remit.json.DiagramWriter;
import dev.remit.json.PageContents;
import dev.remit.model.CanonicalForm;
import dev.remit.model.SignOff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorePageTest {
    private static final Path OPENSAFELY = Path.of("policy/opensafely");
    private static final Path KEPT = Path.of("docs/policy/opensafely.html");
    private static final int MOST_BYTES = 1_000_000;

    /** Whoever changes the policy makes the page anew, as with the page in sentences. */
    @Test
    void isKeptUpToDateForTheShippedPolicy() throws IOException {
        PolicyBundle bundle = Remit.load(OPENSAFELY);
        String page = page(bundle);
        if (Boolean.getBoolean("remit.update")) {
            Files.writeString(KEPT, page);
        }

        // The approval in the bundle is read by the command line, and is shown on the page that is kept.
        assertThat(withoutApproval(page).equals(withoutApproval(Files.readString(KEPT))))
                .as("""
                        %s is as it should be. To refresh it, run:
                          java -jar target/remit-cli.jar explore policy/opensafely > %s
                        """, KEPT, KEPT)
                .isTrue();
    }

    private static String withoutApproval(String page) {
        return page.replaceFirst("(?s)<h3>Approvals</h3>.*?</section>", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensafely", "tutorial", "minimal"})
    void leadsOnlyToPlacesOfItsOwnAndLoadsNothing(String name) {
        String page = page(Remit.load(Path.of("policy", name)));
        Document parsed = Jsoup.parse(page);

        List<String> ids = parsed.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(parsed.select("a[href^=#]").eachAttr("href"))
                .isNotEmpty()
                .allMatch(link -> ids.contains(link.substring(1)));
        assertThat(parsed.select("[src], link, iframe, object")).isEmpty();
        assertThat(page).doesNotContain("url(", "@import", "import(", "fetch(", "XMLHttp", "innerHTML", "eval(");
    }

    @Test
    void allowsItsOwnStyleAndScriptAlone() throws Exception {
        String page = page(Remit.load(Path.of("policy/minimal")));

        for (String tag : List.of("style", "script")) {
            String source = found(page, "<" + tag + ">(.*?)</" + tag + ">");
            String digest = Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
            assertThat(found(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\""))
                    .startsWith("default-src 'none';")
                    .contains(tag + "-src 'sha256-" + digest + "'");
        }
        assertThat(Jsoup.parse(page).select("*"))
                .noneMatch(each -> each.attributes().asList().stream()
                        .anyMatch(attribute -> attribute.getKey().matches("style|on[a-z]+")));
    }

    @Test
    void holdsTheTablesThatTheScriptReads() {
        PolicyBundle bundle = Remit.load(OPENSAFELY);

        String data = part(Jsoup.parse(page(bundle)), "data").data();

        assertThat(data.replace("\\u003c", "<"))
                .isEqualTo(DiagramWriter.write(PolicyTables.of(bundle.decisionPoint())));
    }

    @Test
    void readsWithoutScriptsWhoMayDoWhatWithTrueCounts() {
        PolicyBundle bundle = Remit.load(OPENSAFELY);
        List<AccessReview.Cell> cells = AccessReview.of(bundle.decisionPoint()).matrix();
        long open = cells.stream()
                .filter(each -> each.answer() == Answer.UNDETERMINED)
                .count();

        Element overview =
                Jsoup.parse(found(page(bundle), "<noscript>(.*?)</noscript>")).body();

        assertThat(overview.text()).contains("0 are always permitted and " + open + " on conditions");
        assertThat(overview.select("tbody tr")).hasSize((int) open);
    }

    /** The script counts the same fields as the matrix does. */
    @Test
    void countsAsTheMatrixCounts() {
        for (String name : List.of("opensafely", "tutorial", "minimal")) {
            DecisionPoint decisions = Remit.load(Path.of("policy", name)).decisionPoint();
            List<AccessReview.Cell> cells = AccessReview.of(decisions).matrix();
            PolicyTables tables = PolicyTables.of(decisions);
            String counting = """
                    function fields(questions) {
                      return questions.map(function (each) {
                        const answer = policy.outcomes[policy.decide(each)].answer;
                        return answer === 'PERMITTED' || (answer === 'UNDETERMINED' && policy.isAlways(each)) ? 'always'
                          : answer === 'UNDETERMINED' ? 'if' : 'no';
                      });
                    }
                    """;
            try (Browserless script =
                    new Browserless(ExploreScript.answering() + counting, DiagramWriter.write(tables))) {
                List<String> fields = script.ask(
                        "fields",
                        cells.stream().map(each -> each.asked().values()).toList());

                assertThat(fields)
                        .as(name)
                        .isEqualTo(cells.stream()
                                .map(each -> each.answer() == Answer.DENIED ? "no" : MatrixText.word(each))
                                .toList());
            }
        }
    }

    @Test
    void showsWhateverAPolicySaysAsText() {
        PolicyBundle bundle = Remit.load(Map.of("policy.yaml", """
                remit: 1
                policy: {id: p, version: "1", title: "<script>alert(1)</script> & 'co' \\"x\\""}
                vocabulary:
                  roles: {r: "</style></script><b>R", s: S}
                  activities: {a: "<i>A"}
                  levels: {l: "L & M"}
                  facts: {f: {title: "<img src=x> </script><!--", known-from: caller, changed-by: nobody}}
                rules: [{id: x, permit: r, to: a, levels: l, when: f, title: "<u>x</u> *y* [z](#p) `c`"}]
                """));

        Document page = Jsoup.parse(page(bundle));

        assertThat(page.select("h1").text()).isEqualTo("<script>alert(1)</script> & 'co' \"x\"");
        assertThat(page.select("b, i, u, img")).isEmpty();
        assertThat(page.select("script")).hasSize(2);
        assertThat(part(page, "panel-sentences").text()).contains("<u>x</u> *y* [z](#p) `c`");
        assertThat(part(page, "data").data()).contains("\\u003cimg src=x> \\u003c/script>\\u003c!--");
    }

    /** What the page says in sentences is what the page in Markdown says, as a site shows it. */
    @ParameterizedTest
    @ValueSource(strings = {"opensafely", "tutorial", "minimal"})
    void saysInSentencesWhatThePageInMarkdownSays(String name) {
        PolicyBundle bundle = Remit.load(Path.of("policy", name));
        String markdown = PolicyPage.sentences(bundle.decisionPoint(), bundle.invariants());
        List<Extension> tables = List.of(TablesExtension.create());
        String shown = HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));

        Document ours = Jsoup.parse(page(bundle));

        Element sentences = part(ours, "panel-sentences");
        requireNonNull(sentences.select("h2").first()).remove();
        assertThat(words(sentences)).isEqualTo(words(Jsoup.parse(shown).body()));
        assertThat(sentences.select("li").size())
                .isEqualTo(Jsoup.parse(shown).select("li").size());
        assertThat(sentences.select("td, th").size())
                .isEqualTo(Jsoup.parse(shown).select("td, th").size());
    }

    private static String words(Element element) {
        return element.text().replaceAll("\\s+", "");
    }

    @Test
    void saysWhatAnApprovalBindsAndWhatItIsWorth() {
        PolicyBundle bundle = Remit.load(Path.of("policy/minimal"));
        SignOff.Digests now = bundle.digests();
        SignOff.Digests older = new SignOff.Digests("sha256:0", now.registers(), "sha256:1");
        String edition = String.valueOf(CanonicalForm.EDITION);

        assertThat(signTab(bundle, new ExplorePage.Approval.None()))
                .contains(now.policy(), now.registers(), now.assurance())
                .contains("What an approval binds", "When the policy changes", "Nobody has approved it");
        assertThat(signTab(bundle, approval(edition, now)))
                .contains(
                        "The approval in the bundle is of exactly this policy.",
                        "By it, access went wider somewhere.",
                        "Ina");
        assertThat(signTab(bundle, approval(edition, older)))
                .contains("not approved", "What differs: its meaning, what else its files say.")
                .doesNotContain("By it, access went");
        assertThat(signTab(bundle, approval("1", now))).contains("not approved", "given under another edition");
        assertThat(signTab(bundle, new ExplorePage.Approval.Unread()))
                .contains("Whether it was approved is not known here")
                .doesNotContain("Nobody has approved it");
    }

    private static ExplorePage.Approval approval(String edition, SignOff.Digests approved) {
        SignOff.Signature signature =
                new SignOff.Signature("Ina", LocalDate.parse("2026-11-22"), Optional.empty(), Optional.empty());
        return new ExplorePage.Approval.Given(
                new SignOff(edition, approved, approved, "sha256:2", "wider", List.of(signature)));
    }

    private static String signTab(PolicyBundle bundle, ExplorePage.Approval approval) {
        return part(
                        Jsoup.parse(ExplorePage.of(
                                PageContents.of(
                                        bundle.decisionPoint(),
                                        bundle.invariants(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        approval),
                                Progress.UNHEARD)),
                        "panel-sign")
                .text();
    }

    @Test
    void staysUnderAMegabyteForALargePolicy() {
        assertThat(page(LargePolicy.bundle()).length()).isLessThan(MOST_BYTES);
    }

    @Test
    void isTheSameWhereverItIsMade() {
        PolicyBundle bundle = Remit.load(Ward.FOLDER);
        Locale locale = Locale.getDefault();
        String here = page(bundle);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(page(bundle).equals(here)).isTrue();
        } finally {
            Locale.setDefault(locale);
        }
    }

    static String page(PolicyBundle bundle) {
        return ExplorePage.of(
                PageContents.of(
                        bundle.decisionPoint(),
                        bundle.invariants(),
                        Optional.empty(),
                        Optional.empty(),
                        new ExplorePage.Approval.None()),
                Progress.UNHEARD);
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static Element part(Document page, String id) {
        return requireNonNull(page.getElementById(id), id);
    }
}
