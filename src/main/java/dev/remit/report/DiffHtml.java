package dev.remit.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The difference between two policies as a page in HTML. */
final class DiffHtml {
    private static final String STYLE = """

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

    private final StringBuilder body = new StringBuilder();

    private DiffHtml() {}

    static String of(DiffDocument document) {
        DiffHtml page = new DiffHtml();
        page.body
                .append("<main>\n<h1>")
                .append(HtmlPage.text(document.title()))
                .append("</h1>\n<p class=\"verdict\">")
                .append(runs(document.verdict()))
                .append("</p>\n");
        page.items(document.summary());
        document.sections().forEach(page::section);
        page.body.append("</main>\n");
        return HtmlPage.of(document.title(), STYLE, page.body.toString(), "");
    }

    private void section(DiffDocument.Section section) {
        body.append("<section>\n<h2>").append(HtmlPage.text(section.heading())).append("</h2>\n");
        section.entries().forEach(this::entry);
        body.append("</section>\n");
    }

    private void entry(DiffDocument.Entry entry) {
        String classes = entry.mark().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ");
        body.append("<article class=\"change ")
                .append(classes)
                .append("\">\n<p><span class=\"mark\">")
                .append(HtmlPage.text(entry.mark()))
                .append("</span>")
                .append(runs(entry.sentence()))
                .append("</p>\n");
        items(entry.below());
        if (!entry.notes().isEmpty()) {
            body.append("<p class=\"notes\">")
                    .append(entry.notes().stream()
                            .map(each -> runs(each.runs()))
                            .collect(Collectors.joining("; ")))
                    .append("</p>\n");
        }
        entry.asking()
                .ifPresent(each -> body.append("<details><summary>Ask it again</summary><pre>")
                        .append(HtmlPage.text(each))
                        .append("</pre></details>\n"));
        body.append("</article>\n");
    }

    private void items(List<Item> items) {
        if (!items.isEmpty()) {
            body.append("<ul>\n");
            for (Item item : items) {
                body.append("<li>").append(runs(item.runs()));
                items(item.below());
                body.append("</li>\n");
            }
            body.append("</ul>\n");
        }
    }

    private static String runs(List<Run> runs) {
        return runs.stream().map(DiffHtml::run).collect(Collectors.joining());
    }

    private static String run(Run run) {
        String text = spaced(run.text());
        return switch (run.style()) {
            case PLAIN -> text;
            case STRONG -> "<strong>" + text + "</strong>";
            case CODE -> "<code>" + text + "</code>";
        };
    }

    /** The blanks at both ends part a run from its neighbours. */
    private static String spaced(String text) {
        String before = text.startsWith(" ") ? " " : "";
        String after = text.length() > 1 && text.endsWith(" ") ? " " : "";
        return before + HtmlPage.text(text) + after;
    }
}
