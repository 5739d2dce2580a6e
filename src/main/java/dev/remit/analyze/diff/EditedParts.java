package dev.remit.analyze.diff;

import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.WrittenPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Where the files of a policy were edited, and which of these places lie behind a part that means something else. */
final class EditedParts {
    private final Map<PolicyPath, List<WrittenPart>> byPart = new HashMap<>();
    private final Map<PolicyPath, EditedPart> edited = new TreeMap<>();
    private final Set<PolicyPath> oldWholes = new HashSet<>();
    private final Set<PolicyPath> newWholes = new HashSet<>();

    EditedParts(Collection<WrittenPart> before, Collection<WrittenPart> after) {
        Map<PolicyPath, WrittenPart> was = byPath(before);
        Map<PolicyPath, WrittenPart> is = byPath(after);
        was.values().forEach(this::index);
        is.values().forEach(this::index);
        was.keySet().forEach(each -> oldWholes.add(whole(each)));
        is.keySet().forEach(each -> newWholes.add(whole(each)));
        Set<PolicyPath> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        for (PolicyPath path : all) {
            Optional<String> old = text(was, path);
            Optional<String> now = text(is, path);
            PolicyPath whole = whole(path);
            boolean isWhole = !(oldWholes.contains(whole) && newWholes.contains(whole));
            if (isWhole) {
                edited.putIfAbsent(
                        whole,
                        new EditedPart(whole, present(oldWholes.contains(whole)), present(newWholes.contains(whole))));
            } else if (!old.equals(now)) {
                edited.put(path, new EditedPart(path, old, now));
            }
        }
    }

    private void index(WrittenPart part) {
        byPart.computeIfAbsent(part(part.path()), none -> new ArrayList<>()).add(part);
    }

    /** What has an id of its own; of a set, the sets of its kind. */
    private static PolicyPath part(PolicyPath path) {
        return path.section().path(path.id());
    }

    private static Optional<String> present(boolean isThere) {
        return isThere ? Optional.of("") : Optional.empty();
    }

    private static Map<PolicyPath, WrittenPart> byPath(Collection<WrittenPart> parts) {
        Map<PolicyPath, WrittenPart> found = new HashMap<>();
        parts.forEach(each -> found.putIfAbsent(each.path(), each));
        return found;
    }

    private static Optional<String> text(Map<PolicyPath, WrittenPart> parts, PolicyPath path) {
        return Optional.ofNullable(parts.get(path)).map(WrittenPart::text);
    }

    /** The rule, condition, set or word that a part belongs to; the name of a set is its first step. */
    private static PolicyPath whole(PolicyPath path) {
        int kept = path.section() == Section.SETS ? 1 : 0;
        return new PolicyPath(
                path.section(),
                path.id(),
                path.steps().subList(0, Math.min(kept, path.steps().size())));
    }

    /** Every edited place, by path. */
    List<EditedPart> all() {
        return List.copyOf(edited.values());
    }

    /**
     * The edited places behind a part that means something else: in the part itself, in what it names, and in what that
     * names. If there are none, it means something else because a word came or went, or a route treats patients differently;
     * and if nothing is known of how it was written, the part itself.
     */
    Set<PolicyPath> behind(PolicyPath meant) {
        Set<PolicyPath> found = new TreeSet<>();
        Set<PolicyPath> seen = new HashSet<>();
        Deque<PolicyPath> open = new ArrayDeque<>(List.of(meant));
        while (!open.isEmpty()) {
            PolicyPath next = open.pop();
            if (seen.add(next)) {
                // Each edited place is a part or the whole of one, and stands under the parts it is made of.
                if (edited.containsKey(whole(next))) {
                    found.add(whole(next));
                }
                for (WrittenPart each : byPart.getOrDefault(part(next), List.of())) {
                    if (isIn(each.path(), next)) {
                        if (edited.containsKey(each.path())) {
                            found.add(each.path());
                        }
                        open.addAll(each.uses());
                    }
                }
            }
        }
        if (found.isEmpty() && meant.section() == Section.RULES) {
            found.addAll(words(each -> each.steps().isEmpty()));
            if (found.isEmpty()) {
                found.addAll(words(each -> true));
            }
        }
        return found.isEmpty() ? Set.of(meant) : found;
    }

    /** The edited places among the words of the vocabulary that a test picks. */
    Set<PolicyPath> words(Predicate<PolicyPath> wanted) {
        Set<PolicyPath> found = new TreeSet<>();
        edited.keySet().stream()
                .filter(each -> each.section().isOfWords())
                .filter(wanted)
                .forEach(found::add);
        return found;
    }

    private static boolean isIn(PolicyPath part, PolicyPath within) {
        return part.section() == within.section()
                && part.id().equals(within.id())
                && part.steps().size() >= within.steps().size()
                && part.steps().subList(0, within.steps().size()).equals(within.steps());
    }
}
