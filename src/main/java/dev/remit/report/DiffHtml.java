package dev.remit.report;

import dev.remit.writing.HtmlBody;
import dev.remit.writing.HtmlPage;
import dev.remit.writing.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders the difference between two policies as a page in HTML. */
final class DiffHtml {
    static final String STYLE = """

            .verdict { font-size: 1.15rem; }
            .change { border-left: .3rem solid var(--line); padding: .1rem 0 .1rem .9rem; margin: 0 0 1.4rem; }
            .change > p:first-child { margin-top: 0; }
            .wider, .gained { border-color: var(--bar); }
            .narrower, .lost { border-color: var(--yes); }
            .mark {
              display: inline-block; font-size: .8rem; font-weight: 650; letter-spacing: .03em; padding: 0 .45rem;
              margin-right: .5rem; border: 1px solid currentcolor; border-radius: .3rem; color: var(--faint);
            }
            .wider .mark, .gained .mark { color: var(--bar); background: var(--bar-back); }
            .narrower .mark, .lost .mark { color: var(--yes); background: var(--yes-back); }
            .notes { color: var(--faint); font-size: .9rem; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--shade); padding: .6rem; margin: .4rem 0; }
            summary { cursor: pointer; color: var(--link); }
            @media print { details > summary { display: none; } .change { break-inside: avoid; } }
            """;

    private final HtmlBody body = new HtmlBody();

    private DiffHtml() {}

    static String of(DiffDocument document) {
        DiffHtml page = new DiffHtml();
        page.body.line("<main>");
        page.body.line("<h1>{}</h1>", document.title());
        page.body.line("<p class=\"verdict\">{}</p>", runs(document.verdict()));
        page.items(document.summary());
        page.items(document.head());
        document.sections().forEach(page::section);
        page.body.line("</main>");
        return HtmlPage.of(document.title(), STYLE, page.body.html(), "");
    }

    /** The same as a part of another page: its headings are one level further down. */
    static HtmlText part(DiffDocument document) {
        DiffHtml page = new DiffHtml();
        page.body.line("<p class=\"verdict\">{}.</p>", runs(begun(document.verdict())));
        page.items(document.summary());
        if (!document.head().isEmpty()) {
            page.body.line("<details><summary>Which two versions these are</summary>");
            page.items(document.head());
            page.body.line("</details>");
        }
        if (document.summary().isEmpty() && document.sections().isEmpty()) {
            page.body.line("<p>Every question has the same answer in both versions, and their files say the same.</p>");
        }
        for (DiffDocument.Section section : document.sections()) {
            page.body.line("<h3>{}</h3>", section.heading());
            section.entries().forEach(page::entry);
        }
        return page.body.html();
    }

    /** As the beginning of a sentence. */
    private static List<Run> begun(List<Run> runs) {
        List<Run> begun = new ArrayList<>(runs);
        begun.set(0, Run.plain(Glossary.upper(runs.get(0).text())));
        return begun;
    }

    private void section(DiffDocument.Section section) {
        body.line("<section>");
        body.line("<h2>{}</h2>", section.heading());
        section.entries().forEach(this::entry);
        body.line("</section>");
    }

    private void entry(DiffDocument.Entry entry) {
        String classes = entry.mark().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ");
        body.line("<article class=\"change {}\">", classes);
        body.line("<p><span class=\"mark\">{}</span>{}</p>", entry.mark(), runs(entry.sentence()));
        items(entry.below());
        if (!entry.notes().isEmpty()) {
            body.line(
                    "<p class=\"notes\">{}</p>",
                    HtmlText.joined(
                            "; ",
                            entry.notes().stream()
                                    .map(each -> runs(each.runs()))
                                    .toList()));
        }
        entry.asking()
                .ifPresent(each -> body.line(
                        "<details><summary>As a question on the command line</summary><pre>{}</pre></details>", each));
        body.line("</article>");
    }

    private void items(List<Item> items) {
        if (!items.isEmpty()) {
            body.line("<ul>");
            for (Item item : items) {
                body.add("<li>{}", runs(item.runs()));
                items(item.below());
                body.line("</li>");
            }
            body.line("</ul>");
        }
    }

    private static HtmlText runs(List<Run> runs) {
        return HtmlText.joined("", runs.stream().map(DiffHtml::run).toList());
    }

    private static HtmlText run(Run run) {
        HtmlText text = HtmlText.spaced(run.text());
        return switch (run.style()) {
            case PLAIN -> text;
            case STRONG -> HtmlText.of("<strong>{}</strong>", text);
            case CODE -> HtmlText.of("<code>{}</code>", text);
        };
    }
}
