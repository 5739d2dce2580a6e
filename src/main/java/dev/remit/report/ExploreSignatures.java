package dev.remit.report;

import dev.remit.decide.PolicyIdentity;
import dev.remit.model.Header;
import dev.remit.model.SignOff;
import dev.remit.writing.HtmlBody;
import dev.remit.writing.HtmlText;
import java.util.ArrayList;
import java.util.List;

/** Renders what somebody signs who approves a policy: what it is, its digests, and who approved it already. */
final class ExploreSignatures {
    private final PolicyIdentity identity;
    private final Header header;

    ExploreSignatures(PolicyIdentity identity, Header header) {
        this.identity = identity;
        this.header = header;
    }

    HtmlText of(ExplorePage.Approval approval) {
        HtmlBody body = new HtmlBody();
        body.line(
                "<p>This is what somebody approves who signs. Whoever compares a bundle with this page compares the three"
                        + " digests: if they are the same, everything below is.</p>");
        body.line("<table class=\"facts\"><tbody>");
        row(body, "Policy", HtmlText.of("{} {}", header.title(), HtmlText.code(header.id())));
        row(body, "Version", HtmlText.text(header.version()));
        text(body, "Answered for by", header.owner());
        text(body, "Approver, as its header says", header.approver());
        header.effectiveFrom().ifPresent(day -> text(body, "In force from", Glossary.day(day)));
        header.reviewBy().ifPresent(day -> text(body, "To be looked at again by", Glossary.day(day)));
        row(body, "Digest of its meaning", HtmlText.code(identity.digest()));
        row(body, "Digest of its registers", HtmlText.code(identity.registers()));
        row(body, "Digest of all else its files say", HtmlText.code(identity.assurance()));
        text(body, "Notice", header.notice());
        body.line("</tbody></table>");
        terms(body);
        body.line("<h3>Approvals</h3>");
        if (approval instanceof ExplorePage.Approval.Given given) {
            approval(given.signOff(), body);
        } else if (approval instanceof ExplorePage.Approval.Unread) {
            body.line(
                    "<p>Whether it was approved is not known here: a service answers from a policy and leaves its approval"
                            + " aside. {} says what the approval in the bundle is worth.</p>",
                    HtmlText.code("remit check"));
        } else {
            body.line("<p>Nobody has approved it: the bundle holds no approval.</p>");
        }
        return body.html();
    }

    /** What an approval binds, and what becomes of it. */
    private static void terms(HtmlBody body) {
        body.line("<h3>What an approval binds</h3>");
        body.line("<ul>");
        item(
                body,
                "What the policy answers: its rules, conditions and vocabulary.",
                HtmlText.of("Digest of its meaning."));
        item(
                body,
                "The entries of its registers, with the days from and until which something holds.",
                HtmlText.of("Digest of its registers."));
        item(
                body,
                "Everything else its files say: titles and reasons, the notice and the rest of the header, sources and"
                        + " clauses, invariants, tests.",
                HtmlText.of("Digest of all else its files say."));
        item(
                body,
                "What it follows: the digests of the version before, the difference between the two as it was shown, and"
                        + " whether access went wider or narrower by it.",
                HtmlText.of("These stand in the approval."));
        item(
                body,
                "Who approves it, on which day, and where that is on record.",
                HtmlText.of(
                        "A signature with a key is over all of this. Without a key, an approval says what was approved,"
                                + " and not who sat at the keyboard."));
        body.line("</ul>");
        body.line("<h3>When the policy changes</h3>");
        body.line("<ul>");
        item(body, "Comments, layout and the order of things:", HtmlText.of("the approval stands."));
        item(
                body,
                "Anything else, be it one word of a title:",
                HtmlText.of(
                        "a digest changes, and the approval is void. {} reports it until the new version is approved. To"
                                + " go back to an older version is a change too.",
                        HtmlText.code("remit check")));
        item(
                body,
                "A new edition of what policies mean, which comes with a new release of the software:",
                HtmlText.of("every approval is given anew."));
        body.line("</ul>");
        body.line(
                "<p>The policy answers with and without an approval, unless whoever runs it asks for one: {}, {}. What"
                        + " writes an approval is {}, which shows the difference first.</p>",
                HtmlText.code("remit check --require-sign-off"),
                HtmlText.code("remit diff --allow signed"),
                HtmlText.code("remit diff OLD NEW --sign-off NAME"));
    }

    private static void item(HtmlBody body, String what, HtmlText follows) {
        body.line("<li>{} <span class=\"faint\">{}</span></li>", what, follows);
    }

    private void approval(SignOff signOff, HtmlBody body) {
        SignOff.Digests now = new SignOff.Digests(identity.digest(), identity.registers(), identity.assurance());
        boolean isOfThis = signOff.isCurrent() && signOff.approved().equals(now);
        body.line(
                "<p><span class=\"{}\">{}</span> {}</p>",
                isOfThis ? "always" : "forbidden",
                isOfThis ? "approved" : "not approved",
                isOfThis
                        ? "The approval in the bundle is of exactly this policy."
                        : signOff.isCurrent()
                                ? "The approval in the bundle is of another version of it. What differs: "
                                        + String.join(", ", differing(signOff.approved(), now)) + "."
                                : "The approval in the bundle was given under another edition of what a policy means.");
        if (isOfThis) {
            body.line("<p>{}</p>", direction(signOff.direction()));
        }
        body.line("<ul>");
        for (SignOff.Signature each : signOff.signed()) {
            body.line(
                    "<li>{}, {}{}{}</li>",
                    each.by(),
                    Glossary.day(each.on()),
                    each.reference().map(where -> " (" + where + ")").orElse(""),
                    each.note().isPresent() ? ", with a key; remit check says whose" : "");
        }
        body.line("</ul>");
    }

    private static String direction(String word) {
        return switch (word) {
            case "wider" -> "By it, access went wider somewhere.";
            case "narrower" -> "By it, access went narrower only.";
            default -> "By it, access stayed the same.";
        };
    }

    private static List<String> differing(SignOff.Digests approved, SignOff.Digests now) {
        List<String> differing = new ArrayList<>();
        if (!approved.policy().equals(now.policy())) {
            differing.add("its meaning");
        }
        if (!approved.registers().equals(now.registers())) {
            differing.add("its registers");
        }
        if (!approved.assurance().equals(now.assurance())) {
            differing.add("what else its files say");
        }
        return differing;
    }

    private static void text(HtmlBody body, String name, String value) {
        if (!value.isBlank()) {
            row(body, name, HtmlText.text(value));
        }
    }

    private static void row(HtmlBody body, String name, HtmlText value) {
        body.line("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", name, value);
    }
}
