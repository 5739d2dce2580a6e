package dev.remit.report;

import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.replay.RecordNumbers;
import dev.remit.analyze.replay.ReplayReport;
import dev.remit.analyze.replay.ReplayReport.Asked;
import dev.remit.analyze.replay.ReplayReport.Flip;
import dev.remit.analyze.replay.ReplayReport.TermsChange;
import dev.remit.analyze.replay.ReplayReport.UnknownWord;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders what came of a replay for people, in the sentences of a difference: as text for a terminal, or as Markdown. */
public final class ReplayPage {
    /** So many numbers of records are listed; of more, only the first. */
    private static final int MOST_NUMBERS = 12;

    private final DiffDocument document;

    private ReplayPage(DiffDocument document) {
        this.document = document;
    }

    /**
     * Prepares the page.
     *
     * @param records the name of the records, such as their path
     * @param other the policy under which they were decided again
     * @param name its name, such as its path
     */
    public static ReplayPage of(ReplayReport report, String records, Policy other, String name) {
        Wording words = new Wording(report, Glossary.of(other.vocabulary()));
        return new ReplayPage(words.document("What " + name + " would have answered to " + records));
    }

    /** Renders text for a terminal. */
    public String text() {
        return DiffText.of(document);
    }

    /** Renders Markdown for a pull request. */
    public String markdown() {
        return DiffMarkdown.of(document);
    }

    /** The words of one report. */
    private record Wording(ReplayReport report, Glossary titles) {
        DiffDocument document(String title) {
            List<DiffDocument.Section> sections = new ArrayList<>();
            section("Permitted now", flips(AccessChange.Kind.GAINED), sections);
            section("No longer permitted", flips(AccessChange.Kind.LOST), sections);
            section(
                    "Another answer, and no permit",
                    report.flips().stream()
                            .filter(each -> each.change().isEmpty())
                            .map(this::turn)
                            .toList(),
                    sections);
            section(
                    "Permitted as before, on other terms",
                    report.changed().stream().map(this::changed).toList(),
                    sections);
            section(
                    "Words that this policy does not have",
                    report.unknownWords().stream().map(Wording::unknown).toList(),
                    sections);
            return new DiffDocument(title, List.of(), verdict(), summary(), sections);
        }

        private static void section(
                String heading, List<DiffDocument.Entry> entries, List<DiffDocument.Section> sections) {
            if (!entries.isEmpty()) {
                sections.add(new DiffDocument.Section(heading, entries));
            }
        }

        private List<Run> verdict() {
            if (report.isEmpty()) {
                return List.of(Run.plain("every answer is the same"));
            }
            List<Run> verdict = new ArrayList<>(List.of(
                    Run.strong(Long.toString(report.turned())),
                    Run.plain(" of " + Words.count(report.records(), "answer turns", "answers turn") + " round")));
            more(report.onOtherTerms(), " stays a permit on other terms", " stay permits on other terms", verdict);
            more(report.undecided(), " has no answer", " have no answer", verdict);
            return verdict;
        }

        private static void more(long count, String one, String several, List<Run> verdict) {
            if (count > 0) {
                verdict.add(Run.plain(", "));
                verdict.add(Run.strong(Long.toString(count)));
                verdict.add(Run.plain(count == 1 ? one : several));
            }
        }

        private List<Item> summary() {
            List<Item> items = new ArrayList<>();
            items.add(Item.of(Words.count(report.records() - report.undecided(), "answer was", "answers were")
                    + " decided again"));
            if (!report.flips().isEmpty()) {
                items.add(Item.of("by role: " + counts(Flip::asked, asked -> Stream.of(asked.role()))));
                items.add(Item.of("by project: "
                        + counts(Flip::asked, asked -> Stream.of(asked.project().orElse("none named")))));
                items.add(Item.of("by rule: " + counts(each -> each, each -> rules(each).stream())));
            }
            return items;
        }

