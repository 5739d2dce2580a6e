package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.Access;
import dev.remit.analyze.Region;
import dev.remit.decide.Grant;
import dev.remit.model.Clause;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Ruling;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What stands behind the fields of a matrix, as HTML: for each field its rules and their conditions, and each rule once. */
final class MatrixDetails {
    private final Access access;
    private final Policy policy;
    private final Glossary glossary;
    private final RegionWords words;
    private final OptOutWords optOuts;
    private final Map<Id.Rule, Rule> rules = new TreeMap<>();
    private final Set<Id.Rule> mentioned = new TreeSet<>();

    MatrixDetails(Access access) {
        this.access = access;
        this.policy = access.policy();
        Vocabulary vocabulary = policy.vocabulary();
        this.glossary = Glossary.html(vocabulary);
        this.words = RegionWords.titles(vocabulary);
        this.optOuts = new OptOutWords(glossary);
        policy.rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    /**
     * A field.
     *
     * @param name where its details stand on the page
     * @param title whose field it is, as HTML
     * @param categories the work categories for which something is permitted in it
     * @param detail its details; empty if there is nothing to tell
     */
    record Field(String name, String title, Set<String> categories, String detail) {
        Field {
            categories = Set.copyOf(categories);
        }
    }

    private Rule rule(Id.Rule id) {
        return requireNonNull(rules.get(id), "every rule of the policy is known");
    }

    /** The name of a place on the page. */
    static String name(Object... parts) {
        StringBuilder name = new StringBuilder();
        for (Object part : parts) {
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        return HtmlPage.text(name);
    }

    Field field(Access.Cell cell) {
        String name = name("field", cell.role(), cell.activity(), cell.level());
        String title = glossary.title(new Id.Role(cell.role())) + ", "
                + glossary.within(new Id.Activity(cell.activity())) + ", level " + HtmlPage.text(cell.level());
        Set<String> categories = new LinkedHashSet<>();
        StringBuilder detail = new StringBuilder();
        for (Access.Allowing each : access.rules(cell.asked())) {
            each.grants().forEach(grant -> grant.category().ifPresent(category -> categories.add(category.value())));
            detail.append(allowing(each, cell));
        }
        if (cell.isForbidden()) {
            Stream.concat(cell.forbiddenBy().stream(), cell.rules().stream())
                    .forEach(each -> detail.append("<section data-rule=\"")
                            .append(each)
                            .append("\">\n")
                            .append(heading(each))
                            .append("</section>\n"));
        }
        if (!detail.isEmpty()) {
            detail.insert(0, "<article id=\"" + name + "\">\n<h3>" + title + ": " + MatrixText.word(cell) + "</h3>\n")
                    .append("</article>");
        }
        return new Field(name, title, categories, detail.toString());
    }

    /** The title of a rule, which leads to what is told of it once for all fields. */
    private String heading(Id.Rule id) {
        mentioned.add(id);
        String title = rule(id).title();
        return "<h4><a href=\"#" + name("rule", id) + "\">" + HtmlPage.text(title.isBlank() ? id : title)
                + "</a></h4>\n";
    }

    private String allowing(Access.Allowing allowing, Access.Cell cell) {
        Rule rule = rule(allowing.rule());
        StringBuilder section = new StringBuilder("<section data-rule=\"" + rule.id() + "\">\n" + heading(rule.id()));
        section.append(conditions(allowing.when()));
        section.append(list("Duties", duties(allowing.grants())));
        Set<Id.Route> routes = new TreeSet<>();
        allowing.grants().forEach(grant -> grant.route().ifPresent(routes::add));
        boolean isPatientData = policy.vocabulary().levels().stream()
                .filter(level -> level.id().value().equals(cell.level()))
                .anyMatch(Level::patientData);
        section.append(list("Opted-out patients", isPatientData ? optOuts.of(rule, routes) : List.of()));
        return section.append("</section>\n").toString();
    }

    private String conditions(List<Region> when) {
        List<Told> told = Told.of(when);
        if (told.size() == 1) {
            List<String> all = bullets(told.get(0));
            return all.isEmpty() ? "<p>Always.</p>\n" : "<p>If</p>\n" + list(all);
        }
        StringBuilder ways = new StringBuilder("<p>In any one of these cases:</p>\n<ol>\n");
        told.forEach(
                each -> ways.append("<li>").append(list(bullets(each)).strip()).append("</li>\n"));
        return ways.append("</ol>\n").toString();
    }

    private List<String> bullets(Told told) {
        List<String> bullets = new ArrayList<>();
        words.choices(told.bound()).forEach(each -> bullets.add(HtmlPage.text(Glossary.upper(each))));
        words.conditions(told.bound()).forEach(each -> bullets.add(HtmlPage.text(Glossary.upper(each))));
        if (!told.oneOf().isEmpty()) {
            List<String> either =
                    words.conditions(told.oneOf()).stream().map(HtmlPage::text).toList();
            bullets.add("Any one of these:\n" + list(either).strip());
        }
        return bullets;
    }

    /** Duties of all grants, and those of some with the ways in they come with. */
    private List<String> duties(List<Grant> grants) {
        Map<Id.Obligation, Set<Id>> by = new TreeMap<>();
        for (Grant grant : grants) {
            for (Id.Obligation duty : grant.obligations()) {
                Set<Id> places = by.computeIfAbsent(duty, none -> new LinkedHashSet<>());
                grant.route().ifPresent(places::add);
            }
        }
        List<String> duties = new ArrayList<>();
        by.forEach((duty, places) -> {
            boolean always =
                    grants.stream().allMatch(grant -> grant.obligations().contains(duty));
            duties.add(glossary.title(duty) + (always ? "" : ", by way of " + glossary.either(places)));
        });
        return duties;
    }

    private static String list(String heading, List<String> items) {
        return items.isEmpty() ? "" : "<h5>" + heading + "</h5>\n" + list(items);
    }

    private static String list(List<String> items) {
        StringBuilder list = new StringBuilder("<ul>\n");
        items.forEach(item -> list.append("<li>").append(item).append("</li>\n"));
        return list.append("</ul>\n").toString();
    }

    /** Each rule that stands behind some field: its reason and its clauses. */
    String rules() {
        StringBuilder all = new StringBuilder("<section id=\"rules\" aria-labelledby=\"rules-title\">\n"
                + "<h2 id=\"rules-title\">The rules behind them</h2>\n");
        Map<Id.Citation, String> clauses = clauses();
        for (Id.Rule id : mentioned) {
            Rule rule = rule(id);
            all.append("<article id=\"" + name("rule", id) + "\">\n<h3>" + HtmlPage.code(id) + "</h3>\n");
            if (!rule.title().isBlank()) {
                all.append("<p class=\"title\">" + HtmlPage.text(rule.title()) + ".</p>\n");
            }
            if (!rule.because().isBlank()) {
                all.append("<p>Because: " + HtmlPage.text(rule.because()) + "</p>\n");
            }
            List<String> cited = rule.cites().stream()
                    .map(each -> HtmlPage.code(each) + clauses.getOrDefault(each, ""))
                    .toList();
            all.append(cited.isEmpty() ? "" : "<p>Stands on</p>\n" + list(cited))
                    .append("</article>\n");
        }
        return all.append("</section>").toString();
    }

    private Map<Id.Citation, String> clauses() {
        Map<Id.Citation, String> clauses = new LinkedHashMap<>();
        for (Ruling each : policy.rulings()) {
            clauses.put(each.id(), " " + HtmlPage.text(each.title()));
        }
        for (Clause each : policy.clauses()) {
            clauses.put(each.id(), " (" + HtmlPage.text(each.section()) + ") " + HtmlPage.text(each.says()));
        }
        return clauses;
    }
}
