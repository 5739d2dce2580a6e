package dev.remit.analyze.diff;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.model.CanonicalForm;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.ProjectAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
                        && BEYOND_QUESTIONS.contains(path.section());
                Optional<ListEdit> list = old.isPresent() && now.isPresent() && path.section() == Section.ATTRIBUTES
                        ? ListEdit.between(listed(before, path), listed(after, path))
                        : Optional.empty();
                Direction direction = list.map(ListEdit::direction).orElse(beyond ? Direction.WIDER : Direction.SAME);
                edits.add(new Edit(path, old, now, direction, false, list));
            }
        }
        return edits;
    }

    /** The closed list of the attribute that a path names, if it has one. */
    private static Optional<Set<Id.Project>> listed(Policy policy, PolicyPath path) {
        return policy.vocabulary().attributes().stream()
                .filter(each -> path.equals(Section.ATTRIBUTES.path(each.id().value())))
                .findFirst()
                .flatMap(ProjectAttribute::trueOnlyFor);
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
