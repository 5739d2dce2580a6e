package dev.remit.report;

import dev.remit.decide.PolicyIdentity;
import dev.remit.model.Header;
import dev.remit.model.Policy;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** Writes the head of a policy's page. */
final class HeaderText {
    private final PolicyIdentity identity;
    private final Header header;

    HeaderText(Policy policy, PolicyIdentity identity) {
        this.identity = identity;
        this.header = policy.header();
    }

    void write(MarkdownPage page) {
        page.heading(1, header.title());
        page.line("<!-- Made by `remit page`. Edit the policy and make it anew, not this page. -->")
                .blank();
        if (!header.notice().isBlank()) {
            page.paragraph("> {}", header.notice());
        }
        page.paragraph(MarkdownText.text(header.description()));
        List<List<?>> rows = new ArrayList<>();
        rows.add(
                List.of("Policy", MarkdownText.of("{}, version {}", MarkdownText.code(header.id()), header.version())));
        add(rows, "Answered for by", header.owner());
        add(rows, "Approved by", header.approver());
        header.effectiveFrom().ifPresent(day -> rows.add(List.of("In force from", Glossary.day(day))));
        header.reviewBy().ifPresent(day -> rows.add(List.of("To be looked at again by", Glossary.day(day))));
        add(rows, "Days begin and end in", header.zone().getId());
        rows.add(List.of("Digest of its meaning", MarkdownText.code(identity.digest())));
        rows.add(List.of("Digest of all else its files say", MarkdownText.code(identity.assurance())));
        page.table(List.of("", ""), rows);
        sources(page);
    }

    private static void add(List<List<?>> rows, String name, String value) {
        if (!value.isBlank()) {
            rows.add(List.of(name, value));
        }
    }

    private void sources(MarkdownPage page) {
        List<List<?>> rows = new ArrayList<>();
        for (Header.SourceDocument each : header.sources()) {
            rows.add(List.of(
                    MarkdownText.code(each.id()),
                    each.title(),
                    each.edition(),
                    each.read().map(Glossary::day).orElse(""),
                    MarkdownText.address(each.address()),
                    each.licence()));
        }
        if (!rows.isEmpty()) {
            page.heading(2, "Sources");
            page.table(List.of("", "Document", "Edition", "Read on", "Address", "Licence"), rows);
        }
    }
}
