package dev.remit.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference between two policies as a document, independent of its format.
 *
 * @param title the names of the two that are compared
 * @param head which two they are, with their digests
 * @param verdict the overall result, in a sentence
 * @param summary the results, in a few bullets
 * @param sections the changes, by kind
 */
record DiffDocument(
        String title, List<Item> head, List<Run> verdict, List<Item> summary, List<Section> sections) {
    DiffDocument {
        requireNonNull(title, "title");
        head = List.copyOf(head);
        verdict = List.copyOf(verdict);
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
    }

    /** The same with one sentence for each change, without conditions, counts and questions. */
    DiffDocument brief() {
        return new DiffDocument(
                title,
                head,
                verdict,
                summary,
                sections.stream()
                        .map(each -> new Section(
                                each.heading(),
                                each.entries().stream().map(Entry::brief).toList()))
                        .toList());
    }

    /**
     * Changes of one kind.
     *
     * @param heading the kind
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
     * @param mark the kind of change in one word
     * @param sentence what changes
     * @param below the conditions, and other details
     * @param notes its extent and its cause
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

        /** The sentence alone; an entry of a register keeps its details. */
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
