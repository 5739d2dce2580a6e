package dev.remit.report;

import dev.remit.model.ChangedBy;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.MustBeSaid;
import dev.remit.model.OptOutRegister;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Vocabulary;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the declared words of a policy as tables: the treatment of opted-out patients on each route, and the meaning
 * of words.
 */
final class WordTables {
    private final Glossary words;
    private final Vocabulary vocabulary;

    WordTables(Glossary words) {
        this.words = words;
        this.vocabulary = words.vocabulary();
    }

    void optOuts(MarkdownPage page) {
        if (vocabulary.registers().isEmpty()) {
            return;
        }
        OptOutWords optOuts = new OptOutWords(words);
        page.heading(2, "Patients who opted out");
        for (OptOutRegister each : vocabulary.registers()) {
            page.paragraph(
                    "**{}** ({}). {}{}",
                    words.title(each.id()),
                    MarkdownText.code(each.id()),
                    said(each.description()),
                    optOuts.register(each));
        }
        List<String> heads = new ArrayList<>(List.of("Way in"));
        vocabulary.registers().forEach(each -> heads.add(words.title(each.id())));
        List<List<String>> rows = new ArrayList<>();
        for (Route route : vocabulary.routes()) {
            List<String> row = new ArrayList<>(List.of(words.title(route.id())));
            vocabulary
                    .registers()
                    .forEach(each -> row.add(
                            route.modes().containsKey(each.id())
                                    ? OptOutWords.mode(route.modes().get(each.id()))
                                            + (route.lists().containsKey(each.id()) ? ", by the list named below" : "")
                                    : ""));
            rows.add(row);
        }
        page.table(heads, rows);
        vocabulary.routes().forEach(each -> lists(each, page));
        vocabulary.routes().forEach(each -> sources(each, page));
    }

    /** The lists that a route uses in place of those of the registers. */
    private void lists(Route route, MarkdownPage page) {
        for (OptOutRegister register : vocabulary.registers()) {
            if (route.lists().containsKey(register.id())) {
                page.paragraph(
                        "**{}**, {}: {}",
                        words.title(route.id()),
                        words.title(register.id()),
                        OptOutWords.kept(route.list(register)));
            }
        }
    }

    /** Where the outputs on a route come from. */
    private void sources(Route route, MarkdownPage page) {
        if (route.sources().isEmpty()) {
            return;
        }
        page.paragraph("**{}**: what lies there comes from", words.title(route.id()));
        for (Route.Source source : route.sources()) {
            page.bullet(0, MarkdownText.of("{} ({})", words.title(source.route()), MarkdownText.code(source.route())));
            ConditionList.of(source.when(), words).forEach(line -> line.write(page, 1));
        }
    }

    private static MarkdownText said(String description) {
        return description.isBlank() ? MarkdownText.NONE : MarkdownText.of("{} ", description);
    }

    void glossary(MarkdownPage page) {
        page.heading(2, "What the words mean");
        List<List<?>> rows = new ArrayList<>();
        vocabulary.roles().forEach(each -> rows.add(row("role", each.id(), each.description())));
        vocabulary.activities().forEach(each -> rows.add(row("activity", each.id(), each.description())));
        if (vocabulary.levels().size() > 1) {
            vocabulary
                    .levels()
                    .forEach(
                            each -> rows.add(row("data level", each.id(), each.description() + withoutPatients(each))));
        }
        vocabulary.routes().forEach(each -> rows.add(row("way in", each.id(), each.description())));
        vocabulary.obligations().forEach(each -> rows.add(row("duty", each.id(), each.description())));
        page.table(List.of("Word", "", "Title", "Meaning"), rows);
        knowledge(page);
    }

    private List<?> row(String sort, Id id, String description) {
        return List.of(MarkdownText.code(id), sort, words.title(id), description);
    }

    private static String finals(ProjectAttribute attribute) {
        return attribute.finals().isEmpty()
                ? ""
                : " No project leaves "
                        + attribute.finals().stream().map(Id.Value::value).collect(Collectors.joining(" or "))
                        + " again.";
    }

    private String withoutPatients(Level level) {
        return level.patientData() || vocabulary.registers().isEmpty() ? "" : " Holds no patient data.";
    }

