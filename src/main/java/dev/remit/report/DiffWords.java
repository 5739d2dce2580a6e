package dev.remit.report;

import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.AccessChange.Kind;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.Edit;
import dev.remit.analyze.diff.WordChange;
import dev.remit.diagnostic.Words;
import dev.remit.model.Header;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.SignOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Words the difference between two policies. */
final class DiffWords {
    private final DiffReport report;
    private final DiffPage.Compared compared;
    private final EditWords edits;
    private final NamedPeople people;
    private final DiffSentence sentences;

    DiffWords(
            DiffReport report,
            DiffPage.Compared compared,
            Function<PolicyPath, Optional<String>> places,
            NamedPeople people) {
        this.report = report;
        this.compared = compared;
        this.people = people;
        sentences = new DiffSentence(compared.glossary());
        edits = new EditWords(report, places);
    }

    DiffDocument document(List<String> remarks) {
        List<DiffDocument.Section> sections = new ArrayList<>();
        section("Gained", report.changes(Kind.GAINED), sections);
        section("Lost", report.changes(Kind.LOST), sections);
        section("Permitted as before, on other terms", report.changes(Kind.CHANGED), sections);
        RegisterWords registers = new RegisterWords(compared, sentences, people);
        List<DiffDocument.Entry> registered = new ArrayList<>();
        report.registers().stream().filter(people::shows).forEach(each -> registered.addAll(registers.entries(each)));
        people.instead(report.registers()).ifPresent(registered::add);
        if (!registered.isEmpty()) {
            sections.add(new DiffDocument.Section("Projects and people", registered));
        }
        sections.addAll(RegisteredWords.sections(report.registered(), compared, people));
        List<DiffDocument.Entry> words =
                new ArrayList<>(report.words().stream().map(DiffWords::entry).toList());
        report.edits().stream().filter(EditWords::isListed).forEach(each -> words.add(edits.entry(each)));
        if (!words.isEmpty()) {
            sections.add(new DiffDocument.Section("Words and definitions", words));
        }
        section("The same answer for another reason", report.changes(Kind.REASON), sections);
        sections.addAll(AssuranceWords.sections(report.assurance(), people));
        return new DiffDocument(
                "What changes from " + compared.old() + " to " + compared.now(),
                head(),
                verdict(),
                summary(remarks),
                sections);
    }

    /** Which two they are; of two that are the same in all there is nothing to tell apart. */
    private List<Item> head() {
        if (report.isEmpty()) {
            return List.of();
        }
        List<Item> head = new ArrayList<>(List.of(
                head("before", compared.before(), compared.was()), head("now", compared.after(), compared.is())));
        String notice = compared.after().header().notice().strip();
        if (!notice.isEmpty()) {
            head.add(Item.of(notice));
        }
        return head;
    }

    private static Item head(String when, Policy policy, SignOff.Digests digests) {
        Header header = policy.header();
        List<String> days = new ArrayList<>();
        header.effectiveFrom().ifPresent(day -> days.add("effective from " + day));
        header.reviewBy().ifPresent(day -> days.add("to be reviewed by " + day));
        return new Item(
                List.of(
                        Run.plain(when + ": "),
                        Run.code(header.id().value()),
                        Run.plain(" version " + header.version()
                                + (days.isEmpty() ? "" : ", " + String.join(", ", days)))),
                List.of(
                        digest("meaning", digests.policy()),
                        digest("registers", digests.registers()),
                        digest("assurance", digests.assurance())));
    }

    private static Item digest(String of, String digest) {
        return new Item(List.of(Run.plain(of + " "), Run.code(digest)), List.of());
    }

    private void section(String heading, List<AccessChange> changes, List<DiffDocument.Section> sections) {
        if (!changes.isEmpty()) {
            sections.add(new DiffDocument.Section(
                    heading, changes.stream().map(this::entry).toList()));
        }
    }

    private List<Run> verdict() {
        if (report.isEmpty()) {
            return List.of(Run.plain("no difference"));
        }
        return switch (report.direction()) {
            case SAME -> List.of(Run.plain("access is the "), Run.strong("same"));
            case NARROWER, WIDER -> List.of(Run.plain("access is "), Run.strong(word(report.direction())));
        };
    }

    private List<Item> summary(List<String> remarks) {
        List<Item> items = new ArrayList<>();
        remarks.forEach(each -> items.add(new Item(List.of(Run.strong(each)), List.of())));
        if (report.isEmpty()) {
            return items;
        }
        AssuranceWords.summary(report.assurance()).ifPresent(each -> items.add(Item.of(each)));
        if (report.meansTheSame()) {
            return items;
        }
        items.add(Item.of(count(Kind.GAINED, "Nobody gains anything", "What is gained is told in ")));
        items.add(Item.of(count(Kind.LOST, "Nobody loses anything", "What is lost is told in ")));
        items.add(Item.of(count(Kind.CHANGED, kept(), "What stays permitted on other terms is told in ")));
        if (!report.registers().isEmpty()) {
            long wider = report.registers().stream()
                    .filter(each -> each.direction() == Direction.WIDER)
                    .count();
            items.add(Item.of(
                    "Of the registers, " + Words.count(report.registers().size(), "entry changes", "entries change")
                            + (wider == 0
                                    ? ", none of which widens access"
                                    : ", " + wider + " of which " + (wider == 1 ? "widens access" : "widen access"))));
        }
        return items;
    }

    private String kept() {
        if (compared.before().vocabulary().registers().isEmpty()
                && compared.after().vocabulary().registers().isEmpty()) {
            return "What stays permitted keeps its duties";
        }
        return report.edits().stream().anyMatch(DiffWords::isOfPatients)
                ? "What stays permitted keeps its duties; other lists may say which patients it reaches"
                : "What stays permitted keeps its duties and its patients";
    }

    /** Whether the list of patients that a filter uses is another, by what an opt-out register or a route says. */
    private static boolean isOfPatients(Edit edit) {
        Section section = edit.path().section();
        return edit.direction() != Direction.SAME && (section == Section.REGISTERS || section == Section.ROUTES);
    }

    private String count(Kind kind, String none, String some) {
        int sentences = report.changes(kind).size();
        // Registers may give what the rules do not.
        String by = report.registers().isEmpty() ? "" : " by the rules";
        return sentences == 0 ? none + by : some + Words.count(sentences, "sentence", "sentences");
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private DiffDocument.Entry entry(AccessChange change) {
        List<Item> notes = new ArrayList<>();
        notes.add(sentences.extent(change));
        if (!change.causes().isEmpty()) {
            notes.add(new Item(edits.because(change.causes()), List.of()));
        }
        String mark = change.kind() == Kind.CHANGED
                ? change.kind().name() + ", " + word(change.direction())
                : change.kind().name();
        return new DiffDocument.Entry(
                mark,
                sentences.of(change),
                sentences.below(change),
                notes,
                Optional.of(AskLine.of(compared, change.where().question())));
    }

    private static DiffDocument.Entry entry(WordChange change) {
        List<Run> runs = new ArrayList<>(List.of(Run.plain(change.what() + " ")));
        runs.add(Run.code(change.before().or(change::after).orElseThrow()));
        if (change.isRenamed()) {
            runs.add(Run.plain(" is now called "));
            runs.add(Run.code(change.after().orElseThrow()));
        } else {
            runs.add(Run.plain(change.before().isPresent() ? " is gone" : " is new"));
        }
        return new DiffDocument.Entry(
                change.isRenamed() ? "RENAMED" : change.before().isPresent() ? "REMOVED" : "ADDED",
                runs,
                List.of(),
                List.of(),
                Optional.empty());
    }
}
