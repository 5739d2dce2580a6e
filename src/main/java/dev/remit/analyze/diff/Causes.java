package dev.remit.analyze.diff;

import dev.remit.analyze.AssignmentSet;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.Comparison;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which edits bring a difference about: those of the parts that grant, forbid or describe it on the side where it is
 * otherwise; and where the files were edited that they come of.
 */
final class Causes {
    private static final Map<Section, Variable.Kind> DESCRIBED = Map.of(
            Section.LEVELS, Variable.Kind.LEVEL,
            Section.CATEGORIES, Variable.Kind.CATEGORY,
            Section.ROUTES, Variable.Kind.ROUTE,
            Section.ATTRIBUTES, Variable.Kind.ATTRIBUTE,
            Section.FACTS, Variable.Kind.FACT);

    private final Map<PolicyPath, Edit> edited = new HashMap<>();
    private final EditedParts parts;
    private final Set<PolicyPath> effective = new HashSet<>();

    Causes(List<Edit> edits, EditedParts parts) {
        edits.forEach(each -> edited.put(each.path(), each));
        this.parts = parts;
    }

    /** The edited places behind what two sides say about some situations; all there are if none of them says so. */
    List<PolicyPath> of(List<Comparison.Said<LeafSummary>> said, AssignmentSet where) {
        Set<PolicyPath> causes = new TreeSet<>();
        boolean isExplained = true;
        for (Comparison.Said<LeafSummary> each : said) {
            Set<PolicyPath> apart = apart(each.before(), each.after());
            boolean isShift = isShift(each.before(), each.after());
            apart.retainAll(edited.keySet());
            causes.addAll(apart);
            isExplained = isExplained && !apart.isEmpty() && !isShift;
        }
        Set<PolicyPath> places = new TreeSet<>();
        if (!isExplained) {
            edited.keySet().stream().filter(each -> describes(each, where)).forEach(causes::add);
            places.addAll(parts.words(each -> each.steps().isEmpty() && isNamed(each, where)));
        }
        if (causes.isEmpty() && places.isEmpty()) {
            causes.addAll(edited.keySet());
        }
        effective.addAll(causes);
        causes.forEach(each -> places.addAll(
                Optional.ofNullable(edited.get(each)).map(Edit::places).orElse(List.of(each))));
        return List.copyOf(places);
    }

    /** Whether a rule that was not edited grants the same on other terms: then what it grants is described otherwise. */
    private boolean isShift(LeafSummary before, LeafSummary after) {
        Map<PolicyPath, List<GrantTerms>> was = terms(before);
        Map<PolicyPath, List<GrantTerms>> is = terms(after);
        return was.entrySet().stream()
                .anyMatch(each -> !edited.containsKey(each.getKey())
                        && is.containsKey(each.getKey())
                        && !each.getValue().equals(is.get(each.getKey())));
    }

    private static Map<PolicyPath, List<GrantTerms>> terms(LeafSummary said) {
        Map<PolicyPath, List<GrantTerms>> terms = new HashMap<>();
        said.grants()
                .forEach(each -> terms.computeIfAbsent(each.path(), none -> new ArrayList<>())
                        .add(each.terms()));
        return terms;
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

    /** Whether an edited word describes some of the situations: a choice that they can be about, or what they hang on. */
    private static boolean describes(PolicyPath path, AssignmentSet where) {
        Variable.Kind kind = DESCRIBED.get(path.section());
        if (kind == null) {
            return path.section() == Section.REGISTERS;
        }
        if (kind.isDimension()) {
            return where.so().stream()
                    .filter(each -> each.about().kind() == kind)
                    .allMatch(each -> each.values().contains(path.id()));
        }
        return restrictions(where)
                .anyMatch(each ->
                        each.about().kind() == kind && each.about().owner().equals(path.id()));
    }

    /** Whether the situations name a word, as a choice. */
    private static boolean isNamed(PolicyPath word, AssignmentSet where) {
        Variable.Kind kind = word.section() == Section.ROLES
                ? Variable.Kind.ROLE
                : word.section() == Section.ACTIVITIES ? Variable.Kind.ACTIVITY : DESCRIBED.get(word.section());
        return kind != null
                && restrictions(where)
                        .anyMatch(each -> each.about().kind() == kind
                                && (kind.isDimension()
                                        ? each.values().contains(word.id())
                                        : each.about().owner().equals(word.id())));
    }

    private static Stream<ValueRestriction> restrictions(AssignmentSet where) {
        return Stream.concat(
                where.so().stream(),
                where.eithers().stream().flatMap(each -> each.ways().stream()).flatMap(List::stream));
    }

    /** Whether some difference was put down to an edit. */
    boolean isEffective(Edit edit) {
        return effective.contains(edit.path());
    }
}
