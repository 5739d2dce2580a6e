package dev.remit.report;

import dev.remit.decide.PolicyIdentity;
import dev.remit.model.Header;
import dev.remit.model.SignOff;
import dev.remit.writing.HtmlBody;
import dev.remit.writing.HtmlText;
import java.util.Optional;

/** Renders what somebody signs who approves a policy: what it is, its digests, and who approved it already. */
final class ExploreSignatures {
    private final PolicyIdentity identity;
    private final Header header;

    ExploreSignatures(PolicyIdentity identity, Header header) {
        this.identity = identity;
        this.header = header;
    }

    HtmlText of(Optional<SignOff> signOff) {
        HtmlBody body = new HtmlBody();
        body.line("<p>An approval names three digests. Together they cover every word of every file: if one of them"
                + " differs, something differs.</p>");
        body.line("<table class=\"facts\"><tbody>");
        row(body, "Policy", HtmlText.of("{} {}", header.title(), HtmlText.code(header.id())));
        row(body, "Version", HtmlText.text(header.version()));
        text(body, "Answered for by", header.owner());
        text(body, "Approved by", header.approver());
        header.effectiveFrom().ifPresent(day -> text(body, "In force from", Glossary.day(day)));
        header.reviewBy().ifPresent(day -> text(body, "To be looked at again by", Glossary.day(day)));
        row(body, "Digest of its meaning", HtmlText.code(identity.digest()));
        row(body, "Digest of its registers", HtmlText.code(identity.registers()));
        row(body, "Digest of all else its files say", HtmlText.code(identity.assurance()));
        text(body, "Notice", header.notice());
        body.line("</tbody></table>");
        body.line("<h3>Approvals</h3>");
        if (signOff.isEmpty()) {
            body.line("<p>Nobody has approved it: the bundle holds no approval.</p>");
        } else {
            approval(signOff.get(), body);
        }
        return body.html();
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
                        : "The approval in the bundle is of another text, or was given under another edition of what a"
                                + " policy means.");
        body.line("<ul>");
        for (SignOff.Signature each : signOff.signed()) {
            body.line(
                    "<li>{}, {}{}</li>",
                    each.by(),
                    Glossary.day(each.on()),
                    each.reference().map(where -> " (" + where + ")").orElse(""));
        }
        body.line("</ul>");
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
