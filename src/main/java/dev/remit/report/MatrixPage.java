package dev.remit.report;

import dev.remit.analyze.Progress;
import dev.remit.analyze.access.AccessReview;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Policy;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import dev.remit.writing.HtmlBody;
import dev.remit.writing.HtmlPage;
import dev.remit.writing.HtmlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Renders the access matrix as one page in HTML: a table for each role with activities down and levels across, and for
 * each field the conditions, duties, treatment of opted-out patients, rules and clauses. The page is one file and needs
 * no network. Without scripts it is a page with links; with them, fields open in place, and roles, levels and work
 * categories can be selected.
 */
public final class MatrixPage {
    private final AccessReview access;
    private final Policy policy;
    private final MatrixDetails details;
    private final HtmlBody page = new HtmlBody();

    private MatrixPage(AccessReview access) {
        this.access = access;
        this.policy = access.policy();
        this.details = new MatrixDetails(access);
    }

    /** Renders the page of a policy; the same policy gives the same page. */
    public static String of(AccessReview access) {
        return of(access, Progress.UNHEARD);
    }

    /** The same, with progress reports. */
    public static String of(AccessReview access, Progress progress) {
        return new MatrixPage(access).write(progress);
    }

    private String write(Progress progress) {
        Map<String, Map<String, Map<AccessReview.Cell, MatrixDetails.Field>>> byRole = new LinkedHashMap<>();
        List<AccessReview.Cell> cells = access.matrix((done, all) -> progress.at(done / 2, all));
        for (int i = 0; i < cells.size(); i++) {
            AccessReview.Cell cell = cells.get(i);
            byRole.computeIfAbsent(cell.role(), each -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.activity(), each -> new LinkedHashMap<>())
                    .put(cell, details.field(cell));
            progress.at((cells.size() + i + 1) / 2, cells.size());
        }
        head();
        filter();
        page.line("<main id=\"matrix\">");
        policy.vocabulary()
                .roles()
                .forEach(role -> table(role, byRole.getOrDefault(role.id().value(), Map.of())));
        page.line("</main>");
        page.line("<section id=\"fields\" aria-labelledby=\"fields-title\">");
        page.line("<h2 id=\"fields-title\">Field by field</h2>");
        byRole.values()
                .forEach(role -> role.values().forEach(row -> row.values().forEach(each -> page.line(each.detail()))));
        page.line("</section>");
        page.line(details.rules());
        page.line(MatrixScript.DIALOG);
        return HtmlPage.of(
                "Who may do what: " + policy.header().title(), MatrixScript.STYLE, page.html(), MatrixScript.SCRIPT);
    }

    private void head() {
        Header header = policy.header();
        page.line("<a class=\"skip\" href=\"#matrix\">To the tables</a>");
        page.line("<header>");
        page.line("<h1>Who may do what: {}</h1>", header.title());
        page.line("<p class=\"faint\">{} version {}</p>", HtmlText.code(header.id()), header.version());
        if (!header.notice().isBlank()) {
            page.line("<p class=\"notice\">{}</p>", header.notice());
        }
        page.line(
                "<p>For each role, what it may do{}. {}: in every state there can be, for some"
                        + " purpose and by some way in. {}: under the conditions behind the link. {}: nothing permits it."
                        + " {}: a rule forbids it, or all that others would permit of it.{}"
                        + " All of it is worked out from the policy, exactly.</p>",
                hasOneLevel() ? "" : " to which level of data",
                word("always"),
                word("if"),
                word("never"),
                word("forbidden"),
                policy.vocabulary().registers().isEmpty() ? "" : " Nothing is said about opted-out patients.");
        page.line("<nav aria-label=\"Roles\"><ul class=\"roles\">");
        policy.vocabulary()
                .roles()
                .forEach(role -> page.line(
                        "<li><a href=\"#{}\">{}</a></li>", MatrixDetails.name("role", role.id()), role.title()));
        page.line("</ul></nav>");
        page.line("</header>");
    }