        private <T> String counts(Function<Flip, T> part, Function<T, Stream<String>> words) {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (Flip each : report.flips()) {
                words.apply(part.apply(each))
                        .forEach(
                                word -> counts.merge(word, (long) each.records().size(), Long::sum));
            }
            return counts.isEmpty()
                    ? "none"
                    : counts.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .map(each -> each.getKey() + " " + each.getValue())
                            .collect(Collectors.joining(", "));
        }

        private static List<String> rules(Flip flip) {
            return Stream.concat(flip.before().stream(), flip.after().stream())
                    .distinct()
                    .toList();
        }

        private List<DiffDocument.Entry> flips(AccessChange.Kind kind) {
            return report.flips().stream()
                    .filter(each -> each.change()
                            .filter(change -> change.kind() == kind)
                            .isPresent())
                    .map(each -> entry(
                            each.from() + " to " + each.to(),
                            new DiffSentence(titles).of(each.change().orElseThrow()),
                            List.of(),
                            notes(each.asked(), each.records(), each.before(), each.after())))
                    .toList();
        }

        private DiffDocument.Entry turn(Flip flip) {
            Asked asked = flip.asked();
            List<String> parts = new ArrayList<>();
            asked.activity().ifPresent(each -> parts.add(titles.within(new Id.Activity(each))));
            asked.level().ifPresent(each -> parts.add("on level " + each));
            asked.category().ifPresent(each -> parts.add("for " + titles.within(new Id.Category(each))));
            asked.route().ifPresent(each -> parts.add("by way of " + titles.within(new Id.Route(each))));
            String sentence = "Whether " + Glossary.indefinite(titles.within(new Id.Role(asked.role()))) + " may "
                    + String.join(", ", parts) + ": " + flip.from().name().toLowerCase(Locale.ROOT) + " before, "
                    + flip.to().name().toLowerCase(Locale.ROOT) + " now.";
            return entry(
                    flip.from() + " to " + flip.to(),
                    List.of(Run.plain(sentence)),
                    List.of(),
                    notes(asked, flip.records(), flip.before(), flip.after()));
        }

        private DiffDocument.Entry changed(TermsChange changed) {
            DiffSentence sentence = new DiffSentence(titles);
            return entry(
                    changed.change().kind().name(),
                    sentence.of(changed.change()),
                    sentence.below(changed.change()),
                    notes(changed.asked(), changed.records(), changed.before(), changed.after()));
        }

        private static DiffDocument.Entry unknown(UnknownWord unknown) {
            return entry(
                    "UNKNOWN",
                    List.of(
                            Run.plain(unknown.what() + " "),
                            Run.code(unknown.word()),
                            Run.plain(
                                    unknown.isDecided()
                                            ? " means nothing here, so that no answer hangs on it."
                                            : " leaves these without an answer.")),
                    List.of(),
                    List.of(Item.of(times(unknown.records()))));
        }

        private static DiffDocument.Entry entry(String mark, List<Run> sentence, List<Item> below, List<Item> notes) {
            return new DiffDocument.Entry(mark, sentence, below, notes, Optional.empty());
        }

        private static List<Item> notes(Asked asked, RecordNumbers records, List<String> before, List<String> after) {
            List<Item> notes = new ArrayList<>();
            notes.add(Item.of(times(records)
                    + asked.project().map(project -> ", for project " + project).orElse("")));
            rules("before by ", before).ifPresent(notes::add);
            rules("now by ", after).ifPresent(notes::add);
            return notes;
        }

        private static Optional<Item> rules(String by, List<String> rules) {
            if (rules.isEmpty()) {
                return Optional.empty();
            }
            List<Run> runs = new ArrayList<>();
            runs.add(Run.plain(by));
            for (int i = 0; i < rules.size(); i++) {
                runs.add(Run.plain(i == 0 ? "" : ", "));
                runs.add(Run.code(rules.get(i)));
            }
            return Optional.of(new Item(runs, List.of()));
        }

        private static String times(RecordNumbers records) {
            String numbers = records.stream()
                    .limit(MOST_NUMBERS)
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(", "));
            boolean isAll = records.size() <= MOST_NUMBERS;
            return (records.size() == 1 ? "1 time: record " : records.size() + " times: records ")
                    + numbers
                    + (isAll ? "" : " and more");
        }
    }
}
