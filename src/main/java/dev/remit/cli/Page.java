package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.report.PolicyPage;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit page}: a policy as a page for people. */
final class Page implements Verb {
    @Override
    public String name() {
        return "page";
    }

    @Override
    public String summary() {
        return "Writes a policy as a page in Markdown, in sentences, for people who read no policy files.";
    }

    @Override
    public String synopsis() {
        return "page [BUNDLE]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(Option.bundle(Bundle.WHERE));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The same policy gives the same page, so it can be kept beside the policy and compared.",
                "Exit code: 0 written, 2 no bundle.",
                "",
                "Example:",
                "  remit page policy/opensafely > docs/policy/opensafely.md");
    }

    @Override
    public int run(Given given, Streams streams) {
        PolicyBundle bundle = Bundle.open(given);
        streams.out()
                .line(Fitting.in(bundle, () -> PolicyPage.of(bundle.decisionPoint(), bundle.invariants()))
                        .stripTrailing());
        return OK;
    }
}
