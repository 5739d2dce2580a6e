package dev.remit.analyze.replay;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Answer;
import dev.remit.decide.Question;
import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer that was given, as a record holds it: in words, since the policy that gave it need not be there any more.
 *
 * @param question what was asked in one role, with a project described by what was known of it
 * @param project the id of the project, if there was one
 * @param unknown the facts that stay unknown although the question is closed
 * @param answer the answer
 * @param grants for a permit, the grants
 * @param forbiddenBy if the answer is that it is forbidden, the rules that forbid it
 */
public record RecordedAnswer(
        Question question,
        Optional<String> project,
        List<String> unknown,
        Answer answer,
        List<RecordedGrant> grants,
        List<String> forbiddenBy) {
    public RecordedAnswer {
        requireNonNull(question, "question");
        requireNonNull(project, "project");
        unknown = List.copyOf(unknown);
        requireNonNull(answer, "answer");
        grants = List.copyOf(grants);
        forbiddenBy = List.copyOf(forbiddenBy);
    }

    /**
     * A grant of a recorded answer.
     *
     * @param rule the rule
     * @param way the work category and route, if the policy had any
     * @param population for each opt-out register that has a bearing, how its patients are treated
     * @param obligations the duties
     */
    public record RecordedGrant(
            String rule, Way way, Map<Id.Register, Treatment> population, Set<Id.Obligation> obligations) {
        public RecordedGrant {
            requireNonNull(rule, "rule");
            requireNonNull(way, "way");
            population = Map.copyOf(population);
            obligations = Set.copyOf(obligations);
        }
    }

    /**
     * For which work and by which way in something is granted.
     *
     * @param category the work category, if the policy has any
     * @param route the route, if the policy has any
     */
    public record Way(Optional<String> category, Optional<String> route) {
        public Way {
            requireNonNull(category, "category");
            requireNonNull(route, "route");
        }
    }

    /** The rules behind the answer, without repeats. */
    List<String> rules() {
        return Stream.concat(grants.stream().map(RecordedGrant::rule), forbiddenBy.stream())
                .distinct()
                .collect(Collectors.toList());
    }
}
