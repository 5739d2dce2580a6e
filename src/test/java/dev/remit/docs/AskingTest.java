package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.analyze.Region;
import dev.remit.analyze.access.AccessReview;
import dev.remit.analyze.prove.Proof;
import dev.remit.analyze.prove.Prover;
import dev.remit.model.Assignment;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.report.words.RegionWords;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java examples of the page on asking the policy itself, compiled and run. */
class AskingTest {
    @Test
    void tellsWhoMayAndProves() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            who();
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("researcher\n")
                .contains("in technical-support, via secure-environment, when ")
                .doesNotContain(": in ");
    }

    @Test
    void hasAsManyAssignmentsAsThePageSays() {
        Space space = Space.of(Remit.load(Path.of("policy/opensafely")).policy().vocabulary());
        BigInteger assignments = space.variables().stream()
                .map(Variable::size)
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);

        assertThat(assignments).isGreaterThan(BigInteger.TEN.pow(15));
    }

    private static void who() {
        PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
        AccessReview access = AccessReview.of(bundle.decisionPoint());
        Space space = access.space();
        Assignment asked = Assignment.open(space)
                .with(space.activity(), space.activity().ordinal("view").orElseThrow())
                .with(space.level(), space.level().ordinal("4").orElseThrow());

        RegionWords words = RegionWords.ids(bundle.policy().vocabulary());
        for (AccessReview.Allowed allowed : access.who(asked, space.role())) {
            System.out.println(allowed.value());
            words.phrases(allowed.when()).forEach(System.out::println);
        }

        List<Proof> proofs = Prover.of(bundle.decisionPoint()).prove(bundle.invariants(), Progress.UNHEARD);
        for (Proof proof : proofs) {
            for (Region region : proof.violations()) {
                System.out.println(proof.invariant().id() + ": " + words.phrase(region));
            }
        }
    }
}
