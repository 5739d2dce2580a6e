package dev.remit.analyze.mutation;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import java.util.Optional;

/**
 * A single edit of a policy, such as somebody might make by mistake.
 *
 * @param subject the edited part: a policy path such as {@code rules.research-run-pipeline} or {@code vocabulary.routes.direct}
 * @param rule the edited rule, if it is a rule
 * @param edit a description of the edit, such as {@code widen roles by collaborator}
 */
public record Mutant(PolicyPath subject, Optional<Id.Rule> rule, String edit) implements Comparable<Mutant> {
    public Mutant {
        requireNonNull(subject, "subject");
        requireNonNull(rule, "rule");
        requireNonNull(edit, "edit");
    }

    @Override
    public int compareTo(Mutant other) {
        int bySubject = subject.compareTo(other.subject);
        return bySubject != 0 ? bySubject : edit.compareTo(other.edit);
    }

    @Override
    public String toString() {
        return subject + ": " + edit;
    }
}
