package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.analyze.Region;
import dev.remit.analyze.prove.Proof;
import dev.remit.analyze.prove.Prover;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.model.Invariant;
import dev.remit.model.PolicyPath;
import dev.remit.model.TooLargeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports invariants that do not hold. */
final class InvariantInspection implements Inspection {
    /** The number of violations of an invariant to show. */
    private static final int SHOWN = 3;

    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        List<Invariant> invariants = inspected.bundle().invariants();
        if (invariants.isEmpty()) {
            return List.of();
        }
        Prover prover = inspected.prover();
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < invariants.size(); i++) {
            progress.at(i, invariants.size());
            try {
                Proof proof = prover.prove(invariants.get(i));
                if (!proof.holds()) {
                    found.add(violated(proof, inspected));
                }
            } catch (TooLargeException full) {
                found.add(inspected.bundle().diagnostic(full.tooLarge()));
            }
        }
        return found;
    }

    private static Diagnostic violated(Proof proof, Inspected inspected) {
        String id = proof.invariant().id().value();
        List<Region> regions = proof.violations();
        String others = regions.size() == 1 ? "" : ", and in " + (regions.size() - 1) + " other ways";
        return new Diagnostic(
                Code.INVARIANT_VIOLATED,
                inspected.place(PolicyPath.of(proof.invariant().id())).orElseThrow(),
                "invariant " + Words.quoted(id) + " does not hold: " + words(regions.get(0)) + others,
                Optional.of("`remit prove BUNDLE --only " + id + "` tells all of it"),
                regions.stream()
                        .limit(SHOWN)
                        .map(region -> inspected.line(region.question()))
                        .toList());
    }

    private static String words(Region region) {
        return region.so().isEmpty()
                ? "always"
                : region.so().stream().map(ValueRestriction::phrase).collect(Collectors.joining(", "));
    }
}
