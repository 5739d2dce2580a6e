package dev.remit.report;

import dev.remit.analyze.diff.AssuranceChange;
import dev.remit.diagnostic.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words what the files of two bundles say differently beyond what they mean. */
final class AssuranceWords {
    /** Longer texts are reported to have changed, and stand in the JSON form. */
    private static final int LONGEST = 10_000;

    private AssuranceWords() {}

    /** A section for each sort of change there is. */
    static List<DiffDocument.Section> sections(List<AssuranceChange> changes, NamedPeople people) {
        List<DiffDocument.Section> sections = new ArrayList<>();
        for (AssuranceChange.Section section : AssuranceChange.Section.values()) {
            List<AssuranceChange> some =
                    changes.stream().filter(each -> each.section() == section).toList();
            List<DiffDocument.Entry> entries = new ArrayList<>();
            some.stream().filter(people::shows).forEach(each -> entries.add(entry(each)));
            people.inPlaceOf(some).ifPresent(entries::add);
            if (!entries.isEmpty()) {
                sections.add(new DiffDocument.Section(Glossary.upper(section.title()), entries));
            }
        }
        return sections;
    }

    /** How many changes there are of a sort, for the summary; empty if there are none. */
    static Optional<String> summary(List<AssuranceChange> changes) {
        List<String> counts = new ArrayList<>();
        for (AssuranceChange.Section section : AssuranceChange.Section.values()) {
            long count =
                    changes.stream().filter(each -> each.section() == section).count();
            if (count > 0) {
                counts.add(Words.count(count, "change", "changes") + " of the " + section.title());
            }
        }
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of("Beside access: " + Glossary.joined(counts, "and") + ", which an approval binds too");
    }

    private static DiffDocument.Entry entry(AssuranceChange change) {
        boolean isEdited = change.before().isPresent() && change.after().isPresent();
        List<Run> sentence = new ArrayList<>(List.of(Run.plain(change.what())));
        if (!change.name().isEmpty()) {
            sentence.add(Run.plain(" "));
            sentence.add(Run.code(change.name()));
        }
        List<Item> below = new ArrayList<>();
        if (isEdited && isShort(change.before()) && isShort(change.after())) {
            sentence.add(Run.plain(" says something else"));
            below.add(said("before: ", change.before()));
            below.add(said("now: ", change.after()));
        } else {
            sentence.add(Run.plain(
                    isEdited ? " says something else" : change.before().isPresent() ? " is gone" : " is new"));
            if (!isEdited) {
                change.before()
                        .or(change::after)
                        .filter(text -> text.length() <= LONGEST)
                        .ifPresent(text -> below.add(new Item(List.of(Run.code(text)), List.of())));
            }
        }
        String mark = isEdited ? "EDITED" : change.before().isPresent() ? "REMOVED" : "ADDED";
        return new DiffDocument.Entry(mark, sentence, below, List.of(), Optional.empty());
    }

    private static boolean isShort(Optional<String> text) {
        return text.filter(each -> each.length() <= LONGEST).isPresent();
    }

    private static Item said(String when, Optional<String> text) {
        return new Item(List.of(Run.plain(when), Run.code(text.orElse(""))), List.of());
    }
}
