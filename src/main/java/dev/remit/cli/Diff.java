package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.AccessChange;
import dev.remit.analyze.DiffReport;
import dev.remit.analyze.PolicyDiff;
import dev.remit.analyze.WordChange;
import dev.remit.json.AnalysisWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit diff}: every access gained, lost or changed between two bundles. */
final class Diff implements Verb {
    private static final String ALLOW = "--allow";
    private static final int WIDER = 3;
    private static final List<String> DIRECTIONS = List.of("same", "narrower", "any");

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String summary() {
        return "Tells every access gained, lost or changed between two policies, and which edit causes it.";
    }

    @Override
    public String synopsis() {
        return "diff OLD NEW [--allow same|narrower|any] [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle("The bundle as it is."),
                Option.second("NEW", "The bundle as it is to be."),
                Option.word(
                        ALLOW,
                        "same|narrower|any",
                        "Gives 0 for changes up to this direction. Left out: only for no change at all."),
                Option.format("text"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Wider: somebody may do more, a duty is dropped, or more patients are included. Narrower: only the reverse.",
                "Exit code: 0 the same, 1 only narrower, 3 wider somewhere, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit diff policy/opensafely policy/opensafely");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        String allowed = Given.oneOf(ALLOW, given.word(ALLOW).orElse("same"), DIRECTIONS);
        if (given.second().isEmpty()) {
            throw new Misuse("expected two bundles to compare", "write it like `remit diff OLD NEW`");
        }
        PolicyBundle before = Bundle.open(given.bundle());
        PolicyBundle after = Bundle.open(given.second());
        DiffReport report = PolicyDiff.between(before.policy(), after.policy());
        if (format == Given.Format.JSON) {
            streams.out().line(AnalysisWriter.of(after.policy().vocabulary()).diff(report));
        } else {
            tell(report, after, streams);
        }
        return code(report.direction(), allowed);
    }

    private static int code(AccessChange.Direction direction, String allowed) {
        return switch (direction) {
            case SAME -> OK;
            case NARROWER -> allowed.equals("same") ? NO : OK;
            case WIDER -> allowed.equals("any") ? OK : WIDER;
        };
    }

    private static void tell(DiffReport report, PolicyBundle after, Streams streams) {
        report.words().forEach(change -> streams.out().say(words(change)));
        for (AccessChange change : report.changes()) {
            List<String> lines = new ArrayList<>();
            lines.add(heading(change) + ": " + RegionText.of(change.region()));
            lines.add("    " + RegionText.covers(change.region().covers())
                    + (change.causes().isEmpty() ? "" : ", because of " + String.join(", ", change.causes())));
            lines.add("    such as "
                    + RegionText.replay(
                            change.region().question(), after.policy().vocabulary()));
            streams.out().say(String.join("\n", lines));
        }
        streams.out()
                .say(
                        report.isEmpty()
                                ? "no difference"
                                : "access is " + report.direction().name().toLowerCase(Locale.ROOT));
    }

    private static String words(WordChange change) {
        if (change.isRenamed()) {
            return change.what() + " `" + change.before().orElseThrow() + "` is now called `"
                    + change.after().orElseThrow() + "`";
        }
        Optional<String> gone = change.before();
        return gone.map(word -> change.what() + " `" + word + "` is gone")
                .orElseGet(() -> change.what() + " `" + change.after().orElseThrow() + "` is new");
    }

    private static String heading(AccessChange change) {
        List<String> details = new ArrayList<>();
        change.dropped().stream().sorted().forEach(duty -> details.add("without the duty " + duty));
        change.added().stream().sorted().forEach(duty -> details.add("with the duty " + duty));
        change.population().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> details.add(
                        entry.getKey() + " patients " + entry.getValue().after().word() + " instead of "
                                + entry.getValue().before().word()));
        String told = details.isEmpty() ? "" : " " + details.stream().collect(Collectors.joining(", "));
        return change.kind().name() + told;
    }
}
