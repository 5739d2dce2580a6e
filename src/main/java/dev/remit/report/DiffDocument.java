package dev.remit.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference between two policies as readers get it, before it is written in one form or another.
 *
 * @param title what is compared
 * @param verdict what comes of it all, in a sentence
 * @param summary what comes of it, in a few bullets
 * @param sections the changes, sort by sort
 */
record DiffDocument(String title, List<Run> verdict, List<Item> summary, List<Section> sections) {
    DiffDocument {
        requireNonNull(title, "title");
        verdict = List.copyOf(verdict);
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
    }

    /** The same in a sentence for each change, without conditions, counts and questions. */
    DiffDocument brief() {
        return new DiffDocument(
                title,
                verdict,
                summary,
                sections.stream()
                        .map(each -> new Section(
                                each.heading(),
                                each.entries().stream().map(Entry::brief).toList()))
                        .toList());
    }

    /**
     * Changes of one sort.
     *
     * @param heading what sort
     * @param entries the changes
     */
    record Section(String heading, List<Entry> entries) {
        Section {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One change.
     *
     * @param mark the sort of change in one word
     * @param sentence what changes
     * @param below under which conditions, and whatever else there is to it
     * @param notes how far it reaches and where it comes from
     * @param asking a question that shows it
     */
    record Entry(String mark, List<Run> sentence, List<Item> below, List<Item> notes, Optional<String> asking) {
        Entry {
            requireNonNull(mark, "mark");
            sentence = List.copyOf(sentence);
            below = List.copyOf(below);
            notes = List.copyOf(notes);
            requireNonNull(asking, "asking");
        }

        /** The sentence alone; an entry of a register keeps what is written of it. */
        private Entry brief() {
            Run last = sentence.get(sentence.size() - 1);
            if (!last.text().endsWith(":")) {
                return new Entry(mark, sentence, below, List.of(), Optional.empty());
            }
            List<Run> shorter = new ArrayList<>(sentence.subList(0, sentence.size() - 1));
            shorter.add(Run.plain(", on certain conditions."));
            return new Entry(mark, shorter, List.of(), List.of(), Optional.empty());
        }
    }
}
