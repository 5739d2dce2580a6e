package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.ValueRestriction;
import dev.remit.model.Variable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A part of a policy and its registers in which nothing may change, whichever way access goes.
 *
 * @param text how it is written
 * @param choices for each sort of choice that is named, the words it is about; a change touches the lock if it is about
 *     some word of each
 * @param permissions the opt-out registers whose permissions no project may gain or lose
 * @param projects the projects whose entries are locked
 * @param people the people whose entries are locked
 */
public record AccessLock(
        String text,
        Map<Variable.Kind, Set<String>> choices,
        Set<String> permissions,
        Set<String> projects,
        Set<String> people) {
    /** What changes of words call the sorts of choices. */
    private static final Map<Variable.Kind, String> KINDS = Map.of(
            Variable.Kind.ROLE, "role",
            Variable.Kind.ACTIVITY, "activity",
            Variable.Kind.LEVEL, "level",
            Variable.Kind.CATEGORY, "work category",
            Variable.Kind.ROUTE, "route");

    public AccessLock {
        requireNonNull(text, "text");
        choices = Map.copyOf(choices);
        permissions = Set.copyOf(permissions);
        projects = Set.copyOf(projects);
        people = Set.copyOf(people);
    }

    /**
     * The directions of all changes of a difference that touch what is locked, whatever it is called by now; of an edit, with
     * that of the changes it brings about.
     */
    public List<AccessChange.Direction> touching(DiffReport report) {
        AccessLock lock = following(report.words());
        return Stream.of(
                        report.changes().stream().filter(lock::touches).map(AccessChange::direction),
                        report.registers().stream().filter(lock::touches).map(RegisterChange::direction),
                        report.edits().stream().filter(lock::touches).map(report::direction))
                .flatMap(directions -> directions)
                .toList();
    }

    /** Whether a change of access is about what is locked. Another reason for the same answer is no change of access. */
    public boolean touches(AccessChange change) {
        return change.kind() != AccessChange.Kind.REASON
                && !choices.isEmpty()
                && choices.entrySet().stream().allMatch(each -> isAbout(change, each.getKey(), each.getValue()));
    }

    private static boolean isAbout(AccessChange change, Variable.Kind kind, Set<String> words) {
        Optional<ValueRestriction> so = change.where().so().stream()
                .filter(each -> each.about().kind() == kind)
                .findFirst();
        return so.map(each -> !Collections.disjoint(each.values(), words)).orElse(true);
    }

    /** Whether what is otherwise about a project or person is locked, or changes access to what is. */
    public boolean touches(RegisterChange change) {
        boolean isProject = change.entry() == RegisterChange.Entry.PROJECT;
        return (isProject ? projects : people).contains(change.id())
                || change.edits().stream()
                        .anyMatch(edit -> permissions.stream()
                                .anyMatch(each -> edit.what().equals("permission " + each)))
                || change.effects().stream()
                        .anyMatch(effect -> effect.changes().stream().anyMatch(this::touches));
    }

    /**
     * Whether an edit bears on a locked permission: its opt-out register is defined otherwise, or a constraint or closed list
     * that says which projects may hold it is; or whether it is a closed list that names a locked project. A closed list
     * touches every lock on choices, since what its projects gain or lose may be anything.
     */
    public boolean touches(Edit edit) {
        return edit.permissions().stream().anyMatch(each -> permissions.contains(each.value()))
                || edit.list()
                        .filter(list -> !choices.isEmpty() || projects.stream().anyMatch(list::names))
                        .isPresent();
    }

    /** The same lock where words go by other names: it holds for the thing, whatever it is called. */
    AccessLock following(List<WordChange> words) {
        Map<Variable.Kind, Set<String>> followed = new EnumMap<>(Variable.Kind.class);
        choices.forEach((kind, some) -> {
            Set<String> all = new TreeSet<>(some);
            words.stream()
                    .filter(each -> each.isRenamed() && each.what().equals(KINDS.get(kind)))
                    .filter(each -> each.before().filter(some::contains).isPresent())
                    .forEach(each -> each.after().ifPresent(all::add));
            followed.put(kind, all);
        });
        return new AccessLock(text, followed, permissions, projects, people);
    }
}
