package dev.remit.report;

import dev.remit.model.Header;
import dev.remit.model.Meaning;
import dev.remit.model.Policy;
import java.util.ArrayList;
import java.util.List;

/** What stands at the head of a policy's page. */
final class HeaderText {
    private final Policy policy;
    private final Header header;

    HeaderText(Policy policy) {
        this.policy = policy;
        this.header = policy.header();
    }

    void write(Markdown page) {
        page.heading(1, Markdown.plain(header.title()));
        page.line("<!-- Made by `remit page`. Edit the policy and make it anew, not this page. -->")
                .blank();
        page.paragraph(header.notice().isBlank() ? "" : "> " + Markdown.plain(header.notice()));
        page.paragraph(Markdown.plain(header.description()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Policy", Markdown.code(header.id()) + ", version " + Markdown.plain(header.version())));
        add(rows, "Answered for by", header.owner());
        add(rows, "Approved by", header.approver());
        header.effectiveFrom().ifPresent(day -> rows.add(List.of("In force from", Markdown.day(day))));
        header.reviewBy().ifPresent(day -> rows.add(List.of("To be looked at again by", Markdown.day(day))));
        add(rows, "Days begin and end in", header.zone().getId());
        rows.add(List.of("Digest of its meaning", Markdown.code(Meaning.digest(policy))));
        page.table(List.of("", ""), rows);
        sources(page);
    }

    private static void add(List<List<String>> rows, String name, String value) {
        if (!value.isBlank()) {
            rows.add(List.of(name, Markdown.plain(value)));
        }
    }

    private void sources(Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        for (Header.SourceDocument each : header.sources()) {
            rows.add(List.of(
                    Markdown.code(each.id()),
                    Markdown.plain(each.title()),
                    Markdown.plain(each.edition()),
                    each.read().map(Markdown::day).orElse(""),
                    each.address().isBlank() ? "" : "<" + each.address() + ">",
                    Markdown.plain(each.licence())));
        }
        if (!rows.isEmpty()) {
            page.heading(2, "Sources");
            page.table(List.of("", "Document", "Edition", "Read on", "Address", "Licence"), rows);
        }
    }
}
