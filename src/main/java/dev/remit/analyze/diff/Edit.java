package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a policy that means something else than before, is new, or is gone. Rewording and reordering are no edits.
 *
 * @param path the part, such as {@code rules.research-run}, {@code vocabulary.routes.direct} or {@code policy} for its
 *     time zone
 * @param before what it said, in the form digests are made of; empty if it is new
 * @param after what it says; empty if it is gone
 * @param direction which way access may go by this alone, where questions cannot show it: a definition of lists, of where
 *     facts are known from, or of days may let in anybody, and counts as wider; so does a longer closed list
 * @param changesAnswers whether some change of access or of reasons comes of it
 * @param list what is otherwise about the closed list of an attribute that was there and still is
 * @param permissions the opt-out registers on whose permissions it bears: who may hold them, or what holding them means
 * @param places where the files were edited that it comes of
 * @param held where no answer changes by it, what holds it back
 */
public record Edit(
        PolicyPath path,
        Optional<String> before,
        Optional<String> after,
        AccessChange.Direction direction,
        boolean changesAnswers,
        Optional<ListEdit> list,
        Set<Id.Register> permissions,
        List<PolicyPath> places,
        List<HeldBack> held) {
    public Edit {
        requireNonNull(path, "path");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(direction, "direction");
        requireNonNull(list, "list");
        permissions = Id.sorted(permissions);
        places = List.copyOf(places);
        held = List.copyOf(held);
    }

    /** Whether something that was there and still is means something else. */
    public boolean isRedefined() {
        return before.isPresent() && after.isPresent();
    }

    Edit changing() {
        return new Edit(path, before, after, direction, true, list, permissions, places, List.of());
    }

    Edit at(Collection<PolicyPath> edited) {
        return new Edit(path, before, after, direction, changesAnswers, list, permissions, List.copyOf(edited), held);
    }

    Edit heldBack(List<HeldBack> by) {
        return new Edit(path, before, after, direction, changesAnswers, list, permissions, places, by);
    }
}
