package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.Progress;
import dev.remit.analyze.access.AccessReview;
import dev.remit.analyze.prove.Proof;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PolicyIdentity;
import dev.remit.model.Header;
import dev.remit.model.Policy;
import dev.remit.model.SignOff;
import dev.remit.report.words.RegionWords;
import dev.remit.writing.HtmlBody;
import dev.remit.writing.HtmlPage;
import dev.remit.writing.HtmlText;
import dev.remit.writing.MarkdownHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renders a policy as one page that answers: any question, who may do what, what would change, what is proved, the rules in
 * sentences, and what is signed. The page is one file and needs no network. Without scripts it is a page to read.
 */
public final class ExplorePage {
    private final Contents contents;
    private final DecisionPoint decisions;
    private final Policy policy;
    private final HtmlBody page = new HtmlBody();

    /**
     * What the page is made of.
     *
     * @param decisions the decision point of the policy
     * @param tables its tables as JSON, for the script
     * @param proofs its invariants with their proofs
     * @param change what would change, if there is another version to compare with
     * @param approval the approval in the bundle
     */
    public record Contents(
            DecisionPoint decisions, String tables, List<Proof> proofs, Optional<DiffPage> change, Approval approval) {
        public Contents {
            requireNonNull(decisions, "decisions");
            requireNonNull(tables, "tables");
            proofs = List.copyOf(proofs);
            requireNonNull(change, "change");
            requireNonNull(approval, "approval");
        }
    }

    /** What is known of an approval of the policy. */
    public sealed interface Approval {
        /** There is none. */
        record None() implements Approval {}

        /** Nobody looked whether there is one. */
        record Unread() implements Approval {}

        /**
         * There is one in the bundle, of this version or another.
         *
         * @param signOff the approval
         */
        record Given(SignOff signOff) implements Approval {
            public Given {
                requireNonNull(signOff, "signOff");
            }
        }

        /** The approval in a bundle that was looked at. */
        static Approval of(Optional<SignOff> signOff) {
            return signOff.<Approval>map(Given::new).orElseGet(None::new);
        }
    }

    private ExplorePage(Contents contents) {
        this.contents = contents;
        decisions = contents.decisions();
        policy = decisions.policy();
    }

    /** Renders the page; the same contents give the same page. */
    public static String of(Contents contents, Progress progress) {
        return new ExplorePage(contents).write(progress);
    }

    private String write(Progress progress) {
        List<AccessReview.Cell> cells = AccessReview.of(decisions).matrix(progress);
        head();
        page.line("<main id=\"main\">");
        page.line("<noscript>");
        page.line("<p>This page also answers questions, where scripts may run. The following needs none.</p>");
        // With scripts, the page makes its own overview; a browser that runs them does not read this one.
        page.line(new ExploreOverview(policy).of(cells));
        page.line("</noscript>");
        contents.change()
                .ifPresent(each -> panel("change", "What would change", HtmlText.of("<div>\n{}</div>", each.part())));
        panel("promises", "Promises", promises());
        panel(
                "sentences",
                "The policy in sentences",
                MarkdownHtml.of(
                        PolicyPage.sentences(
                                decisions,
                                contents.proofs().stream().map(Proof::invariant).toList()),
                        "policy-"));
        panel("sign", "Sign", new ExploreSignatures(decisions.identity(), policy.header()).of(contents.approval()));
        page.line("</main>");
        return HtmlPage.withData(
                "Ask the policy: " + policy.header().title(),
                DiffHtml.STYLE + ExploreScript.style(),
                page.html(),
                contents.tables(),
                ExploreScript.all());
    }

    private void head() {
        Header header = policy.header();
        PolicyIdentity identity = decisions.identity();
        page.line("<a class=\"skip\" href=\"#main\">To the content</a>");
        page.line("<header>");
        page.line("<h1>{}</h1>", header.title());
        page.line(
                "<p class=\"faint\">Version {}, meaning {}. Works without a network.</p>",
                header.version(),
                HtmlText.code(shortened(identity.digest())));
        if (!header.notice().isBlank()) {
            page.line("<p class=\"notice\">{}</p>", header.notice());
        }
        page.line("</header>");
    }

    private static String shortened(String digest) {
        return digest.length() > 19 ? digest.substring(0, 19) : digest;
    }

    private void panel(String id, String title, HtmlText content) {
        page.line("<section id=\"panel-{}\" class=\"panel\" data-name=\"{}\" data-title=\"{}\">", id, id, title);
        page.line("<h2>{}</h2>", title);
        page.line(content);
        page.line("</section>");
    }

    private static List<Proof> brokenFirst(List<Proof> proofs) {
        return Stream.concat(
                        proofs.stream().filter(each -> !each.holds()),
                        proofs.stream().filter(Proof::holds))
                .toList();
    }

    private HtmlText promises() {
        HtmlBody body = new HtmlBody();
        List<Proof> proofs = contents.proofs();
        if (proofs.isEmpty()) {
            return HtmlText.of("<p>This bundle has no invariants: nothing was promised of the policy as a whole.</p>");
        }
        long kept = proofs.stream().filter(Proof::holds).count();
        body.line(
                "<p>What must hold of the policy as a whole, whoever asks. Each was proved over every question there"
                        + " can be, when this page was made: <strong>{} of {} hold</strong>.</p>",
                kept,
                proofs.size());
        RegionWords words = RegionWords.titles(policy.vocabulary());
        body.line("<ul class=\"promises\">");
        for (Proof proof : brokenFirst(proofs)) {
            String title = proof.invariant().title();
            List<HtmlText> cites = new ArrayList<>();
            proof.invariant().cites().forEach(each -> cites.add(HtmlText.code(each)));
            body.line(
                    "<li><span class=\"{}\">{}</span> {} <span class=\"faint\">{}{}</span>",
                    proof.holds() ? "always" : "forbidden",
                    proof.holds() ? "holds" : "broken",
                    title.isBlank() ? proof.invariant().id() : title,
                    HtmlText.code(proof.invariant().id()),
                    cites.isEmpty() ? HtmlText.of("") : HtmlText.of(" stands on {}", HtmlText.joined(", ", cites)));
            if (!proof.holds()) {
                body.line("<ul>");
                words.phrases(proof.violations()).forEach(each -> body.line("<li>{}</li>", each));
                body.line("</ul>");
            }
            body.line("</li>");
        }
        return body.line("</ul>").html();
    }
}
