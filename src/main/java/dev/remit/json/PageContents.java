package dev.remit.json;

import dev.remit.analyze.Progress;
import dev.remit.analyze.export.PolicyTables;
import dev.remit.analyze.prove.Proof;
import dev.remit.analyze.prove.Prover;
import dev.remit.decide.DecisionPoint;
import dev.remit.model.Invariant;
import dev.remit.report.DiffPage;
import dev.remit.report.ExplorePage;
import java.util.List;
import java.util.Optional;

/** Puts together what the page that answers is made of: the tables of the policy as JSON, and its proofs. */
public final class PageContents {
    private PageContents() {}

    /**
     * The contents of the page of a policy.
     *
     * @param decisions its decision point
     * @param invariants what must hold of it
     * @param registers its projects and perhaps people on a day, if the page shows them
     * @param change what would change, if there is another version to compare with
     * @param approval what is known of its approval
     */
    public static ExplorePage.Contents of(
            DecisionPoint decisions,
            List<Invariant> invariants,
            Optional<RegisterDay> registers,
            Optional<DiffPage> change,
            ExplorePage.Approval approval) {
        PolicyTables tables = PolicyTables.of(decisions);
        List<Proof> proofs =
                invariants.isEmpty() ? List.of() : Prover.of(decisions).prove(invariants, Progress.UNHEARD);
        String data =
                registers.map(day -> DiagramWriter.write(tables, day)).orElseGet(() -> DiagramWriter.write(tables));
        return new ExplorePage.Contents(decisions, data, proofs, change, approval);
    }
}
