package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.access.AccessReview;
import dev.remit.decide.DecisionPoint;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Ruling;
import dev.remit.model.WorkCategory;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import dev.remit.writing.Prose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders a policy as a page for people who never saw a policy file. It lists the sources, each work category with its
 * why, what, who and when and its rules in sentences, what is forbidden, the treatment of patients who opted out, and
 * who may do what.
 */
public final class PolicyPage {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}$");

    private final DecisionPoint decisions;
    private final Policy policy;
    private final List<Invariant> invariants;
    private final Glossary words;
    private final RuleText rules;
    private final MarkdownPage page = new MarkdownPage();

    private PolicyPage(DecisionPoint decisions, List<Invariant> invariants) {
        this.decisions = requireNonNull(decisions, "decisions");
        policy = decisions.policy();
        this.invariants = List.copyOf(invariants);
        this.words = Glossary.of(policy.vocabulary());
        this.rules = new RuleText(words);
    }

    /**
     * Renders the page of a policy, in Markdown.
     *
     * @param decisions the decision point of the policy
     * @param invariants its invariants; empty if it has none
     * @return the page; the same policy gives the same page
     */
    public static String of(DecisionPoint decisions, List<Invariant> invariants) {
        return new PolicyPage(decisions, invariants).write();
    }

    /** The same without the head and the matrix, for a page that has these already. */
    static String sentences(DecisionPoint decisions, List<Invariant> invariants) {
        PolicyPage all = new PolicyPage(decisions, invariants);
        all.rules();
        new WordTables(all.words).glossary(all.page);
        return all.page.text();
    }

    private void rules() {
        permits();
        forbids();
        states();
        invariants();
        new WordTables(words).optOuts(page);
        rulings();
    }

    private String write() {
        new HeaderText(policy, decisions.identity()).write(page);
        rules();
        matrix();
        new WordTables(words).glossary(page);
        return page.text();
    }

    private void permits() {
        Map<Id.Category, List<Rule>> within = new LinkedHashMap<>();
        List<WorkCategory> categories = inOrderOfSources();
        List<Rule> others = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            if (rule.isPermit() && rule.reach().categories().size() == 1) {
                within.computeIfAbsent(rule.reach().categories().iterator().next(), category -> new ArrayList<>())
                        .add(rule);
            } else if (rule.isPermit()) {
                others.add(rule);
            }
        }
        for (WorkCategory category : categories) {
            page.heading(2, words.title(category.id()));
            paragraph("Why", category.why());
            paragraph("What", category.what());
            paragraph("Who", category.who());
            paragraph("When", category.when());
            if (!category.cites().isEmpty()) {
                page.paragraph("Stands on: {}", MarkdownText.codes(category.cites()));
            }
            within.getOrDefault(category.id(), List.of()).stream()
                    .sorted(declared())
                    .forEach(rule -> rules.write(page, rule, 3, Set.of(category.id())));
        }
        if (!others.isEmpty()) {
            page.heading(2, categories.isEmpty() ? "What is permitted" : "Permitted for several purposes");
            others.forEach(rule -> rules.write(page, rule, 3, Set.of()));
        }
    }

    /** Orders rules by activity as declared, then by id: the policy itself keeps no order of rules. */
    private Comparator<Rule> declared() {
        List<Id.Activity> activities =
                policy.vocabulary().activities().stream().map(each -> each.id()).toList();
        return Comparator.<Rule>comparingInt(rule -> rule.reach().activities().stream()
                        .mapToInt(activities::indexOf)
                        .min()
                        .orElse(0))
                .thenComparing(Rule::id);
    }

    /** The work categories in the order of the sources: by the median of all clauses cited in each. */
    private List<WorkCategory> inOrderOfSources() {
        Map<Id.Citation, Integer> places = new LinkedHashMap<>();
        policy.clauses().forEach(clause -> places.put(clause.id(), places.size()));
        return policy.vocabulary().categories().stream()
                .sorted(Comparator.comparingInt(category -> middle(category, places)))
                .toList();
    }

    private int middle(WorkCategory category, Map<Id.Citation, Integer> places) {
        List<Integer> cited = new ArrayList<>();
        List<Id.Citation> cites = new ArrayList<>(category.cites());
        policy.rules().stream()
                .filter(rule -> rule.reach().categories().equals(Set.of(category.id())))
                .forEach(rule -> cites.addAll(rule.cites()));
        for (Id.Citation each : cites) {
            if (places.containsKey(each)) {
                cited.add(places.get(each));
            }
        }
        cited.sort(Comparator.naturalOrder());
        return cited.isEmpty() ? Integer.MAX_VALUE : cited.get(cited.size() / 2);
    }

    private void paragraph(String question, String answer) {
        if (!answer.isBlank()) {
            page.paragraph("**{}.** {}", question, answer);
        }
    }

    private void forbids() {
        List<Rule> forbids =
                policy.rules().stream().filter(rule -> !rule.isPermit()).toList();
        if (!forbids.isEmpty()) {
            page.heading(2, "What is forbidden");
            page.paragraph("Whatever any other rule permits, these win.");
            forbids.forEach(rule -> rules.write(page, rule, 3, Set.copyOf(all())));
        }
    }

    private List<Id.Category> all() {
        return policy.vocabulary().categories().stream().map(WorkCategory::id).toList();
    }

    private void states() {
        if (policy.constraints().isEmpty()) {
            return;
        }
        page.heading(2, "Which states exist");
        page.paragraph("A register that breaks one of these is refused, and a question that does is denied.");
        for (Constraint each : policy.constraints()) {
            page.heading(3, each.id());
            if (!each.given().equals(Condition.ALWAYS)) {
                page.line("- If this holds:");
                ConditionList.of(each.given(), words).forEach(line -> line.write(page, 1));
                page.line("- Then this holds:");
            } else {
                page.line("- Always:");
            }
            ConditionList.of(each.then(), words).forEach(line -> line.write(page, 1));
            sources(each.because(), each.cites());
        }
    }

    private void sources(String because, List<Id.Citation> cites) {
        if (!because.isBlank()) {
            page.line("- Because: {}", because);
        }
        if (!cites.isEmpty()) {
            page.line("- Stands on: {}", MarkdownText.codes(cites));
        }
        page.blank();
    }

    private void invariants() {
        if (invariants.isEmpty()) {
            return;
        }
        page.heading(2, "What holds of the policy as a whole");
        page.paragraph("`remit prove` shows each of these for every possible question.");
        invariants.stream()
                .sorted(Comparator.comparing(Invariant::id))
                .forEach(each -> page.line("- {}{}", named(each), cited(each.cites())));
        page.blank();
    }

    private static MarkdownText named(Invariant invariant) {
        MarkdownText id = MarkdownText.code(invariant.id());
        return invariant.title().isBlank() ? id : MarkdownText.of("{} ({})", invariant.title(), id);
    }

    private static MarkdownText cited(List<Id.Citation> cites) {
        return cites.isEmpty() ? MarkdownText.NONE : MarkdownText.of(": {}", MarkdownText.codes(cites));
    }

    private void rulings() {
        if (policy.rulings().isEmpty()) {
            return;
        }
        page.heading(2, "How open places are read");
        List<List<?>> rows = new ArrayList<>();
        policy.rulings().stream()
                .sorted(Comparator.comparingInt((Ruling each) -> number(each.id()))
                        .thenComparing(Ruling::id))
                .forEach(each ->
                        rows.add(List.of(MarkdownText.code(each.id()), Prose.both(each.title(), each.description()))));
        page.table(List.of("Ruling", "What it is about"), rows);
    }

    /** The number at the end of an id, so that ruling-9 comes before ruling-10. */
    private static int number(Id id) {
        Matcher digits = NUMBER.matcher(id.value());
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    private void matrix() {
        page.heading(2, "Who may do what at all");
        page.paragraph(
                "Roles by {}. *never*: nothing permits it. *forbidden*: a rule forbids it,"
                        + " or all that others would permit of it. Otherwise the rules are named under which it is"
                        + " permitted, each on its own conditions.",
                policy.vocabulary().levels().size() == 1 ? "activities" : "activities by data levels");
        new MatrixTables(words).write(page, AccessReview.of(decisions).matrix());
    }
}
