package dev.remit.json;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.Outcome;
import dev.remit.decide.PolicyIdentity;
import dev.remit.model.Assignment;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A cache of members that are the same in many records: those of the policy, of an outcome, and of what is known of a project. Its
 * size is limited to some thousands. Safe to use from several threads.
 */
final class RecordFragments {
    private static final int MOST = 1 << 12;

    private final IdentityHashMap<Outcome, SerializedString> outcomes = new IdentityHashMap<>();
    private volatile @Nullable Policy policy;
    private volatile @Nullable Words words;

    private record Policy(PolicyIdentity of, String member) {}

    /** What is kept for the questions of one space. */
    private record Words(
            Space space, Topics topics, List<Variable> ofProjects, Map<List<Integer>, SerializedString> projects) {
        static Words of(Space space) {
            return new Words(
                    space,
                    new Topics(space),
                    space.variables().stream()
                            .filter(each -> each.kind().isOfProject())
                            .toList(),
                    new ConcurrentHashMap<>());
        }

        List<Integer> known(Assignment assignment) {
            Integer[] values = new Integer[ofProjects.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = assignment.value(ofProjects.get(i));
            }
            return List.of(values);
        }
    }

    /** The member with the policy that was asked. */
    String of(PolicyIdentity identity) {
        Policy known = policy;
        if (known == null || !known.of().equals(identity)) {
            known = new Policy(identity, JsonText.inner(json -> EventWriter.policy(json, "policy", identity)));
            policy = known;
        }
        return known.member();
    }

    /** The forms of facts and attributes in a space. */
    Topics topics(Space space) {
        return words(space).topics();
    }

    @SuppressWarnings("ReferenceEquality") // a policy has one space; another that is equal only costs some time
    private Words words(Space space) {
        Words known = words;
        if (known == null || known.space() != space) {
            known = Words.of(space);
            words = known;
        }
        return known;
    }

    /** The members with what was known of the project, behind others; empty if nothing was. */
    SerializedString project(Assignment assignment) {
        Words known = words(assignment.space());
        List<Integer> values = known.known(assignment);
        SerializedString members = known.projects().get(values);
        if (members == null) {
            members = behind(json -> RecordedQuestion.project(json, known.topics(), assignment));
            keep(known.projects(), values, members);
        }
        return members;
    }

    /** The members of a decision behind its question. */
    SerializedString outcome(Decision decision) {
        if (decision.answer() != Answer.UNDETERMINED) {
            synchronized (outcomes) {
                SerializedString known = outcomes.get(decision.outcome());
                if (known == null) {
                    known = behind(json -> RecordedAnswer.outcome(json, decision));
                    keep(outcomes, decision.outcome(), known);
                }
                return known;
            }
        }
        return behind(json -> RecordedAnswer.outcome(json, decision));
    }

    /** Keeps something; of too much, what was kept before is forgotten. */
    private static <K> void keep(Map<K, SerializedString> in, K key, SerializedString members) {
        if (in.size() >= MOST) {
            in.clear();
        }
        in.put(key, members);
    }

    /** Members as written behind others. */
    private static SerializedString behind(JsonText.Part part) {
        String inner = JsonText.inner(part);
        return new SerializedString(inner.isEmpty() ? "" : "," + inner);
    }
}
