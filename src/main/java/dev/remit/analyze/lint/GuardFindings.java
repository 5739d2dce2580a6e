package dev.remit.analyze.lint;

import static java.util.stream.Collectors.toMap;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagram.Guard;
import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.MustBeSaid;
import dev.remit.model.PolicyPath;
import dev.remit.model.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds facts that guard a permit but do not declare whether they must be given, and facts that declare it but guard
 * nothing.
 */
public final class GuardFindings {
    private GuardFindings() {}

    /**
     * The findings about a policy, in the order of its vocabulary, each with a question that shows the permit that is
     * lost.
     */
    public static List<Finding> of(DecisionPoint decisions) {
        Space space = decisions.space();
        Map<Integer, int[]> guards =
                decisions.compiled().diagram().guards().stream().collect(toMap(Guard::fact, Guard::question));
        List<Finding> found = new ArrayList<>();
        for (Fact each : decisions.policy().vocabulary().facts()) {
            int[] shown = guards.get(space.fact(each.id()).index());
            boolean isMarked = each.mustBeSaid().mark() != MustBeSaid.Mark.UNMARKED;
            PolicyPath subject = PolicyPath.of(each.id());
            if (shown != null && !isMarked) {
                found.add(new Finding(
                        Finding.Code.UNSAID_GUARD,
                        subject,
                        "fact `" + each.id() + "` guards: there is a permit that is none if the fact is true",
                        Optional.of(Assignment.of(space, shown))));
            } else if (shown == null && isMarked) {
                found.add(new Finding(
                        Finding.Code.NEEDLESS_MARK,
                        subject,
                        "fact `" + each.id() + "` is marked with `must-be-said`, but no permit is lost if it is true",
                        Optional.empty()));
            }
        }
        return found;
    }
}
