package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.export.PolicyTables;
import dev.remit.json.DiagramWriter;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit export}: the compiled policy in a form that other programs can answer from. */
final class Export implements Verb {
    private static final List<String> FORMATS = List.of("diagram");

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String summary() {
        return "Writes a compiled policy in a form from which other programs can answer any question.";
    }

    @Override
    public String synopsis() {
        return "export [BUNDLE] --format " + String.join("|", FORMATS);
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.word(Option.FORMAT, String.join("|", FORMATS), "The form; diagram unless said otherwise."));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "diagram: the decision diagram as JSON, with its words, rules and outcomes, as docs/use/diagram.md says.",
                "The same bundle gives the same bytes. Registers are no part of it.",
                "Exit code: 0 written, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit export --format diagram > policy.json");
    }

    @Override
    public int run(Given given, Streams streams) {
        given.word(Option.FORMAT).ifPresent(format -> Given.oneOf(Option.FORMAT, format, FORMATS));
        PolicyBundle bundle = Bundle.open(given);
        streams.out().line(Fitting.in(bundle, () -> DiagramWriter.write(PolicyTables.of(bundle.decisionPoint()))));
        return OK;
    }
}
