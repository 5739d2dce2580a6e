package dev.remit.analyze.diff;

import dev.remit.analyze.diff.HeldBack.Why;
import dev.remit.diagram.Comparison;
import dev.remit.diagram.ConditionSets;
import dev.remit.diagram.Regions;
import dev.remit.diagram.Renames;
import dev.remit.model.CanonicalForm;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.Rule;
import dev.remit.model.Variable;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what keeps edits from changing answers, in the questions that they are about. */
final class HeldBacks {
    private final ComparedPolicy before;
    private final ComparedPolicy after;
    private final Regions regions;
    private final ConditionSets conditions;
    private final Comparison<LeafSummary> comparison;
    private final int both;

    HeldBacks(
            ComparedPolicy before,
            ComparedPolicy after,
            Regions regions,
            Comparison<LeafSummary> comparison,
            int both) {
        this.before = before;
        this.after = after;
        this.regions = regions;
        this.comparison = comparison;
        this.both = both;
        conditions = new ConditionSets(regions);
    }

    /** What holds an edit back that changes no answer; nothing if it cannot be told in the words of one policy. */
    List<HeldBack> of(Edit edit) {
        PolicyPath path = edit.path();
        if (edit.isRedefined()
                && edit.before()
                        .map(CanonicalForm::decisive)
                        .equals(edit.after().map(CanonicalForm::decisive))) {
            return List.of(new HeldBack(Why.ADVICE_ALONE, List.of()));
        }
        if (isRenamed(before.renames())) {
            return List.of();
        }
        return switch (path.section()) {
            case RULES -> ofRule(path);
            case CONSTRAINTS -> in(between(broken(before.policy(), path), broken(after.policy(), path)), path);
            case LEVELS, ROUTES, CATEGORIES, ATTRIBUTES, FACTS, ROLES, ACTIVITIES, OBLIGATIONS ->
                edit.isRedefined() ? List.of(new HeldBack(Why.NOT_ASKED, List.of())) : List.of();
            case HEADER, REGISTERS, RULINGS, DOMAINS, SETS, CONDITIONS, INVARIANTS, CLAUSES, PROJECTS, PEOPLE ->
                List.of();
        };
    }

    private static boolean isRenamed(Renames renames) {
        return !renames.variables().isEmpty()
                || renames.values().values().stream().anyMatch(each -> !each.isEmpty());
    }

    private List<HeldBack> ofRule(PolicyPath path) {
        Optional<Rule> old = rule(before.policy(), path);
        Optional<Rule> now = rule(after.policy(), path);
        int were = old.map(this::matches).orElse(regions.none());
        int are = now.map(this::matches).orElse(regions.none());
        int apart = between(were, are);
        if (apart == regions.none()) {
            // The same questions: other stances or duties, or the other effect.
            boolean isOnOtherTerms = old.isPresent()
                    && now.isPresent()
                    && !(old.get().effect() == now.get().effect()
                            && old.get().stances().equals(now.get().stances())
                            && old.get().obligations().equals(now.get().obligations()));
            return isOnOtherTerms ? in(are, path) : List.of(new HeldBack(Why.SAME_EVERYWHERE, List.of()));
        }
        return in(apart, path);
    }

    private static Optional<Rule> rule(Policy policy, PolicyPath path) {
        return policy.rules().stream()
                .filter(each -> PolicyPath.of(each.id()).equals(path))
                .findFirst();
    }

    private int broken(Policy policy, PolicyPath path) {
        List<Constraint> found = policy.constraints().stream()
                .filter(each -> PolicyPath.of(each.id()).equals(path))
                .toList();
        return conditions.breaking(found);
    }

    private int between(int one, int other) {
        return regions.or(regions.minus(one, other), regions.minus(other, one));
    }

    /** The questions in which a rule applies. */
    private int matches(Rule rule) {
        int set = conditions.of(rule.when());
        set = among(set, Optional.of(regions.space().role()), rule.reach().roles());
        set = among(set, Optional.of(regions.space().activity()), rule.reach().activities());
        set = among(set, Optional.of(regions.space().level()), rule.reach().levels());
        set = among(set, regions.space().category(), rule.reach().categories());
        return among(set, regions.space().route(), rule.reach().routes());
    }

    private int among(int set, Optional<Variable> variable, Collection<? extends Id> ids) {
        if (variable.isEmpty()) {
            return set;
        }
        BitSet values = new BitSet();
        ids.forEach(each -> variable.get().ordinal(each.value()).ifPresent(values::set));
        return regions.and(set, regions.where(variable.get(), values));
    }

    /** What the newer policy says, without the edited part, in the questions that it is about. */
    private List<HeldBack> in(int set, PolicyPath edited) {
        Map<Why, TreeSet<PolicyPath>> found = new EnumMap<>(Why.class);
        for (Comparison.Said<LeafSummary> said : comparison.saidOf(both, set)) {
            LeafSummary now = said.after();
            if (now.unaskable()) {
                continue;
            }
            Why why = now.impossible()
                    ? Why.IMPOSSIBLE
                    : now.isGranted()
                            ? Why.PERMITTED_ANYWAY
                            : now.bars().stream().allMatch(edited::equals) ? Why.NOTHING_PERMITS : Why.FORBIDDEN;
            TreeSet<PolicyPath> by = found.computeIfAbsent(why, none -> new TreeSet<>());
            (now.isGranted() ? now.reasons() : now.bars())
                    .stream().filter(each -> !each.equals(edited)).forEach(by::add);
        }
        if (found.size() > 1) {
            // Nothing has an effect where states cannot be; that is worth saying only if there is no other reason.
            found.remove(Why.IMPOSSIBLE);
        }
        return found.entrySet().stream()
                .map(each -> new HeldBack(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }
}
