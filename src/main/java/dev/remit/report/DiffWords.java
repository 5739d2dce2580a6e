package dev.remit.report;

import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.AccessChange.Kind;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.Edit;
import dev.remit.analyze.diff.EditedPart;
import dev.remit.analyze.diff.HeldBack;
import dev.remit.analyze.diff.ListEdit;
import dev.remit.analyze.diff.WordChange;
import dev.remit.diagnostic.Words;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.SignOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words the difference between two policies. */
final class DiffWords {
    private final DiffReport report;
    private final DiffPage.Compared compared;
    private final Function<PolicyPath, Optional<String>> places;
    private final NamedPeople people;
    private final DiffSentence sentences;
    private final Map<PolicyPath, Edit> edits;
    private final Map<PolicyPath, EditedPart> parts;

    DiffWords(
            DiffReport report,
            DiffPage.Compared compared,
            Function<PolicyPath, Optional<String>> places,
            NamedPeople people) {
        this.report = report;
        this.compared = compared;
        this.places = places;
        this.people = people;
        sentences = new DiffSentence(compared.glossary());
        edits = report.edits().stream().collect(Collectors.toMap(Edit::path, each -> each));
        parts = report.parts().stream().collect(Collectors.toMap(EditedPart::path, each -> each));
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
        report.edits().stream().filter(DiffWords::isListed).forEach(each -> words.add(entry(each)));
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
            notes.add(new Item(because(change.causes()), List.of()));
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

    private List<Run> because(List<PolicyPath> causes) {
        List<Run> runs = new ArrayList<>(List.of(Run.plain("because of ")));
        for (int i = 0; i < causes.size(); i++) {
            runs.add(Run.plain(i == 0 ? "" : ", "));
            runs.add(Run.code(causes.get(i).text()));
            String what = how(causes.get(i));
            String place = places.apply(causes.get(i)).map(each -> ", " + each).orElse("");
            runs.add(Run.plain(" (" + what + place + ")"));
        }
        return runs;
    }

    private String how(PolicyPath path) {
        EditedPart part = parts.get(path);
        if (part != null) {
            return how(part.before(), part.after());
        }
        Edit edit = edits.get(path);
        return edit == null ? "edited" : how(edit.before(), edit.after());
    }

    private static String how(Optional<String> before, Optional<String> after) {
        return before.isPresent() && after.isPresent() ? "edited" : before.isEmpty() ? "new" : "gone";
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

    /**
     * Whether an edit gets an entry. Added and removed words have their own, and edits that change answers show there.
     */
    private static boolean isListed(Edit edit) {
        boolean isWord = edit.path().section().isOfWords();
        return edit.direction() != Direction.SAME || (!edit.changesAnswers() && (edit.isRedefined() || !isWord));
    }

    private DiffDocument.Entry entry(Edit edit) {
        if (edit.list().isPresent()) {
            return entry(edit, edit.list().get());
        }
        List<Item> below = new ArrayList<>();
        if (edit.isRedefined() && edit.direction() != Direction.SAME) {
            below.add(new Item(
                    List.of(Run.plain("before: "), Run.code(edit.before().orElseThrow())), List.of()));
            below.add(new Item(List.of(Run.plain("now: "), Run.code(edit.after().orElseThrow())), List.of()));
        }
        List<Run> sentence = new ArrayList<>(List.of(Run.code(edit.path().text())));
        List<Item> notes = new ArrayList<>();
        if (edit.direction() == Direction.SAME) {
            sentence.add(Run.plain(" (" + how(edit.path()) + ") changes no answer"));
            for (int i = 0; i < edit.held().size(); i++) {
                sentence.add(Run.plain(i == 0 ? ": " : "; "));
                sentence.addAll(held(edit.held().get(i)));
            }
        } else {
            sentence.add(Run.plain(" means something else, which may let in anybody and counts as wider"
                    + (below.isEmpty() ? "" : ":")));
        }
        notes.add(new Item(because(edit.places()), List.of()));
        return new DiffDocument.Entry("EDITED", sentence, below, notes, Optional.empty());
    }

    /** What keeps an edit from changing answers. */
    private List<Run> held(HeldBack held) {
        List<Run> runs = new ArrayList<>(List.of(Run.plain(
                switch (held.why()) {
                    case FORBIDDEN -> "what it is about is forbidden all the same, by ";
                    case PERMITTED_ANYWAY -> "what it is about is permitted all the same, on the same terms, by ";
                    case IMPOSSIBLE -> "what it is about cannot be, by ";
                    case NOTHING_PERMITS -> "nothing permits what it is about";
                    case SAME_EVERYWHERE -> "it comes to the same in every situation";
                    case ADVICE_ALONE -> "it says who could change something, which only advice uses";
                    case NOT_ASKED -> "no answer hangs on it";
                })));
        for (int i = 0; i < held.by().size(); i++) {
            runs.add(Run.plain(i == 0 ? "" : ", "));
            runs.add(Run.code(held.by().get(i).text()));
        }
        if (held.by().isEmpty() && held.why() == HeldBack.Why.IMPOSSIBLE) {
            runs.set(0, Run.plain("what it is about cannot be"));
        }
        if (held.by().isEmpty() && held.why() == HeldBack.Why.PERMITTED_ANYWAY) {
            runs.set(0, Run.plain("what it is about is permitted on the same terms as before"));
        }
        return runs;
    }

    /** A closed list that is otherwise: its attribute, and the projects that come and go. */
    private DiffDocument.Entry entry(Edit edit, ListEdit list) {
        List<Run> sentence = new ArrayList<>(
                List.of(Run.plain("project attribute "), Run.code(edit.path().id()), Run.plain(closed(list))));
        listed("now true for ", list.added(), sentence);
        listed("no longer on the list: ", list.removed(), sentence);
        sentence.add(Run.plain("; this counts as " + word(list.direction())));
        return new DiffDocument.Entry(
                "LIST, " + word(list.direction()),
                sentence,
                List.of(),
                List.of(new Item(because(edit.places()), List.of())),
                Optional.empty());
    }

    private static String closed(ListEdit list) {
        if (!list.isThere()) {
            return " has no closed list any more, so that any project may be said to have it";
        }
        return list.wasThere() ? " has another closed list of projects" : " has a closed list of projects now";
    }

    private static void listed(String words, Set<Id.Project> projects, List<Run> sentence) {
        for (Id.Project each : projects) {
            boolean isFirst = each.equals(projects.iterator().next());
            sentence.add(Run.plain(isFirst ? "; " + words : ", "));
            sentence.add(Run.code(each.value()));
        }
    }
}
