package dev.remit.report;

import dev.remit.model.ChangedBy;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRegister;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Vocabulary;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        for (ProjectAttribute each : vocabulary.attributes()) {
            String values = each.isBoolean()
                    ? "Yes or no."
                    : "One of " + each.values().stream().map(Id.Value::value).collect(Collectors.joining(", ")) + ".";
            rows.add(List.of(
                    MarkdownText.code("project." + each.id()),
                    words.title(each.id()),
                    MarkdownText.of("{}{}{}{}", said(each.description()), values, finals(each), listed(each)),
                    each.trueOnlyFor().isPresent() ? "this policy" : "the register of projects",
                    changer(each.changedBy())));
        }
        for (Fact each : vocabulary.facts()) {
            rows.add(List.of(
                    MarkdownText.code(each.id()),
                    words.title(each.id()),
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

    private static MarkdownText meaning(Fact fact) {
        MarkdownText said = said(fact.description());
        return switch (fact.mustBeSaid().mark()) {
            case UNMARKED -> MarkdownText.of("{}", fact.description());
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
