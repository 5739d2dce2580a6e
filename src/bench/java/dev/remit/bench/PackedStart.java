package dev.remit.bench;

import dev.remit.decide.DecisionPoint;
import dev.remit.live.pack.PackLoading;
import dev.remit.live.pack.PackedBundle;
import dev.remit.signing.VerifierKey;
import java.nio.file.Path;
import java.util.List;

/** A process that loads a packed bundle, whose compiled part it trusts, and asks it one question: {@code PackedStart PACK KEY TRIAL}. */
public final class PackedStart {
    private PackedStart() {}

    public static void main(String... args) throws Exception {
        VerifierKey key = VerifierKey.read(Path.of(args[1]));
        PackedBundle pack = PackedBundle.read(Path.of(args[0]));
        pack.checkSignedBy(List.of(key));
        if (!PackLoading.hasCompiledPart(pack)) {
            throw new IllegalStateException("it was packed by another version of Remit");
        }
        DecisionPoint decisions = PackLoading.trusting(List.of(key))
                .load(pack, args[0], file -> {})
                .orThrow()
                .decisionPoint();
        Request first = Trial.parse(args[2]).workload().firstRequest();
        System.out.println(decisions.decide(RemitQuestions.complete(first)).permitted());
    }
}
