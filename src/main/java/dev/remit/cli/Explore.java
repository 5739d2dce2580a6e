package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.check.BundleDiff;
import dev.remit.json.PageContents;
import dev.remit.json.RegisterDay;
import dev.remit.load.SignOffFile;
import dev.remit.model.SignOff;
import dev.remit.report.DiffPage;
import dev.remit.report.ExplorePage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit explore}: a policy as one page that answers any question in a browser, without a network. */
final class Explore implements Verb {
    private static final String AGAINST = "--against";
    private static final String AT = "--at";
    private static final String PEOPLE = "--people";

    @Override
    public String name() {
        return "explore";
    }

    @Override
    public String summary() {
        return "Writes a policy as one HTML page that answers any question in a browser, without a network.";
    }

    @Override
    public String synopsis() {
        return "explore [BUNDLE] [--against OLD] [--at DAY [--people]]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.path(AGAINST, "OLD", "Shows what would change from this bundle; PATH@REVISION means git."),
                Option.word(AT, "DAY", "Puts the projects of the register on the page, as they are on this day."),
                Option.flag(PEOPLE, "Puts the people of the register on it too; never unless asked for."));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The page asks any question, shows who may do what and under which conditions, what would change, the",
                "invariants with their proofs, the policy in sentences, and what is signed. The same bundle and"
                        + " options",
                "give the same bytes.",
                "The page is HTML alone; what it answers from is JSON, for programs: `remit export --format diagram`.",
                "Exit code: 0 written, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit explore > policy.html");
    }

    @Override
    public int run(Given given, Streams streams) {
        Optional<LocalDate> day = given.day(AT);
        if (given.flag(PEOPLE) && day.isEmpty()) {
            throw new UsageError(
                    "`" + PEOPLE + "` needs a day, since roles and facts of people have days",
                    "say which day, like `--at 2026-11-22`");
        }
        PolicyBundle bundle = Bundle.open(given);
        Progress progress = ProgressLine.on(streams, "asking for every field");
        streams.out().line(page(bundle, given, day, progress).stripTrailing());
        return OK;
    }

    /** The page of a bundle without registers and without another version. */
    static String page(PolicyBundle bundle, Given given, Progress progress) {
        return page(bundle, given, Optional.empty(), progress);
    }

    private static String page(PolicyBundle bundle, Given given, Optional<LocalDate> day, Progress progress) {
        Optional<Path> old = given.has(AGAINST) ? given.path(AGAINST) : Optional.empty();
        Optional<DiffPage> change = old.map(path -> change(bundle, path, given, day));
        Optional<RegisterDay> registers = day.map(
                on -> RegisterDay.of(on, bundle.registers(), bundle.policy().vocabulary(), given.flag(PEOPLE)));
        return Fitting.in(
                bundle,
                () -> ExplorePage.of(
                        PageContents.of(
                                bundle.decisionPoint(),
                                bundle.invariants(),
                                registers,
                                change,
                                ExplorePage.Approval.of(approval(given))),
                        progress));
    }

    private static DiffPage change(PolicyBundle bundle, Path old, Given given, Optional<LocalDate> day) {
        PolicyBundle before = Bundle.open(Optional.of(old), given);
        BundleDiff diff = Fitting.in(bundle, () -> BundleDiff.between(before, bundle, day, Progress.UNHEARD));
        String now = given.bundle().map(Path::toString).orElse("this policy");
        return given.flag(PEOPLE)
                ? diff.page(old.toString(), now, List.of())
                : diff.pageWithoutNames(old.toString(), now);
    }

    private static Optional<SignOff> approval(Given given) {
        return SignOffFile.read(Bundle.source(given), file -> {})
                .value()
                .flatMap(file -> file)
                .map(SignOffFile::signOff);
    }
}
