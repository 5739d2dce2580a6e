package dev.remit.analyze.mutation;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which single edits of a policy a suite would notice.
 *
 * @param killed the edits noticed, each with the first case that fails under it
 * @param survived the edits that change an answer and that no case notices
 * @param equivalent the edits proved to change no answer
 */
public record AdequacyReport(Map<Mutant, String> killed, List<Survivor> survived, List<Mutant> equivalent) {
    public AdequacyReport {
        killed = Collections.unmodifiableMap(new TreeMap<>(killed));
        survived = List.copyOf(survived);
        equivalent = List.copyOf(equivalent);
    }

    /** The number of edits that change an answer. */
    public int distinct() {
        return killed.size() + survived.size();
    }

    /** The whole percentage of those edits that are noticed, rounded down: 100 means all of them. */
    public int percent() {
        return distinct() == 0 ? 100 : (int) (100L * killed.size() / distinct());
    }

    /**
     * An edit that no case notices.
     *
     * @param mutant the edit
     * @param question a question that the edited policy answers differently
     * @param otherwise the answer of the edited policy
     */
    public record Survivor(Mutant mutant, ExampleQuestion question, Outcome otherwise) {
        public Survivor {
            requireNonNull(mutant, "mutant");
            requireNonNull(question, "question");
            requireNonNull(otherwise, "otherwise");
        }
    }

    /** The survivor of an edit, if it survived. */
    public Optional<Survivor> survivor(Mutant mutant) {
        return survived.stream().filter(each -> each.mutant().equals(mutant)).findFirst();
    }
}
