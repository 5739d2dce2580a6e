package dev.remit.analyze.people;

import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.analyze.people.PersonShift.Changed;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Id;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what is permitted to somebody before and after, role by role. Each pair is compared once. */
final class CellComparison {
    private final AccessCells before;
    private final AccessCells after;
    private final Map<Pair, List<RoleShift>> known = new HashMap<>();
    private final Map<Sides, Optional<RoleShift>> byRole = new HashMap<>();

    private record Pair(int standingBefore, int stateBefore, int standingAfter, int stateAfter) {}

    /** What is permitted in a role on either side. */
    private record Sides(Id.Role role, Optional<InRole> before, Optional<InRole> after) {}

    /** A restriction without the place of its variable, which is another under another policy. */
    private record Named(Variable.Kind kind, String name, List<String> values) {}

    private record What(Id.Activity activity, Id.Level level) {}

    CellComparison(AccessCells before, AccessCells after) {
        this.before = before;
        this.after = after;
    }

    /** What somebody gains and loses; the numbers are those of either side. */
    List<RoleShift> between(int standingBefore, int stateBefore, int standingAfter, int stateAfter) {
        Pair pair = new Pair(standingBefore, stateBefore, standingAfter, stateAfter);
        List<RoleShift> found = known.get(pair);
        if (found == null) {
            found = compare(before.of(standingBefore, stateBefore), after.of(standingAfter, stateAfter));
            known.put(pair, found);
        }
        return found;
    }

    private List<RoleShift> compare(List<InRole> was, List<InRole> is) {
        Map<Id.Role, InRole> old = byRole(was);
        Map<Id.Role, InRole> now = byRole(is);
        Set<Id.Role> roles = new LinkedHashSet<>(now.keySet());
        roles.addAll(old.keySet());
        List<RoleShift> shifts = new ArrayList<>();
        for (Id.Role each : roles) {
            Sides sides = new Sides(each, Optional.ofNullable(old.get(each)), Optional.ofNullable(now.get(each)));
            byRole.computeIfAbsent(sides, CellComparison::shift).ifPresent(shifts::add);
        }
        return List.copyOf(shifts);
    }

    private static Map<Id.Role, InRole> byRole(List<InRole> roles) {
        Map<Id.Role, InRole> byRole = new LinkedHashMap<>();
        roles.forEach(each -> byRole.put(each.role(), each));
        return byRole;
    }

    private static Optional<RoleShift> shift(Sides sides) {
        Map<What, Permitted> was = permitted(sides.before);
        Map<What, Permitted> is = permitted(sides.after);
        List<Changed> changed = new ArrayList<>();
        is.forEach((what, now) -> Optional.ofNullable(was.get(what))
                .filter(old -> !named(old).equals(named(now)))
                .ifPresent(old -> changed.add(new Changed(old, now))));
        RoleShift shift = new RoleShift(sides.role, without(is, was), without(was, is), changed);
        return shift.isNothing() ? Optional.empty() : Optional.of(shift);
    }

    private static Map<What, Permitted> permitted(Optional<InRole> inRole) {
        Map<What, Permitted> permitted = new LinkedHashMap<>();
        inRole.map(InRole::permitted)
                .orElse(List.of())
                .forEach(each -> permitted.put(new What(each.activity(), each.level()), each));
        return permitted;
    }

    private static List<Permitted> without(Map<What, Permitted> some, Map<What, Permitted> others) {
        return some.entrySet().stream()
                .filter(each -> !others.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Set<Set<Named>> named(Permitted permitted) {
        Set<Set<Named>> ways = new LinkedHashSet<>();
        for (List<ValueRestriction> way : permitted.ways()) {
            Set<Named> named = new LinkedHashSet<>();
            way.forEach(each ->
                    named.add(new Named(each.about().kind(), each.about().name(), each.values())));
            ways.add(named);
        }
        return ways;
    }
}
