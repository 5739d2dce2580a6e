package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Region;
import dev.remit.analyze.prove.Proof;
import dev.remit.analyze.prove.Prover;
import dev.remit.diagnostic.Words;
import dev.remit.json.AnalysisWriter;
import dev.remit.json.JsonQuestions;
import dev.remit.model.Invariant;
import dev.remit.report.words.RegionWords;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit prove}: proves the invariants over all possible questions. */
final class Prove implements Verb {
    private static final String ONLY = "--only";

    @Override
    public String name() {
        return "prove";
    }

    @Override
    public String summary() {
        return "Proves what a policy must never or always do, or shows every way in which it does otherwise.";
    }

    @Override
    public String synopsis() {
        return "prove [BUNDLE] [--only INVARIANT...] [--titles | --ids] [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.words(ONLY, "INVARIANT", "Proves these alone."),
                Option.titles(),
                Option.usualIds(),
                Option.format("text"));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Every possible question is looked at; states that break a constraint are left out.",
                "Exit code: 0 all hold, 1 some do not, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit prove --only nothing-is-extracted");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        PolicyBundle bundle = Bundle.open(given);
        if (bundle.invariants().isEmpty()) {
            throw new UsageError("this bundle has no invariants to prove", "they stand in its `invariants.yaml`");
        }
        List<Invariant> wanted = wanted(given.words(ONLY), bundle.invariants());
        List<Proof> proofs = Fitting.in(
                bundle, () -> Prover.of(bundle.decisionPoint()).prove(wanted, ProgressLine.on(streams, "proving")));
        long broken = proofs.stream().filter(proof -> !proof.holds()).count();
        if (format == Given.Format.JSON) {
            streams.out().line(AnalysisWriter.of(bundle.policy().vocabulary()).proofs(proofs));
        } else {
            RegionWords words = Option.words(given, bundle.policy().vocabulary());
            JsonQuestions questions = JsonQuestions.of(bundle.decisionPoint());
            proofs.forEach(proof -> write(proof, words, questions, streams));
            streams.out().say((proofs.size() - broken) + " of " + proofs.size() + " invariants hold");
        }
        return broken == 0 ? OK : NO;
    }

    private static List<Invariant> wanted(List<String> only, List<Invariant> all) {
        List<String> known = all.stream().map(each -> each.id().value()).toList();
        for (String word : only) {
            if (!known.contains(word)) {
                throw new UsageError(
                        "invariant " + Words.quoted(word) + " is not declared", Words.didYouMean(word, known));
            }
        }
        return all.stream()
                .filter(each -> only.isEmpty() || only.contains(each.id().value()))
                .toList();
    }

    private static void write(Proof proof, RegionWords words, JsonQuestions questions, Streams streams) {
        Invariant invariant = proof.invariant();
        List<String> lines = new ArrayList<>();
        lines.add((proof.holds() ? "holds: " : "error: violated: ")
                + invariant.id()
                + (invariant.title().isEmpty() ? "" : " (" + Visible.prose(invariant.title()) + ")"));
        for (Region region : proof.violations()) {
            lines.add("  " + Visible.line(words.phrase(region)));
            lines.add("    " + RegionWords.assignments(region.covers()) + ", such as "
                    + questions.write(region.question()));
        }
        streams.out().say(String.join("\n", lines));
    }
}
