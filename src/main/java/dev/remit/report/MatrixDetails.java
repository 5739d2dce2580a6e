package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.Region;
import dev.remit.analyze.access.AccessReview;
import dev.remit.decide.Grant;
import dev.remit.model.Clause;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Ruling;
import dev.remit.model.Vocabulary;
import dev.remit.report.words.RegionWords;
import dev.remit.writing.HtmlBody;
import dev.remit.writing.HtmlText;
import dev.remit.writing.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Renders the details of a matrix as HTML: for each field its rules and their conditions, and each rule once. */
final class MatrixDetails {
    private final AccessReview access;
    private final Policy policy;
    private final Glossary glossary;
    private final RegionWords words;
    private final OptOutWords optOuts;
    private final Map<Id.Rule, Rule> rules = new TreeMap<>();
    private final Set<Id.Rule> mentioned = new TreeSet<>();

    MatrixDetails(AccessReview access) {
        this.access = access;
        this.policy = access.policy();
        Vocabulary vocabulary = policy.vocabulary();
        this.glossary = Glossary.of(vocabulary);
        this.words = RegionWords.titles(vocabulary);
        this.optOuts = new OptOutWords(glossary);
        policy.rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    /**
     * A field of the matrix, with its details.
     *
     * @param name the anchor of its details on the page
     * @param title the title of its role, activity and level
     * @param categories the work categories for which something is permitted in it
     * @param detail its details; empty if there are none
     */
    record Field(String name, String title, Set<String> categories, HtmlText detail) {
        Field {
            categories = Set.copyOf(categories);
        }
    }

    private Rule rule(Id.Rule id) {
        return requireNonNull(rules.get(id), "every rule of the policy is known");
    }

    /** The name of an anchor on the page. */
    static String name(Object... parts) {
        StringBuilder name = new StringBuilder();
        for (Object part : parts) {
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        return name.toString();
    }

    Field field(AccessReview.Cell cell) {
        String name = name("field", cell.role(), cell.activity(), cell.level());
        String title = glossary.title(new Id.Role(cell.role())) + ", "
                + glossary.within(new Id.Activity(cell.activity())) + onLevel(cell);
        Set<String> categories = new LinkedHashSet<>();
        HtmlBody detail = new HtmlBody();
        for (AccessReview.Allowing each : access.rules(cell.asked())) {
            each.grants().forEach(grant -> grant.category().ifPresent(category -> categories.add(category.value())));
            allowing(each, cell, detail);
        }
        if (cell.isForbidden()) {
            Stream.concat(cell.forbiddenBy().stream(), cell.rules().stream()).forEach(each -> {
                heading(each, detail);
                detail.line("</section>");
            });
        }
        HtmlText article = detail.isEmpty()
                ? HtmlText.NONE
                : HtmlText.of(
                        "<article id=\"{}\">\n<h3>{}: {}</h3>\n{}</article>",
                        name,
                        title,
                        MatrixText.word(cell),
                        detail.html());
        return new Field(name, title, categories, article);
    }

    private String onLevel(AccessReview.Cell cell) {
        return policy.vocabulary().levels().size() == 1 ? "" : ", level " + cell.level();
    }

    /** Opens a section with the title of a rule, as a link to its description. */
    private void heading(Id.Rule id, HtmlBody detail) {
        mentioned.add(id);
        String title = rule(id).title();
        detail.line("<section data-rule=\"{}\">", id);
        detail.line("<h4><a href=\"#{}\">{}</a></h4>", name("rule", id), title.isBlank() ? id : title);
    }

    private void allowing(AccessReview.Allowing allowing, AccessReview.Cell cell, HtmlBody detail) {
        Rule rule = rule(allowing.rule());
        heading(rule.id(), detail);
        conditions(allowing.when(), detail);
        list("Duties", duties(allowing.grants()), detail);
        Set<Id.Route> routes = new TreeSet<>();
        allowing.grants().forEach(grant -> grant.route().ifPresent(routes::add));
        boolean isPatientData = policy.vocabulary().levels().stream()
                .filter(level -> level.id().value().equals(cell.level()))
                .anyMatch(Level::patientData);
        list("Opted-out patients", isPatientData ? optOuts.of(rule, routes) : List.of(), detail);
        detail.line("</section>");
    }

    private void conditions(List<Region> when, HtmlBody detail) {
        List<RegionGroup> groups = RegionGroup.of(when);
        if (groups.size() != 1) {
            detail.line("<p>In any one of these cases:</p>");
            detail.line("<ol>");
            groups.forEach(each -> detail.line("<li>{}</li>", list(bullets(each))));
            detail.line("</ol>");
        } else if (bullets(groups.get(0)).isEmpty()) {
            detail.line("<p>Always.</p>");
        } else {
            detail.line("<p>If</p>");
            detail.line(list(bullets(groups.get(0))));
        }
    }

    private List<HtmlText> bullets(RegionGroup group) {
        List<HtmlText> bullets = new ArrayList<>();
        words.choices(group.bound()).forEach(each -> bullets.add(HtmlText.text(Glossary.upper(each))));
        words.conditions(group.bound()).forEach(each -> bullets.add(HtmlText.text(Glossary.upper(each))));
        if (!group.oneOf().isEmpty()) {
            bullets.add(HtmlText.of("Any one of these:\n{}", list(texts(words.conditions(group.oneOf())))));
        }
        return bullets;
    }

    /** The duties of all grants, and those of some with the routes and purposes they come with. */
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

    private static void list(String heading, List<String> items, HtmlBody detail) {
        if (!items.isEmpty()) {
            detail.line("<h5>{}</h5>", heading);
            detail.line(list(texts(items)));
        }
    }

    private static List<HtmlText> texts(List<String> items) {
        return items.stream().map(HtmlText::text).toList();
    }

    private static HtmlText list(List<HtmlText> items) {
        return HtmlText.of(
                "<ul>\n{}\n</ul>",
                HtmlText.joined(
                        "\n",
                        items.stream()
                                .map(each -> HtmlText.of("<li>{}</li>", each))
                                .toList()));
    }

    /** Describes each rule behind some field: its reason and its clauses. */
    HtmlText rules() {
        HtmlBody all = new HtmlBody();
        all.line("<section id=\"rules\" aria-labelledby=\"rules-title\">");
        all.line("<h2 id=\"rules-title\">The rules behind them</h2>");
        Map<Id.Citation, HtmlText> clauses = clauses();
        for (Id.Rule id : mentioned) {
            Rule rule = rule(id);
            all.line("<article id=\"{}\">", name("rule", id));
            all.line("<h3>{}</h3>", HtmlText.code(id));
            if (!rule.title().isBlank()) {
                all.line("<p class=\"title\">{}</p>", Prose.ended(rule.title()));
            }
            if (!rule.because().isBlank()) {
                all.line("<p>Because: {}</p>", rule.because());
            }
            List<HtmlText> cited = rule.cites().stream()
                    .map(each -> HtmlText.of("{}{}", HtmlText.code(each), clauses.getOrDefault(each, HtmlText.NONE)))
                    .toList();
            if (!cited.isEmpty()) {
                all.line("<p>Stands on</p>");
                all.line(list(cited));
            }
            all.line("</article>");
        }
        return all.line("</section>").html();
    }

    private Map<Id.Citation, HtmlText> clauses() {
        Map<Id.Citation, HtmlText> clauses = new LinkedHashMap<>();
        for (Ruling each : policy.rulings()) {
            clauses.put(each.id(), HtmlText.of(" {}", each.title()));
        }
        for (Clause each : policy.clauses()) {
            clauses.put(each.id(), HtmlText.of(" ({}) {}", each.section(), each.says()));
        }
        return clauses;
    }
}
