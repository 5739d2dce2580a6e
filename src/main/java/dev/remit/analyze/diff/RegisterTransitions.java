package dev.remit.analyze.diff;

import dev.remit.analyze.AssignmentSet;
import dev.remit.analyze.region.RegionSummary;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.Comparison;
import dev.remit.diagram.Regions;
import dev.remit.model.Assignment;
import dev.remit.model.PolicyPath;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How access changes, under one policy, when a project or person moves from one state to another. Changes of reasons are left out.
 * The same shift is worked out once.
 */
final class RegisterTransitions {
    private final Regions regions;
    private final Comparison<LeafSummary> comparison;
    private final int view;
    private final int always;
    private final Map<Shift, List<AccessChange>> known = new HashMap<>();

    private record Shift(Optional<Assignment> before, Optional<Assignment> after, int otherwise) {}

    /** What changes on one side, within an empty store. */
    RegisterTransitions(ComparedPolicy side, Regions regions) {
        this.regions = regions;
        comparison = new Comparison<>(regions);
        view = side.view(comparison);
        always = comparison.whatever(
                view,
                regions.space().variables().stream()
                        .filter(each -> each.kind().isOfProject())
                        .toList(),
                LeafSummary::and);
    }

    Space space() {
        return regions.space();
    }

    /** What changes from one state of a project to another; where there is no project, what holds for every one. */
    List<AccessChange> ofProject(Optional<Assignment> before, Optional<Assignment> after, PolicyPath cause) {
        return between(before, after, cause, always);
    }

    /** What changes from one state of a person to another; nothing can be asked where there is no state. */
    List<AccessChange> ofPerson(Optional<Assignment> before, Optional<Assignment> after, PolicyPath cause) {
        return between(before, after, cause, comparison.always(LeafSummary.NOTHING));
    }

    private List<AccessChange> between(
            Optional<Assignment> before, Optional<Assignment> after, PolicyPath cause, int otherwise) {
        if (before.equals(after)) {
            return List.of();
        }
        Shift shift = new Shift(before, after, otherwise);
        List<AccessChange> found = known.get(shift);
        if (found == null) {
            found = work(shift);
            known.put(shift, found);
        }
        return found.stream()
                .map(each -> new AccessChange(
                        each.kind(),
                        each.direction(),
                        each.dropped(),
                        each.added(),
                        each.population(),
                        each.gone(),
                        each.come(),
                        each.where(),
                        List.of(cause)))
                .toList();
    }

    private List<AccessChange> work(Shift shift) {
        int both = comparison.both(under(shift.before, shift.otherwise), under(shift.after, shift.otherwise));
        int impossible = comparison
                .sorted(
                        both,
                        said -> isOut(said.before(), shift.before) && isOut(said.after(), shift.after)
                                ? List.of(true)
                                : List.of())
                .getOrDefault(true, regions.none());
        RegionSummary summary = new RegionSummary(regions, impossible);
        Assignment given = shift.after.or(() -> shift.before).orElseThrow();
        List<AccessChange> changes = new ArrayList<>();
        comparison
                .sorted(
                        both,
                        said -> Change.of(said).stream()
                                .filter(each -> each.kind() != AccessChange.Kind.REASON)
                                .toList())
                .forEach((change, set) -> summary.parts(set)
                        .forEach(part ->
                                changes.add(AccessChange.of(change, under(part.assignments(), given), List.of()))));
        changes.sort(PolicyDiff.ORDER);
        return changes;
    }

    private int under(Optional<Assignment> state, int otherwise) {
        return state.map(each -> comparison.given(view, each)).orElse(otherwise);
    }

    private static boolean isOut(LeafSummary said, Optional<Assignment> state) {
        return state.isEmpty() || said.impossible();
    }

    /** The same with what is given in its question and its choices, and counted as if nothing else could be. */
    private AssignmentSet under(AssignmentSet set, Assignment given) {
        Assignment question = set.question();
        List<ValueRestriction> so = new ArrayList<>();
        BigInteger covers = set.covers();
        for (Variable each : regions.space().variables()) {
            if (!given.isOpen(each)) {
                question = question.with(each, given.value(each));
                if (each.kind().isDimension()) {
                    so.add(new ValueRestriction(each, List.of(given.word(each))));
                }
                covers = covers.divide(BigInteger.valueOf(each.size()));
            }
        }
        so.addAll(set.so());
        return new AssignmentSet(so, set.eithers(), covers, question);
    }
}
