package dev.remit.analyze.diff;

import dev.remit.analyze.Progress;
import dev.remit.analyze.region.RegionSummary;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagram.Comparison;
import dev.remit.diagram.Orders;
import dev.remit.diagram.Regions;
import dev.remit.diagram.Renames;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import dev.remit.model.WrittenPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds every difference between two policies, exactly and completely: over all complete questions that can be asked of
 * either, what is gained, what is lost, and what is granted as before but with other duties, for other patients or for
 * other reasons. With registers, also what projects and people gain and lose by what is written of them there.
 */
public final class PolicyDiff {
    private static final int STEPS = 3;

    private final VocabularyDiff words;
    private final ComparedPolicy before;
    private final ComparedPolicy after;
    private final Orders orders;
    private final EditedParts parts;
    private final List<Edit> edits;
    private final Progress progress;

    private PolicyDiff(
            DecisionPoint was,
            List<WrittenPart> written,
            DecisionPoint is,
            List<WrittenPart> rewritten,
            Progress progress) {
        this.progress = progress;
        Policy old = was.policy();
        Policy now = is.policy();
        progress.at(0, STEPS);
        words = new VocabularyDiff(old.vocabulary(), now.vocabulary());
        before = new ComparedPolicy(was.compiled(), words.renames(), words.obligations());
        after = new ComparedPolicy(is.compiled(), Renames.NONE, Map.of());
        orders = Orders.of(Space.union(before.space(), after.space()), was.compiled(), words.renames(), is.compiled());
        parts = new EditedParts(written, rewritten);
        edits = Edits.between(old, now).stream()
                .map(each -> each.at(parts.behind(each.path())))
                .toList();
    }

    /**
     * The difference between a policy and the one it is to become.
     *
     * @throws TooLargeException if the two take too much room together
     */
    public static DiffReport between(DecisionPoint before, DecisionPoint after) {
        return between(before, Registers.EMPTY, after, Registers.EMPTY, Progress.UNHEARD);
    }

    /**
     * The difference between a bundle and what it is to become, with its registers. What these change is reported under the
     * newer policy.
     *
     * @param before decides under the policy as it is
     * @param known its registers
     * @param after decides under the policy as it is to be
     * @param kept its registers
     * @param progress is called with how far the work has come
     * @throws TooLargeException if the two take too much room together
     */
    public static DiffReport between(
            DecisionPoint before, Registers known, DecisionPoint after, Registers kept, Progress progress) {
        return between(
                new PolicyVersion(before, known, List.of()),
                new PolicyVersion(after, kept, List.of()),
                Optional.empty(),
                progress);
    }

    /**
     * The difference between a bundle and what it is to become, with its registers and the places of its edits.
     *
     * @param before the bundle as it is
     * @param after the bundle as it is to be
     * @param today the day from which on it is found whose access changes, by name; if there is none, nobody is named
     * @param progress is called with how far the work has come
     * @throws TooLargeException if the two take too much room together
     */
    public static DiffReport between(
            PolicyVersion before, PolicyVersion after, Optional<LocalDate> today, Progress progress) {
        try {
            PolicyDiff diff =
                    new PolicyDiff(before.decisions(), before.written(), after.decisions(), after.written(), progress);
            List<RegisterChange> registers = diff.registers(before.registers(), after.registers(), after.decisions());
            progress.at(1, STEPS);
            return diff.orders.fitting(regions -> diff.report(regions, registers, after.registers(), today));
        } catch (TooLargeException full) {
            throw full.about(
                    "the comparison of " + named(before.decisions()) + " with " + named(after.decisions()),
                    List.of(),
                    List.of());
        }
    }

    private static String named(DecisionPoint side) {
        Policy policy = side.policy();
        return "policy `" + policy.header().id() + "` (rules: " + policy.rules().size() + ", facts: "
                + policy.vocabulary().facts().size() + ")";
    }

    private List<RegisterChange> registers(Registers known, Registers kept, DecisionPoint decisions) {
        Registers renamed = words.renamed(known);
        return renamed.equals(kept)
                ? List.of()
                : Orders.of(decisions.compiled(), List.of())
                        .fitting(regions -> new RegisterDiff(
                                        decisions.policy(), new RegisterTransitions(after, regions), renamed, kept)
                                .changes());
    }

    private DiffReport report(
            Regions regions, List<RegisterChange> registers, Registers kept, Optional<LocalDate> today) {
        Comparison<LeafSummary> comparison = new Comparison<>(regions);
        int both = comparison.both(before.view(comparison), after.view(comparison));
        int impossible = comparison
                .sorted(
                        both,
                        said -> said.before().impossible() && said.after().impossible() ? List.of(true) : List.of())
                .getOrDefault(true, regions.none());
        progress.at(2, STEPS);
        Causes causes = new Causes(edits, parts);
        RegionSummary summary = new RegionSummary(regions, impossible);
        List<AccessChange> changes = new ArrayList<>();
        comparison
                .sorted(both, Change::of)
                .forEach((change, set) -> summary.parts(set)
                        .forEach(part -> changes.add(AccessChange.of(
                                change,
                                part.assignments(),
                                causes.of(comparison.saidOf(both, part.set()), part.assignments())))));
        changes.sort(ORDER);
        progress.at(STEPS, STEPS);
        HeldBacks held = new HeldBacks(before, after, regions, comparison, both);
        boolean isSame = changes.stream().allMatch(each -> each.kind() == AccessChange.Kind.REASON);
        return new DiffReport(
                words.changes(),
                edits.stream()
                        .map(each -> causes.isEffective(each) ? each.changing() : each.heldBack(held.of(each)))
                        .toList(),
                parts.all(),
                changes,
                registers,
                today.filter(day -> !isSame)
                        .map(day -> new RegisteredChanges(
                                        after.policy().vocabulary(), kept, regions, comparison, both, day)
                                .all())
                        .orElse(List.of()),
                List.of(),
                regions.count(regions.outside(impossible)));
    }

    /** The sort of change, then its details; sentences of one sort keep their order. */
    static final Comparator<AccessChange> ORDER = Comparator.comparing(AccessChange::kind)
            .thenComparing(AccessChange::direction, Comparator.comparing(each -> each != AccessChange.Direction.WIDER))
            .thenComparing(each -> each.dropped().toString())
            .thenComparing(each -> each.added().toString())
            .thenComparing(each -> each.population().toString())
            .thenComparing(each -> each.gone().toString())
            .thenComparing(each -> each.come().toString());
}
