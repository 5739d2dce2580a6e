package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.diff.AccessChange.Direction;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every difference between two policies and, where they were compared too, their registers.
 *
 * @param words words added, removed or renamed
 * @param edits the parts of the policy that mean something else, by path
 * @param parts the smallest parts of the files that are written differently, by path; more than mean something else
 * @param changes what changes in which situations; together they cover exactly the questions that change
 * @param registers what changes for which projects and people
 * @param registered whose access changes by what was edited in the policy, by name, if that was asked for
 * @param assurance what else their files say differently, section by section; it changes no access
 * @param possible how many questions can be asked of either policy, without those that cannot be under both
 */
public record DiffReport(
        List<WordChange> words,
        List<Edit> edits,
        List<EditedPart> parts,
        List<AccessChange> changes,
        List<RegisterChange> registers,
        List<RegisteredChange> registered,
        List<AssuranceChange> assurance,
        BigInteger possible) {
    public DiffReport {
        words = List.copyOf(words);
        edits = List.copyOf(edits);
        parts = List.copyOf(parts);
        changes = List.copyOf(changes);
        registers = List.copyOf(registers);
        registered = List.copyOf(registered);
        assurance = List.copyOf(assurance);
        requireNonNull(possible, "possible");
    }

    /** Which way access goes in all: wider as soon as anything is wider. */
    public Direction direction() {
        return Stream.of(
                        changes.stream().map(AccessChange::direction),
                        edits.stream().map(Edit::direction),
                        registers.stream().map(RegisterChange::direction))
                .flatMap(directions -> directions)
                .reduce(Direction.SAME, Direction::and);
    }

    /** Which way access goes by an edit: by itself, and by the changes that it brings about. */
    public Direction direction(Edit edit) {
        return changes.stream()
                .filter(each -> !Collections.disjoint(each.causes(), edit.places()))
                .map(AccessChange::direction)
                .reduce(edit.direction(), Direction::and);
    }

    /** This report, with what else the files of the two say differently. */
    public DiffReport with(List<AssuranceChange> said) {
        return new DiffReport(words, edits, parts, changes, registers, registered, said, possible);
    }

    /** Whether access, its reasons, words and registers are the same, whatever else the files say. */
    public boolean meansTheSame() {
        return words.isEmpty() && edits.isEmpty() && changes.isEmpty() && registers.isEmpty();
    }

    /** The changes of one kind. */
    public List<AccessChange> changes(AccessChange.Kind kind) {
        return changes.stream().filter(each -> each.kind() == kind).toList();
    }

    /** Whether the two say the same, for the same reasons, in the same words, of the same projects and people. */
    public boolean isEmpty() {
        return meansTheSame() && assurance.isEmpty();
    }
}
