package dev.remit.analyze.prove;

import dev.remit.analyze.Progress;
import dev.remit.analyze.region.QuestionSetStore;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Invariant;
import dev.remit.model.PolicyPath;
import dev.remit.model.Registers;
import dev.remit.model.Scope;
import dev.remit.model.TooLargeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves invariants of a policy over every possible complete question, or finds every region where one does not hold.
 * Not safe for use by several threads at once.
 */
public final class Prover {
    private final CompiledPolicy compiled;
    private final QuestionSetStore questions;

    private Prover(DecisionPoint decisions) {
        compiled = decisions.compiled();
        questions = new QuestionSetStore(compiled);
    }

    /**
     * Prepares to prove invariants of the policy of a decision point.
     *
     * @throws TooLargeException if the states that cannot be are too many to be kept apart
     */
    public static Prover of(DecisionPoint decisions) {
        return new Prover(decisions);
    }

    /** Looks through registers for people who break the same policy's invariants, with what is prepared already. */
    public Separation among(Registers registers) {
        return new Separation(compiled, questions, registers);
    }

    /**
     * Proves an invariant, whose words must be those of the policy's vocabulary.
     *
     * @throws TooLargeException if that takes too much room, whatever was proved before
     */
    public Proof prove(Invariant invariant) {
        return questions.fitting(
                sets -> new Proving(sets).proof(invariant),
                invariant.claim().scopes().stream().map(Scope::when).toList(),
                () -> "the proof of invariant `" + invariant.id() + "`",
                List.of(PolicyPath.of(invariant.id())));
    }

    /** Proves several invariants, in their order, reporting how far it has come. */
    public List<Proof> prove(List<Invariant> invariants, Progress progress) {
        List<Proof> proofs = new ArrayList<>();
        for (Invariant each : invariants) {
            progress.at(proofs.size(), invariants.size());
            proofs.add(prove(each));
        }
        progress.at(proofs.size(), invariants.size());
        return List.copyOf(proofs);
    }
}
