package dev.remit.analyze.diff;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.model.CanonicalForm;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.PatientList;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was edited between two policies: the lines of their meanings that differ. */
final class Edits {
    /** Where each sort of line stands in a policy. */
    private static final Map<String, Section> PLACES = Map.of(
            "rule", Section.RULES,
            "constraint", Section.CONSTRAINTS,
            "category", Section.CATEGORIES,
            "level", Section.LEVELS,
            "route", Section.ROUTES,
            "attribute", Section.ATTRIBUTES,
            "fact", Section.FACTS,
            "register", Section.REGISTERS,
            "time-zone", Section.HEADER);
    /** Questions say nothing of lists, sources of facts and days. */
    private static final Set<Section> BEYOND_QUESTIONS = Set.of(Section.FACTS, Section.REGISTERS, Section.HEADER);

    private Edits() {}

    /** Every edit, by path. */
    static List<Edit> between(Policy before, Policy after) {
        Map<PolicyPath, String> was = lines(before);
        Map<PolicyPath, String> is = lines(after);
        Set<PolicyPath> paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        List<Edit> edits = new ArrayList<>();
        for (PolicyPath path : paths) {
            Optional<String> old = Optional.ofNullable(was.get(path));
            Optional<String> now = Optional.ofNullable(is.get(path));
            if (!old.equals(now)) {
                boolean decides = !old.map(CanonicalForm::decisive).equals(now.map(CanonicalForm::decisive));
                boolean beyond = old.isPresent()
                        && now.isPresent()
                        && decides
                        && (BEYOND_QUESTIONS.contains(path.section())
                                || !patients(before, path).equals(patients(after, path)));
                Optional<ListEdit> list = old.isPresent() && now.isPresent() && path.section() == Section.ATTRIBUTES
                        ? ListEdit.between(listed(before, path), listed(after, path))
                        : Optional.empty();
                Direction direction = list.map(ListEdit::direction).orElse(beyond ? Direction.WIDER : Direction.SAME);
                edits.add(new Edit(
                        path,
                        old,
                        now,
                        direction,
                        false,
                        list,
                        permissions(path, list.isPresent(), before, after),
                        List.of(path),
                        List.of()));
            }
        }
        return edits;
    }

    /**
     * The opt-out registers on whose permissions an edit bears: its own, or those of a constraint that says which projects may
     * hold them, or that ties them to a closed list.
     */
    private static Set<Id.Register> permissions(PolicyPath path, boolean isList, Policy before, Policy after) {
        Set<Id.Register> found = new TreeSet<>();
        if (path.section() == Section.REGISTERS) {
            found.add(new Id.Register(path.id()));
        }
        String attribute = Variable.Kind.ATTRIBUTE.prefix() + path.id();
        for (Policy each : List.of(before, after)) {
            for (Constraint constraint : each.constraints()) {
                if (path.equals(PolicyPath.of(constraint.id()))) {
                    Stream.concat(constraint.given().leaves(), constraint.then().leaves())
                            .forEach(leaf -> register(leaf).ifPresent(found::add));
                } else if (isList
                        && constraint
                                .then()
                                .leaves()
                                .anyMatch(leaf -> leaf.about().equals(attribute))) {
                    constraint.given().leaves().forEach(leaf -> register(leaf).ifPresent(found::add));
                }
            }
        }
        return found;
    }

    private static Optional<Id.Register> register(Condition.Leaf leaf) {
        if (leaf instanceof Condition.Permitted permitted) {
            return Optional.of(permitted.register());
        }
        return leaf instanceof Condition.EverPermitted ever ? Optional.of(ever.register()) : Optional.empty();
    }

    /** The closed list of the attribute that a path names, if it has one. */
    private static Optional<Set<Id.Project>> listed(Policy policy, PolicyPath path) {
        return policy.vocabulary().attributes().stream()
                .filter(each -> path.equals(Section.ATTRIBUTES.path(each.id().value())))
                .findFirst()
                .flatMap(ProjectAttribute::trueOnlyFor);
    }

    /** The lists of patients that the route which a path names uses in place of those of the registers. */
    private static Map<Id.Register, PatientList> patients(Policy policy, PolicyPath path) {
        return policy.vocabulary().routes().stream()
                .filter(each -> path.equals(PolicyPath.of(each.id())))
                .findFirst()
                .map(Route::lists)
                .orElse(Map.of());
    }

    private static Map<PolicyPath, String> lines(Policy policy) {
        Map<PolicyPath, String> lines = new TreeMap<>();
        for (String line : CanonicalForm.text(policy).lines().toList()) {
            int word = line.indexOf(' ');
            Section section = PLACES.get(line.substring(0, word));
            if (section == Section.HEADER) {
                lines.put(PolicyPath.HEADER, line);
            } else if (section != null) {
                int end = endOfQuoted(line, word + 1);
                lines.put(
                        section.path(line.substring(word + 2, end - 1)),
                        line.substring(end).strip());
            }
        }
        return lines;
    }

    private static int endOfQuoted(String line, int from) {
        int at = from + 1;
        while (line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