    /** Writes the facts and attributes of conditions, with where they are known from and who could change them. */
    private void knowledge(MarkdownPage page) {
        List<List<?>> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ProjectAttribute each : vocabulary.attributes()) {
            String id = "project." + Element.owner(each.id().value());
            if (!seen.add(id)) {
                continue;
            }
            String values = each.element().isPresent()
                    ? elements(vocabulary.attributes().stream().map(ProjectAttribute::id), each.id())
                    : each.isBoolean() ? "Yes or no." : oneOf(each.domain());
            rows.add(List.of(
                    MarkdownText.code(id),
                    words.titleOfSet(each.id()),
                    MarkdownText.of("{}{}{}{}", said(each.description()), values, finals(each), listed(each)),
                    each.trueOnlyFor().isPresent() ? "this policy" : "the register of projects",
                    changer(each.changedBy())));
        }
        for (Fact each : vocabulary.facts()) {
            String id = Element.owner(each.id().value());
            if (!seen.add(id)) {
                continue;
            }
            rows.add(List.of(
                    MarkdownText.code(id),
                    words.titleOfSet(each.id()),
                    meaning(each),
                    each.isRegistered() ? "the register of people" : "whoever asks",
                    changer(each.changedBy())));
        }
        if (!rows.isEmpty()) {
            page.heading(2, "What conditions hang on");
            page.table(List.of("Word", "Title", "Meaning", "Known from", "Can be changed by"), rows);
        }
    }

    private static MarkdownText listed(ProjectAttribute attribute) {
        return attribute
                .trueOnlyFor()
                .map(projects -> projects.isEmpty()
                        ? MarkdownText.of("{}", " True for no project.")
                        : MarkdownText.of(" True only for: {}.", MarkdownText.codes(projects)))
                .orElse(MarkdownText.NONE);
    }

    private static String oneOf(Domain domain) {
        return "One of " + domain.values().stream().map(Id.Value::value).collect(Collectors.joining(", ")) + ".";
    }

    /** The elements a set can have, given the ids of all elements of all sets. */
    private static String elements(Stream<? extends Id> all, Id one) {
        String set = Element.owner(one.value());
        return "A set of "
                + all.flatMap(id -> Element.named(id.value()).stream())
                        .filter(element -> element.set().equals(set))
                        .map(Element::value)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private MarkdownText meaning(Fact fact) {
        String values = fact.element().isPresent()
                ? elements(vocabulary.facts().stream().map(Fact::id), fact.id())
                : fact.domain().isBoolean() ? "" : oneOf(fact.domain());
        if (values.isEmpty()) {
            return marked(fact, said(fact.description()), fact.description());
        }
        boolean isAssumed =
                fact.domain().ifUnsaid().isPresent() && fact.mustBeSaid().mark() != MustBeSaid.Mark.YES;
        String unsaid = isAssumed ? " A closed question that does not say it takes it for " + ifUnsaid(fact) + "." : "";
        String whole = (fact.description().isEmpty() ? "" : fact.description() + " ") + values + unsaid;
        return marked(fact, said(whole), whole);
    }

    /** The value of a fact that is not said, or the elements of the set it belongs to. */
    private String ifUnsaid(Fact fact) {
        if (fact.element().isEmpty()) {
            return fact.domain().ifUnsaid().orElseThrow().value();
        }
        String set = fact.element().get().set();
        List<String> elements = vocabulary.facts().stream()
                .filter(each -> each.domain().ifUnsaid().equals(Optional.of(Domain.TRUE)))
                .flatMap(each -> each.element().stream())
                .filter(element -> element.set().equals(set))
                .map(Element::value)
                .toList();
        return elements.isEmpty() ? "the empty set" : "a set of " + Glossary.joined(elements, "and");
    }

    private static MarkdownText marked(Fact fact, MarkdownText said, String alone) {
        return switch (fact.mustBeSaid().mark()) {
            case UNMARKED -> MarkdownText.of("{}", alone);
            case YES -> MarkdownText.of("{}It must be said: a closed question leaves it unknown.", said);
            case NO ->
                MarkdownText.of(
                        "{}A closed question takes it for false: {}",
                        said,
                        fact.mustBeSaid().reason());
        };
    }

    private static String changer(ChangedBy changer) {
        return switch (changer) {
            case REQUESTER -> "the person asking";
            case APPROVER -> "an approver";
            case NOBODY -> "nobody";
        };
    }
}
