package dev.remit.report;

import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders what stands on rulings, and who would gain or lose if they were decided the other way. */
public final class RulingPage {
    /** The sections of a difference that say who gains or loses. */
    private static final Set<String> OF_ACCESS = Set.of(
            "Gained", "Lost", "Permitted as before, on other terms", "Registered people and projects it is about");

    private final DiffDocument document;

    private RulingPage(DiffDocument document) {
        this.document = document;
    }

    /**
     * Prepares the page.
     *
     * @param reviews the rulings, in the order of the policy
     * @param compared the policy, compared with itself under other readings
     * @param isWhole whether each change is told with its conditions
     */
    public static RulingPage of(List<RulingReview> reviews, DiffPage.Compared compared, boolean isWhole) {
        List<DiffDocument.Section> sections = new ArrayList<>();
        List<DiffDocument.Entry> alone = new ArrayList<>();
        List<DiffDocument.Entry> all = new ArrayList<>();
        for (RulingReview each : reviews) {
            each.alone()
                    .forEach(rule -> alone.add(
                            entry(rule.value(), "stands on " + each.ruling().id(), List.of())));
            all.add(entry(each.ruling().id().value(), each.ruling().title().strip(), standing(each)));
        }
        if (!alone.isEmpty()) {
            sections.add(new DiffDocument.Section("Rules that stand on a ruling and on no sentence", alone));
        }
        sections.add(new DiffDocument.Section("Rulings, and the rules that stand on them", all));
        long others =
                reviews.stream().filter(each -> each.otherwise().isPresent()).count();
        reviews.forEach(each -> section(each, compared, isWhole).ifPresent(sections::add));
        return new RulingPage(new DiffDocument(
                "The rulings of " + compared.after().header().title(),
                List.of(),
                List.of(Run.plain(Words.count(reviews.size(), "ruling", "rulings") + ", " + others
                        + (others == 1 ? " has" : " have") + " another reading written down")),
                List.of(),
                sections));
    }

    private static DiffDocument.Entry entry(String mark, String sentence, List<Item> below) {
        return new DiffDocument.Entry(mark, List.of(Run.plain(sentence)), below, List.of(), Optional.empty());
    }

    private static List<Item> standing(RulingReview review) {
        List<Item> items = new ArrayList<>();
        if (!review.rules().isEmpty()) {
            List<Run> runs = new ArrayList<>(List.of(Run.plain("rules: ")));
            for (Id.Rule each : review.rules()) {
                runs.add(Run.plain(runs.size() == 1 ? "" : ", "));
                runs.add(Run.code(each.value()));
            }
            items.add(new Item(runs, List.of()));
        }
        return items;
    }

    /** What would change under the other reading. */
    private static Optional<DiffDocument.Section> section(
            RulingReview review, DiffPage.Compared compared, boolean isWhole) {
        return review.otherwise().map(report -> {
            DiffDocument document =
                    new DiffWords(report, compared, path -> Optional.empty(), NamedPeople.NAMED).document(List.of());
            List<DiffDocument.Entry> entries = new ArrayList<>();
            (isWhole ? document : document.brief())
                    .sections().stream()
                            .filter(each -> OF_ACCESS.contains(each.heading()))
                            .flatMap(each -> each.entries().stream())
                            .map(RulingPage::unasked)
                            .forEach(entries::add);
            if (entries.isEmpty()) {
                entries.add(entry("SAME", "nobody would gain or lose anything", List.of()));
            }
            return new DiffDocument.Section(
                    "If " + review.ruling().id() + " were decided the other way: "
                            + review.ruling().otherwise().orElse("").strip() + " (access would be "
                            + DiffWords.word(report.direction()) + ")",
                    entries);
        });
    }

    /** A question that shows a change can be asked of the policy as it is alone. */
    private static DiffDocument.Entry unasked(DiffDocument.Entry entry) {
        return new DiffDocument.Entry(entry.mark(), entry.sentence(), entry.below(), List.of(), Optional.empty());
    }

    /** Renders text for a terminal. */
    public String text() {
        return DiffText.of(document);
    }

    /** Renders Markdown. */
    public String markdown() {
        return DiffMarkdown.of(document);
    }
}
