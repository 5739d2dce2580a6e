package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.clauses.Drift;
import dev.remit.clauses.Trace;
import dev.remit.json.TraceWriter;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import dev.remit.report.DriftText;
import dev.remit.report.TraceTable;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit clauses}: the trace between source sentences and rules, and what differs in newer editions of the sources. */
final class Clauses implements Verb {
    private static final String SOURCE = "--source";
    private static final String FINGERPRINT = "--fingerprint";
    private static final String AGAINST = "--against";
    private static final String RESTAMP = "--restamp";
    private static final List<String> FORMATS = List.of("text", "markdown", "csv", "json");

    @Override
    public String name() {
        return "clauses";
    }

    @Override
    public String summary() {
        return "Tells which rules stand on which sentence of the sources, and what a newer edition of these has"
                + " changed.";
    }

    @Override
    public String synopsis() {
        return "clauses [BUNDLE] [--source FILE... [--against FILE...]"
                + " [--fingerprint [--restamp ID=REASON]...]] [--format text|markdown|csv|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.files(
                        SOURCE,
                        "Plain texts of the source documents, to be compared with what is recorded of them."
                                + " A file is known by the title in it, or named: DAP=FILE."),
                Option.files(
                        AGAINST,
                        "The same documents as they were recorded, if they were kept: then the words are named that went and"
                                + " came."),
                Option.flag(
                        FINGERPRINT,
                        "With --source: prints the clause register with the fingerprints of these texts, but for sentences that"
                                + " changed."),
                Option.repeated(
                        RESTAMP,
                        "ID=REASON",
                        "With --fingerprint: takes the new fingerprint of this sentence too, which was read again; the reason"
                                + " is recorded. May be repeated."),
                Option.word(
                        Option.FORMAT,
                        String.join("|", FORMATS),
                        "How it is written; text unless said otherwise. With --source, text or json."));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Spaces, footnote marks, quotation marks and wrong encodings in a text make no difference.",
                "Exit code: 0 printed, and nothing differs; 1 something differs; 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit clauses --format csv");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
        List<String> sources = given.files(SOURCE);
        if (!sources.isEmpty() && !format.equals("text") && !format.equals("json")) {
            throw new UsageError("with `--source` there is no format `" + format + "`", "choose `text` or `json`");
        }
        if (sources.isEmpty() && given.flag(FINGERPRINT)) {
            throw new UsageError("`--fingerprint` needs the texts to take them of", "name them with `--source`");
        }
        if (sources.isEmpty() && given.has(AGAINST)) {
            throw new UsageError("`--against` needs newer texts beside the older", "name them with `--source`");
        }
        if (given.has(RESTAMP) && !given.flag(FINGERPRINT)) {
            throw new UsageError("`--restamp` goes with `--fingerprint`", Optional.empty());
        }
        PolicyBundle bundle = Bundle.open(given);
        if (bundle.policy().clauses().isEmpty()) {
            throw new UsageError("this bundle has no clause register", "write it as `clauses.yaml`, beside the policy");
        }
        Documents documents = new Documents(bundle.policy());
        List<Drift> drifts = documents.against(documents.compare(sources), given.files(AGAINST));
        if (given.flag(FINGERPRINT)) {
            return Restamping.of(given.words(RESTAMP), drifts).print(bundle, register(bundle), drifts, streams);
        }
        Trace trace = Citations.all(bundle, Bundle.source(given), streams);
        if (sources.isEmpty()) {
            table(bundle, trace, format, streams);
            return OK;
        }
        if (format.equals("json")) {
            streams.out().line(TraceWriter.write(drifts, trace));
        } else {
            streams.out().say(DriftText.of(bundle.policy(), trace, drifts));
        }
        return drifts.stream().allMatch(Drift::isNone) ? OK : NO;
    }

    private static void table(PolicyBundle bundle, Trace trace, String format, Streams streams) {
        TraceTable table = TraceTable.of(bundle.policy(), trace);
        switch (format) {
            case "json" -> streams.out().line(TraceWriter.write(trace));
            case "csv" -> streams.out().line(table.csv());
            case "markdown" -> streams.out().line(table.markdown().stripTrailing());
            default -> streams.out().say(table.text());
        }
    }

    private static SourceFile register(PolicyBundle bundle) {
        Id.Citation first = bundle.policy().clauses().get(0).id();
        Optional<Span> place = bundle.positions().find(PolicyPath.ofClause(first));
        return bundle.files().stream()
                .filter(file ->
                        place.filter(span -> span.file().equals(file.name())).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("clauses are read from files"));
    }
}
