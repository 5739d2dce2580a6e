package dev.remit.report;

import dev.remit.analyze.access.AccessReview;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Policy;
import dev.remit.report.words.RegionWords;
import dev.remit.writing.HtmlBody;
import dev.remit.writing.HtmlText;
import java.util.List;

/** Renders who may do what on each level of data, with the conditions: for readers without scripts. */
final class ExploreOverview {
    private final Policy policy;
    private final Glossary glossary;
    private final RegionWords words;

    ExploreOverview(Policy policy) {
        this.policy = policy;
        glossary = Glossary.of(policy.vocabulary());
        words = RegionWords.titles(policy.vocabulary());
    }

    HtmlText of(List<AccessReview.Cell> cells) {
        HtmlBody body = new HtmlBody();
        long always = cells.stream()
                .filter(each -> MatrixText.word(each).equals("always"))
                .count();
        long conditional = cells.stream()
                .filter(each -> MatrixText.word(each).equals("if"))
                .count();
        body.line("<section id=\"overview\" aria-labelledby=\"overview-title\">");
        body.line("<h2 id=\"overview-title\">Who may do what</h2>");
        body.line(
                "<p>Of {} fields, one for each {}, {} always permitted and {} on conditions."
                        + " What is not listed is never permitted.</p>",
                cells.size(),
                policy.vocabulary().levels().size() == 1 ? "role and activity" : "role, activity and level",
                always == 1 ? "1 is" : always + " are",
                conditional);
        for (Level level : policy.vocabulary().levels()) {
            List<AccessReview.Cell> here = cells.stream()
                    .filter(each -> each.level().equals(level.id().value()))
                    .filter(each -> List.of("always", "if").contains(MatrixText.word(each)))
                    .toList();
            level(level, here, body);
        }
        return body.line("</section>").html();
    }

    private void level(Level level, List<AccessReview.Cell> cells, HtmlBody body) {
        boolean isOnly = policy.vocabulary().levels().size() == 1;
        if (!isOnly) {
            body.line("<h3>Level {}: {}</h3>", level.id(), level.title());
        }
        if (cells.isEmpty()) {
            body.line("<p>Nobody may do anything here.</p>");
            return;
        }
        body.line("<table><thead><tr><th scope=\"col\">Role</th><th scope=\"col\">May</th><th"
                + " scope=\"col\">If</th></tr>");
        body.line("</thead><tbody>");
        for (AccessReview.Cell cell : cells) {
            body.line(
                    "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
                    glossary.title(new Id.Role(cell.role())),
                    glossary.within(new Id.Activity(cell.activity())),
                    MatrixText.word(cell).equals("always")
                            ? HtmlText.of("<span class=\"always\">always</span>")
                            : HtmlText.joined(
                                    "<br />",
                                    words.phrases(cell.when()).stream()
                                            .map(HtmlText::text)
                                            .toList()));
        }
        body.line("</tbody></table>");
    }
}
