package dev.remit.cli;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.json.DiagnosticWriter;
import dev.remit.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit check}: is a bundle sound. */
final class Check implements Verb {
    private static final String STRICT = "--strict";
    private static final String REQUIRE_SIGN_OFF = "--require-sign-off";
    private static final Set<Code> UNREADABLE = EnumSet.of(Code.MISSING_FILE, Code.UNREADABLE_FILE);

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "Checks a policy, its projects, its people and its trace to the sources; shows every fault at once.";
    }

    @Override
    public String synopsis() {
        return "check [BUNDLE] [--strict] [--require-sign-off] [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.flag(STRICT, "Lets warnings count as errors in the exit code."),
                Option.flag(REQUIRE_SIGN_OFF, "Fails if what the bundle means was not signed off."),
                Option.format("text"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Exit code: 0 sound, 1 errors (with --strict: or warnings), 2 the bundle cannot be read.",
                "",
                "Example:",
                "  remit check --strict");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        Bundle bundle = approved(traced(Bundle.check(given)), given);
        List<Diagnostic> found = bundle.checked().diagnostics();
        if (format == Given.Format.JSON) {
            streams.out().line(DiagnosticWriter.write(found));
        } else {
            if (!found.isEmpty()) {
                streams.out().say(bundle.frames() + "\n");
            }
            streams.out().say(Summary.of(bundle.checked()));
        }
        if (found.stream().anyMatch(each -> UNREADABLE.contains(each.code()))) {
            return MISUSE;
        }
        return bundle.checked().hasErrors() || (given.flag(STRICT) && !found.isEmpty()) ? NO : OK;
    }

    /** The bundle with what is wrong about its approval. */
    private static Bundle approved(Bundle bundle, Given given) {
        return bundle.checked()
                .value()
                .map(sound -> {
                    List<SourceFile> files = new ArrayList<>(bundle.files());
                    List<Diagnostic> found = new ArrayList<>(bundle.checked().diagnostics());
                    found.addAll(Approval.inspect(
                            sound, Bundle.source(given.bundle()), given.flag(REQUIRE_SIGN_OFF), files::add));
                    Collections.sort(found);
                    boolean isWrong = found.stream().anyMatch(Diagnostic::isError);
                    return new Bundle(isWrong ? Checked.failed(found) : Checked.of(sound, found), files);
                })
                .orElse(bundle);
    }

    /** The bundle with what is odd about its trace to the sources; nothing is asked of one with errors. */
    private static Bundle traced(Bundle bundle) {
        return bundle.checked()
                .value()
                .map(sound -> {
                    List<Diagnostic> found = new ArrayList<>(bundle.checked().diagnostics());
                    found.addAll(Citations.within(sound).findings(sound.positions()));
                    Collections.sort(found);
                    return new Bundle(Checked.of(sound, found), bundle.files());
                })
                .orElse(bundle);
    }
}