    private boolean hasOneLevel() {
        return policy.vocabulary().levels().size() == 1;
    }

    private static HtmlText word(String word) {
        return HtmlText.of("<span class=\"{}\">{}</span>", word, word);
    }

    private void filter() {
        page.line("<form id=\"filter\" class=\"screen\" hidden=\"hidden\" aria-label=\"What is shown\">");
        Map<Id, String> roles = new LinkedHashMap<>();
        policy.vocabulary().roles().forEach((VocabularyEntry<Id.Role> each) -> roles.put(each.id(), each.title()));
        select("role", "Role", "all roles", roles);
        Map<Id, String> levels = new LinkedHashMap<>();
        policy.vocabulary().levels().forEach((Level each) -> levels.put(each.id(), each.id() + ": " + each.title()));
        if (!hasOneLevel()) {
            select("level", "Level", "all levels", levels);
        }
        Map<Id, String> categories = new LinkedHashMap<>();
        policy.vocabulary().categories().forEach((WorkCategory each) -> categories.put(each.id(), each.title()));
        if (!categories.isEmpty()) {
            select("category", "Work category", "any", categories);
        }
        page.line("<label class=\"check\"><input type=\"checkbox\" id=\"only\" /> Only what can be permitted</label>");
        page.line("<button type=\"reset\">Show all</button>");
        page.line("<output id=\"shown\" role=\"status\"></output>");
        page.line("</form>");
    }

    private void select(String id, String label, String all, Map<Id, String> choices) {
        page.line("<label>{} <select id=\"{}\"><option value=\"\">{}</option>", label, id, all);
        choices.forEach((value, title) -> page.line("<option value=\"{}\">{}</option>", value, HtmlText.bare(title)));
        page.line("</select></label>");
    }

    private void table(VocabularyEntry<Id.Role> role, Map<String, Map<AccessReview.Cell, MatrixDetails.Field>> rows) {
        String name = MatrixDetails.name("role", role.id());
        page.line("<section class=\"role\" data-role=\"{}\" aria-labelledby=\"{}\">", role.id(), name);
        page.line("<h2 id=\"{}\">{}</h2>", name, role.title());
        if (!role.description().isBlank()) {
            page.line("<p class=\"faint\">{}</p>", role.description());
        }
        page.line("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{}\"><table>", name);
        page.line("<caption>{}: activities{}</caption>", role.title(), hasOneLevel() ? "" : " by levels of data");
        page.line("<thead><tr><th scope=\"col\">Activity</th>");
        policy.vocabulary()
                .levels()
                .forEach(level -> page.line(
                        "<th scope=\"col\" data-level=\"{}\">{} <span class=\"sub\">{}</span></th>",
                        level.id(),
                        hasOneLevel() ? "may" : level.id(),
                        hasOneLevel() ? "" : level.title()));
        page.line("</tr></thead>");
        page.line("<tbody>");
        policy.vocabulary().activities().forEach(activity -> {
            page.line("<tr><th scope=\"row\">{}</th>", activity.title());
            rows.getOrDefault(activity.id().value(), Map.of()).forEach((cell, field) -> page.line(td(cell, field)));
            page.line("</tr>");
        });
        page.line("</tbody></table></div>");
        page.line("</section>");
    }

    private static HtmlText td(AccessReview.Cell cell, MatrixDetails.Field field) {
        String word = MatrixText.word(cell);
        return HtmlText.of(
                "<td data-level=\"{}\" data-says=\"{}\" data-in=\"{}\">{}</td>",
                cell.level(),
                word,
                String.join(" ", new TreeSet<>(field.categories())),
                field.detail().isEmpty()
                        ? word(word)
                        : HtmlText.of(
                                "<a class=\"field {}\" href=\"#{}\" aria-label=\"{}: {}\">{}</a>",
                                word,
                                field.name(),
                                word,
                                field.title(),
                                word));
    }
}
