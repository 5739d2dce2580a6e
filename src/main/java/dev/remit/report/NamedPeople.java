package dev.remit.report;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.AssuranceChange;
import dev.remit.analyze.diff.RegisterChange;
import dev.remit.diagnostic.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a difference names the people of the register, and what stands in place of their names where it does not. */
enum NamedPeople {
    /** People are named, as whoever may read the registers sees them. */
    NAMED,
    /** People are counted: the difference is for readers who may not read the register of people. */
    COUNTED;

    /** Says to readers why there are no names. */
    static final Item UNNAMED = Item.of("people are not named on this page");

    /** What a suite of tests is made of: its questions and titles can name people. */
    private static final Set<String> TESTS = Set.of("suite", "case", "table", "survivor");

    /** Whether what is written of a project or person may be shown. */
    boolean shows(RegisterChange change) {
        return this == NAMED || change.entry() == RegisterChange.Entry.PROJECT;
    }

    /** Whether a change of texts may be shown: it may not if it is about people, or of tests, whose questions name people. */
    boolean shows(AssuranceChange change) {
        String noun = change.what().substring(change.what().lastIndexOf(' ') + 1);
        return this == NAMED || !(noun.equals("person") || noun.equals("people") || TESTS.contains(noun));
    }

    /** An entry that counts the people whose entries change, if they are not shown. */
    Optional<DiffDocument.Entry> instead(List<RegisterChange> changes) {
        List<RegisterChange> hidden =
                changes.stream().filter(each -> !shows(each)).toList();
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        Direction direction = hidden.stream().map(RegisterChange::direction).reduce(Direction.SAME, Direction::and);
        long wider = hidden.stream()
                .filter(each -> each.direction() == Direction.WIDER)
                .count();
        return Optional.of(new DiffDocument.Entry(
                "PEOPLE, " + DiffWords.word(direction),
                List.of(Run.plain("What the register says of "
                        + Words.count(hidden.size(), "person", "people") + " changes, which widens access for "
                        + (wider == 0 ? "nobody" : wider + " of them"))),
                List.of(),
                List.of(UNNAMED),
                Optional.empty()));
    }

    /** An entry that counts the changes of texts that are not shown, if there are any. */
    Optional<DiffDocument.Entry> inPlaceOf(List<AssuranceChange> changes) {
        long hidden = changes.stream().filter(each -> !shows(each)).count();
        return hidden == 0
                ? Optional.empty()
                : Optional.of(new DiffDocument.Entry(
                        "NOT SHOWN",
                        List.of(Run.plain(Words.count(hidden, "change", "changes")
                                + " of tests or of what is written about people, since these can name people")),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }
}
