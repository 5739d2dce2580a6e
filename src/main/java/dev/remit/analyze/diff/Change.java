package dev.remit.analyze.diff;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.AccessChange.Kind;
import dev.remit.analyze.diff.AccessChange.Treated;
import dev.remit.diagram.Comparison;
import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sort of change that a question undergoes. Questions of one sort are reported together.
 *
 * <p>Where the terms change, and all those that go are followed by the same with certain duties dropped or added and
 * certain patients treated otherwise, that is all there is to say, of the duties and of each register by itself. Else the
 * terms that go and come are listed themselves.
 *
 * @param kind what happens
 * @param direction which way access goes
 * @param dropped the duties that no longer come with it
 * @param added the duties that newly come with it
 * @param population for each register whose patients are treated otherwise, how they were and are
 * @param gone terms on which it was granted and no longer is, if they have to be listed
 * @param come terms on which it is granted and was not, if they have to be listed
 */
record Change(
        Kind kind,
        Direction direction,
        Set<Id.Obligation> dropped,
        Set<Id.Obligation> added,
        Map<Id.Register, Treated> population,
        List<GrantTerms> gone,
        List<GrantTerms> come) {

    /** What changes between two things said; nothing if both are the same, several if several things change. */
    static List<Change> of(Comparison.Said<LeafSummary> said) {
        LeafSummary before = said.before();
        LeafSummary after = said.after();
        if (before.equals(after) || (before.impossible() && after.impossible())) {
            return List.of();
        }
        if (before.isGranted() != after.isGranted()) {
            return List.of(ofAccess(after.isGranted()));
        }
        if (before.isGranted() && !before.terms().equals(after.terms())) {
            return changed(before.terms(), after.terms());
        }
        // Of what one side says nothing about, no reason can be compared.
        boolean isSilent = before.isSilent() || after.isSilent();
        return isSilent || before.reasons().equals(after.reasons())
                ? List.of()
                : List.of(plain(Kind.REASON, Direction.SAME));
    }

    static Change ofAccess(boolean isGained) {
        return isGained ? plain(Kind.GAINED, Direction.WIDER) : plain(Kind.LOST, Direction.NARROWER);
    }

    /** What changes between two sets of terms, of which none means that nothing is granted. */
    static List<Change> ofTerms(Set<GrantTerms> before, Set<GrantTerms> after) {
        if (before.equals(after)) {
            return List.of();
        }
        return before.isEmpty() || after.isEmpty() ? List.of(ofAccess(before.isEmpty())) : changed(before, after);
    }

    private static Change plain(Kind kind, Direction direction) {
        return new Change(kind, direction, Set.of(), Set.of(), Map.of(), List.of(), List.of());
    }

    private static List<Change> changed(Set<GrantTerms> before, Set<GrantTerms> after) {
        boolean wider = !within(after, before);
        // Terms that only others cover were never a reason to choose; leaving or adding them changes nothing.
        Direction direction = wider ? Direction.WIDER : within(before, after) ? Direction.SAME : Direction.NARROWER;
        Set<GrantTerms> gone = new HashSet<>(before);
        gone.removeAll(after);
        Set<GrantTerms> come = new HashSet<>(after);
        come.removeAll(before);
        for (GrantTerms old : GrantTerms.inOrder(gone)) {
            for (GrantTerms now : GrantTerms.inOrder(come)) {
                Change shift = shift(direction, old, now);
                if (gone.size() == come.size() && come.equals(shift.applied(gone))) {
                    return shift.aspects();
                }
            }
        }
        return List.of(new Change(
                Kind.CHANGED,
                direction,
                Set.of(),
                Set.of(),
                Map.of(),
                GrantTerms.inOrder(gone),
                GrantTerms.inOrder(come)));
    }

    /** Duties and each register by themselves, since each can change for more questions than all of them together. */
    private List<Change> aspects() {
        List<Change> aspects = new ArrayList<>();
        if (!dropped.isEmpty() || !added.isEmpty()) {
            aspects.add(aspect(dropped.isEmpty() ? Direction.NARROWER : Direction.WIDER, dropped, added, Map.of()));
        }
        population.forEach((register, treated) -> {
            boolean less = treated.after().compareTo(treated.before()) < 0;
            aspects.add(
                    aspect(less ? Direction.NARROWER : Direction.WIDER, Set.of(), Set.of(), Map.of(register, treated)));
        });
        return aspects;
    }

    /** No aspect is wider where all of them together are not, because what they give was there on other terms too. */
    private Change aspect(
            Direction own, Set<Id.Obligation> without, Set<Id.Obligation> with, Map<Id.Register, Treated> treated) {
        Direction whole = own == Direction.WIDER ? direction : own;
        return new Change(kind, whole, without, with, treated, List.of(), List.of());
    }

    private static boolean within(Set<GrantTerms> some, Set<GrantTerms> others) {
        return some.stream().allMatch(each -> others.stream().anyMatch(each::isWithin));
    }

    private static Change shift(Direction direction, GrantTerms old, GrantTerms now) {
        Set<Id.Obligation> dropped = new TreeSet<>(old.duties());
        dropped.removeAll(now.duties());
        Set<Id.Obligation> added = new TreeSet<>(now.duties());
        added.removeAll(old.duties());
        Map<Id.Register, Treated> population = new TreeMap<>();
        Set<Id.Register> registers = new TreeSet<>(old.population().keySet());
        registers.addAll(now.population().keySet());
        for (Id.Register each : registers) {
            Treatment was = old.treated(each);
            Treatment is = now.treated(each);
            if (was != is) {
                population.put(each, new Treated(was, is));
            }
        }
        return new Change(Kind.CHANGED, direction, dropped, added, population, List.of(), List.of());
    }

    /** What some terms become if the shift is made; something else where it cannot be made. */
    private Set<GrantTerms> applied(Set<GrantTerms> terms) {
        Set<GrantTerms> shifted = new HashSet<>();
        for (GrantTerms each : terms) {
            boolean fits = each.duties().containsAll(dropped)
                    && added.stream().noneMatch(each.duties()::contains)
                    && population.entrySet().stream()
                            .allMatch(entry -> each.treated(entry.getKey())
                                    == entry.getValue().before());
            if (!fits) {
                return Set.of();
            }
            Set<Id.Obligation> duties = new TreeSet<>(each.duties());
            duties.removeAll(dropped);
            duties.addAll(added);
            Map<Id.Register, Treatment> treated = new HashMap<>(each.population());
            population.forEach((register, change) -> treated.put(register, change.after()));
            shifted.add(new GrantTerms(treated, duties));
        }
        return shifted;
    }
}
