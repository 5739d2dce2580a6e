package dev.remit.analyze.diff;

import dev.remit.analyze.AssignmentSet;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.Comparison;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which edits bring a difference about: those of the parts that grant, forbid or describe it on the side where it is otherwise. */
final class Causes {
    private static final Map<Variable.Kind, Section> DESCRIBED = Map.of(
            Variable.Kind.LEVEL, Section.LEVELS,
            Variable.Kind.CATEGORY, Section.CATEGORIES,
            Variable.Kind.ROUTE, Section.ROUTES);

    private final Set<PolicyPath> edited;
    private final Set<PolicyPath> effective = new HashSet<>();

    Causes(List<Edit> edits) {
        edited = edits.stream().map(Edit::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The edits behind what two sides say about some situations; all there are if none of them says so. */
    List<PolicyPath> of(List<Comparison.Said<LeafSummary>> said, AssignmentSet where) {
        Set<PolicyPath> rules = new TreeSet<>();
        said.forEach(each -> rules.addAll(apart(each.before(), each.after())));
        rules.retainAll(edited);
        Set<PolicyPath> causes = new TreeSet<>(rules);
        if (rules.isEmpty()) {
            where.so().forEach(each -> causes.addAll(described(each)));
            causes.retainAll(edited);
        }
        if (causes.isEmpty()) {
            causes.addAll(edited);
        }
        effective.addAll(causes);
        return List.copyOf(causes);
    }

    /** The parts that one side rests on and the other does not, or not in the same way. */
    private static Set<PolicyPath> apart(LeafSummary before, LeafSummary after) {
        Set<PolicyPath> paths = new HashSet<>();
        List<LeafSummary.Grant> grants = new ArrayList<>(before.grants());
        grants.removeAll(after.grants());
        grants.forEach(each -> paths.add(each.path()));
        grants = new ArrayList<>(after.grants());
        grants.removeAll(before.grants());
        grants.forEach(each -> paths.add(each.path()));
        Set<PolicyPath> bars = new HashSet<>(before.bars());
        bars.removeAll(after.bars());
        paths.addAll(bars);
        bars = new HashSet<>(after.bars());
        bars.removeAll(before.bars());
        paths.addAll(bars);
        return paths;
    }

    private static List<PolicyPath> described(ValueRestriction assumption) {
        Section section = DESCRIBED.get(assumption.about().kind());
        return section == null
                ? List.of()
                : assumption.values().stream().map(section::path).toList();
    }

    /** Whether some difference was put down to an edit. */
    boolean isEffective(Edit edit) {
        return effective.contains(edit.path());
    }
}
