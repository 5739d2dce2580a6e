package dev.remit.report;

import dev.remit.analyze.Access;
import dev.remit.analyze.Progress;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Policy;
import dev.remit.model.Term;
import dev.remit.model.WorkCategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The access matrix as one page in HTML: a table for each role with activities down and levels across, and for each field
 * the conditions, duties, handling of opted-out patients, rules and clauses. The page is one file and needs no network.
 * Without scripts it is a page with links; with them, fields open where they are and roles, levels and work categories
 * can be picked.
 */
public final class MatrixPage {
    private final Access access;
    private final Policy policy;
    private final MatrixDetails details;
    private final StringBuilder page = new StringBuilder();

    private MatrixPage(Access access) {
        this.access = access;
        this.policy = access.policy();
        this.details = new MatrixDetails(access);
    }

    /** The page of a policy; the same for the same policy. */
    public static String of(Access access) {
        return of(access, Progress.UNHEARD);
    }

    /** The same, while somebody hears how far it has come. */
    public static String of(Access access, Progress progress) {
        return new MatrixPage(access).write(progress);
    }

    private String write(Progress progress) {
        Map<String, Map<String, Map<Access.Cell, MatrixDetails.Field>>> byRole = new LinkedHashMap<>();
        List<Access.Cell> cells = access.matrix((done, all) -> progress.at(done / 2, all));
        for (int i = 0; i < cells.size(); i++) {
            Access.Cell cell = cells.get(i);
            byRole.computeIfAbsent(cell.role(), each -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.activity(), each -> new LinkedHashMap<>())
                    .put(cell, details.field(cell));
            progress.at((cells.size() + i + 1) / 2, cells.size());
        }
        head();
        filter();
        line("<main id=\"matrix\">");
        policy.vocabulary()
                .roles()
                .forEach(role -> table(role, byRole.getOrDefault(role.id().value(), Map.of())));
        line("</main>");
        line("<section id=\"fields\" aria-labelledby=\"fields-title\">");
        line("<h2 id=\"fields-title\">Field by field</h2>");
        byRole.values()
                .forEach(role -> role.values().forEach(row -> row.values().forEach(each -> line(each.detail()))));
        line("</section>");
        line(details.rules());
        line(MatrixScript.DIALOG);
        return HtmlPage.of(
                "Who may do what: " + policy.header().title(),
                MatrixScript.STYLE,
                page.toString(),
                MatrixScript.SCRIPT);
    }

    private void line(String line) {
        page.append(line.strip()).append('\n');
    }

    private void head() {
        Header header = policy.header();
        line("<a class=\"skip\" href=\"#matrix\">To the tables</a>");
        line("<header>");
        line("<h1>Who may do what: " + HtmlPage.text(header.title()) + "</h1>");
        line("<p class=\"faint\">" + HtmlPage.code(header.id()) + " version " + HtmlPage.text(header.version())
                + "</p>");
        if (!header.notice().isBlank()) {
            line("<p class=\"notice\">" + HtmlPage.text(header.notice()) + "</p>");
        }
        line("<p>For each role, what it may do to which level of data. "
                + word("always") + ": in every state there can be, for some purpose and by some way in. "
                + word("if") + ": under the conditions behind the link. "
                + word("never") + ": nothing permits it. "
                + word("forbidden") + ": a rule forbids it, or all that others would permit of it. "
                + "Nothing is said about opted-out patients. All of it is worked out from the policy, exactly.</p>");
        line("<nav aria-label=\"Roles\"><ul class=\"roles\">");
        policy.vocabulary()
                .roles()
                .forEach(role -> line("<li><a href=\"#" + MatrixDetails.name("role", role.id()) + "\">"
                        + HtmlPage.text(role.title()) + "</a></li>"));
        line("</ul></nav>");
        line("</header>");
    }

    private static String word(String word) {
        return "<span class=\"" + word + "\">" + word + "</span>";
    }

    private void filter() {
        line("<form id=\"filter\" class=\"screen\" hidden=\"hidden\" aria-label=\"What is shown\">");
        Map<Id, String> roles = new LinkedHashMap<>();
        policy.vocabulary().roles().forEach((Term<Id.Role> each) -> roles.put(each.id(), each.title()));
        select("role", "Role", "all roles", roles);
        Map<Id, String> levels = new LinkedHashMap<>();
        policy.vocabulary().levels().forEach((Level each) -> levels.put(each.id(), each.id() + ": " + each.title()));
        select("level", "Level", "all levels", levels);
        Map<Id, String> categories = new LinkedHashMap<>();
        policy.vocabulary().categories().forEach((WorkCategory each) -> categories.put(each.id(), each.title()));
        if (!categories.isEmpty()) {
            select("category", "Work category", "any", categories);
        }
        line("<label class=\"check\"><input type=\"checkbox\" id=\"only\" /> Only what is permitted</label>");
        line("<button type=\"reset\">Show all</button>");
        line("<output id=\"shown\" role=\"status\"></output>");
        line("</form>");
    }

    private void select(String id, String label, String all, Map<Id, String> choices) {
        line("<label>" + label + " <select id=\"" + id + "\"><option value=\"\">" + all + "</option>");
        choices.forEach((value, title) ->
                line("<option value=\"" + HtmlPage.text(value) + "\">" + HtmlPage.text(title) + "</option>"));
        line("</select></label>");
    }

    private void table(Term<Id.Role> role, Map<String, Map<Access.Cell, MatrixDetails.Field>> rows) {
        String name = MatrixDetails.name("role", role.id());
        line("<section class=\"role\" data-role=\"" + HtmlPage.text(role.id()) + "\" aria-labelledby=\"" + name
                + "\">");
        line("<h2 id=\"" + name + "\">" + HtmlPage.text(role.title()) + "</h2>");
        if (!role.description().isBlank()) {
            line("<p class=\"faint\">" + HtmlPage.text(role.description()) + "</p>");
        }
        line("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + name + "\"><table>");
        line("<caption>" + HtmlPage.text(role.title()) + ": activities by levels of data</caption>");
        line("<thead><tr><th scope=\"col\">Activity</th>");
        policy.vocabulary()
                .levels()
                .forEach(level -> line("<th scope=\"col\" data-level=\"" + HtmlPage.text(level.id()) + "\">"
                        + HtmlPage.text(level.id()) + " <span class=\"sub\">" + HtmlPage.text(level.title())
                        + "</span></th>"));
        line("</tr></thead>");
        line("<tbody>");
        policy.vocabulary().activities().forEach(activity -> {
            line("<tr><th scope=\"row\">" + HtmlPage.text(activity.title()) + "</th>");
            rows.getOrDefault(activity.id().value(), Map.of()).forEach((cell, field) -> line(td(cell, field)));
            line("</tr>");
        });
        line("</tbody></table></div>");
        line("</section>");
    }

    private static String td(Access.Cell cell, MatrixDetails.Field field) {
        String word = MatrixText.word(cell);
        String shown = field.detail().isEmpty()
                ? word(word)
                : "<a class=\"field " + word + "\" href=\"#" + field.name() + "\" aria-label=\"" + word + ": "
                        + field.title() + "\">" + word + "</a>";
        return "<td data-level=\"" + HtmlPage.text(cell.level()) + "\" data-says=\"" + word + "\" data-in=\""
                + HtmlPage.text(String.join(" ", new TreeSet<>(field.categories()))) + "\">" + shown + "</td>";
    }
}
