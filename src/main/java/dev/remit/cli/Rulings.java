package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.check.BundleDiff;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Words;
import dev.remit.json.DiffWriter;
import dev.remit.load.BundleSource;
import dev.remit.model.Ruling;
import dev.remit.report.DiffPage;
import dev.remit.report.RulingPage;
import dev.remit.report.RulingReview;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit rulings}: what stands on rulings, and who would gain or lose if they were decided the other way. */
final class Rulings implements Verb {
    private static final String ONLY = "--only";
    private static final List<String> FORMATS = List.of("text", "markdown", "json");

    @Override
    public String name() {
        return "rulings";
    }

    @Override
    public String summary() {
        return "Tells which rules stand on a ruling and on no sentence of the sources, and who would gain or lose if a ruling"
                + " were decided the other way.";
    }

    @Override
    public String synopsis() {
        return "rulings [BUNDLE] [--only RULING...] [--format text|markdown|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.words(ONLY, "RULING", "These alone, and each change with its conditions."),
                Option.word(
                        Option.FORMAT, String.join("|", FORMATS), "How it is written; text unless said otherwise."));
    }

    @Override
    public PackUse packs() {
        return PackUse.TEXTS;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The other reading of a ruling stands under its key `or`, in the policy.",
                "Exit code: 0 printed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit rulings --only ruling-8");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
        PolicyBundle bundle = Bundle.open(given);
        if (bundle.policy().rulings().isEmpty()) {
            throw new UsageError("this bundle has no rulings", "they stand in its `policy.yaml`, under `rulings`");
        }
        List<String> only = given.words(ONLY);
        List<RulingReview> reviews = reviews(wanted(only, bundle), bundle, Bundle.source(given), streams);
        if (format.equals("json")) {
            streams.out().line(DiffWriter.of(bundle.policy().vocabulary()).rulings(reviews));
            return OK;
        }
        DiffPage.Compared compared = new DiffPage.Compared(
                bundle.policy(),
                bundle.policy(),
                "",
                "",
                bundle.digests(),
                bundle.digests(),
                bundle.decisionPoint().mustBeSaid(),
                false);
        RulingPage page = RulingPage.of(reviews, compared, !only.isEmpty());
        if (format.equals("markdown")) {
            streams.out().line(page.markdown().stripTrailing());
        } else {
            streams.out().say(page.text().stripTrailing());
        }
        return OK;
    }

    private static List<Ruling> wanted(List<String> only, PolicyBundle bundle) {
        List<Ruling> all = bundle.policy().rulings();
        List<String> known = all.stream().map(each -> each.id().value()).toList();
        for (String word : only) {
            if (!known.contains(word)) {
                throw new UsageError(
                        "ruling " + Words.quoted(word) + " is not declared", Words.didYouMean(word, known));
            }
        }
        return all.stream()
                .filter(each -> only.isEmpty() || only.contains(each.id().value()))
                .toList();
    }

    private static List<RulingReview> reviews(
            List<Ruling> rulings, PolicyBundle bundle, BundleSource source, Streams streams) {
        Progress progress = ProgressLine.on(streams, "deciding otherwise");
        LocalDate today = LocalDate.ofInstant(
                streams.clock().instant(), bundle.policy().header().zone());
        List<RulingReview> reviews = new ArrayList<>();
        for (Ruling each : rulings) {
            progress.at(reviews.size(), rulings.size());
            Optional<DiffReport> otherwise = each.otherwise().isEmpty()
                    ? Optional.empty()
                    : Optional.of(difference(bundle, otherwise(source, each), today));
            reviews.add(RulingReview.of(bundle.policy(), each, otherwise));
        }
        progress.at(1, 1);
        return reviews;
    }

    private static PolicyBundle otherwise(BundleSource source, Ruling ruling) {
        Checked<PolicyBundle> other = Remit.checkOtherwise(source, ruling.id());
        return other.value()
                .orElseThrow(() -> new UsageError(
                        "the policy would not be sound if "
                                + Words.quoted(ruling.id().value())
                                + " were decided the other way: "
                                + other.diagnostics().stream()
                                        .filter(each -> each.isError())
                                        .findFirst()
                                        .map(each -> each.message())
                                        .orElse(""),
                        "`remit check` says where"));
    }

    private static DiffReport difference(PolicyBundle bundle, PolicyBundle other, LocalDate today) {
        return Fitting.in(bundle, () -> BundleDiff.between(bundle, other, Optional.of(today), Progress.UNHEARD))
                .report();
    }
}
