package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.diff.DiffReport;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Ruling;
import java.util.List;
import java.util.Optional;

/**
 * What stands on a ruling, and what would change if it were decided the other way.
 *
 * @param ruling the ruling
 * @param rules the rules that cite it
 * @param alone those of them that cite rulings and no sentence of the sources
 * @param otherwise the difference from the policy as it is to the one under the other reading, if there is one
 */
public record RulingReview(Ruling ruling, List<Id.Rule> rules, List<Id.Rule> alone, Optional<DiffReport> otherwise) {
    public RulingReview {
        requireNonNull(ruling, "ruling");
        rules = List.copyOf(rules);
        alone = List.copyOf(alone);
        requireNonNull(otherwise, "otherwise");
    }

    /**
     * Looks up what stands on a ruling.
     *
     * @param policy the policy
     * @param ruling one of its rulings
     * @param otherwise the difference to the other reading, if there is one
     */
    public static RulingReview of(Policy policy, Ruling ruling, Optional<DiffReport> otherwise) {
        List<Id.Citation> rulings = policy.rulings().stream().map(Ruling::id).toList();
        List<Rule> citing = policy.rules().stream()
                .filter(each -> each.cites().contains(ruling.id()))
                .toList();
        return new RulingReview(
                ruling,
                citing.stream().map(Rule::id).toList(),
                citing.stream()
                        .filter(each -> rulings.containsAll(each.cites()))
                        .map(Rule::id)
                        .toList(),
                otherwise);
    }
}
