package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.check.BundleDiff;
import dev.remit.diagnostic.Words;
import dev.remit.report.DiffPage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit diff}: every access gained, lost or changed between two bundles. */
final class Diff implements Verb {
    private static final String BRIEF = "--brief";
    private static final List<String> FORMATS = List.of("text", "markdown", "html", "json");

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String summary() {
        return "Reports every access gained, lost or changed between two policies and their registers, which edit"
                + " causes it, and what else their files say differently.";
    }

    @Override
    public String synopsis() {
        return "diff OLD NEW ([--allow same|narrower|signed|any] [--locked WHAT]... [--approver-key FILE]..."
                + " [--committer-key FILE]... [--committer NAME]... [--brief] [--titles | --ids] [--format text|markdown|html|json]"
                + " | --sign-off NAME [--reference TEXT] [--on DATE] [--key FILE])";
    }

    @Override
    public List<ArgSpec> accepts() {
        List<ArgSpec> accepted = new ArrayList<>(List.of(
                Option.bundle(0, "OLD", "The bundle as it is. PATH@REVISION is a path as it was in a revision of git."),
                Option.bundle(1, "NEW", "The bundle as it is to be."),
                Option.word(
                        Gate.ALLOW,
                        "same|narrower|signed|any",
                        "Gives 0 for changes up to this direction; signed: wider ones if signed off by --approver-key."
                                + " Left out: only for no change of access."),
                Option.repeated(
                        Gate.LOCKED,
                        "WHAT",
                        "Refuses any change of access to this, such as \"levels 1-2 and routes direct\" or"
                                + " \"permissions type-1\"; may be repeated."),
                Option.flag(BRIEF, "Tells each change in one sentence, without its conditions."),
                Option.usualTitles(),
                Option.ids(),
                Option.word(
                        Option.FORMAT, String.join("|", FORMATS), "How it is written; text unless said otherwise.")));
        accepted.addAll(Approvers.options());
        accepted.addAll(Signing.options());
        return accepted;
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Wider: somebody may do more, a duty is dropped, or more patients are included. Narrower: only the"
                        + " reverse.",
                "Exit code: 0 the same, 1 only narrower, 3 wider somewhere, 2 misuse or no bundle; 0 for what --allow",
                "lets through. A locked change gives 3 if it is wider, else 1. What changes no access, such as a test,"
                        + " an",
                "invariant or a title, gives 0 and is listed under safety net, wording or header; an approval binds it"
                        + " too.",
                "",
                "Example:",
                "  remit diff policy/opensafely policy/opensafely");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
        boolean byTitles = Option.byTitles(given, true);
        Optional<Signing> signing = Signing.of(given, streams.clock());
        if (signing.isPresent()) {
            List.of(Option.FORMAT, Option.TITLES, Option.IDS, Gate.ALLOW, Gate.LOCKED, BRIEF, Approvers.KEY).stream()
                    .filter(given::has)
                    .findFirst()
                    .ifPresent(option -> {
                        throw new UsageError(
                                "`" + option + "` does not go with `" + Signing.SIGN_OFF + "`",
                                "look at the difference first, then sign it");
                    });
        }
        Path old = given.bundle().orElseThrow(Diff::incomplete);
        Path now = given.second().orElseThrow(Diff::incomplete);
        PolicyBundle before = Bundle.open(Optional.of(old), given);
        PolicyBundle after = Bundle.open(Optional.of(now), given);
        Signed signed =
                Signed.of(before, after, Bundle.source(Optional.of(now), given), Approvers.of(given), streams.clock());
        Gate gate = Gate.of(given, before, after, signed);
        LocalDate today = LocalDate.ofInstant(
                streams.clock().instant(), after.policy().header().zone());
        Progress progress = ProgressLine.on(streams, "comparing");
        BundleDiff diff = Fitting.in(after, () -> BundleDiff.between(before, after, Optional.of(today), progress));
        progress.at(1, 1);
        if (signing.isPresent()) {
            sign(signing.get(), diff, diff.page(old.toString(), now.toString(), List.of()), streams);
            return OK;
        }
        List<String> refused = gate.refuses(diff);
        if (format.equals("json")) {
            streams.out().line(diff.json(refused));
        } else {
            List<String> remarks = remarks(refused, signed.remarks(diff));
            DiffPage page = byTitles
                    ? diff.page(old.toString(), now.toString(), remarks)
                    : diff.pageByIds(old.toString(), now.toString(), remarks);
            DiffPage shown = given.flag(BRIEF) ? page.brief() : page;
            switch (format) {
                case "markdown" -> streams.out().line(shown.markdown().stripTrailing());
                case "html" -> streams.out().line(shown.html().stripTrailing());
                default -> streams.out().say(shown.text().stripTrailing());
            }
        }
        return gate.code(diff.report());
    }

    /** Writes the sign-off, and shows on standard error what is signed. */
    private static void sign(Signing signing, BundleDiff diff, DiffPage page, Streams streams) {
        streams.out().line(signing.manifest(diff));
        streams.out().flush();
        streams.err()
                .println(Words.visible(signing.by()) + " signs off on " + signing.day(diff.after()) + ":\n\n"
                        + page.brief().text().stripTrailing());
    }

    private static List<String> remarks(List<String> refused, List<String> signed) {
        List<String> remarks =
                new ArrayList<>(refused.stream().map("refused: "::concat).toList());
        remarks.addAll(signed);
        return remarks;
    }

    private static UsageError incomplete() {
        return new UsageError("expected two bundles to compare", "write it like `remit diff OLD NEW`");
    }

    /** The exit code for a direction. */
    static int code(Direction direction) {
        return switch (direction) {
            case SAME -> OK;
            case NARROWER -> NO;
            case WIDER -> Gate.WIDER;
        };
    }
}
