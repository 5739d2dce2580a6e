package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.record.RecordFolder;
import dev.remit.record.RecordReplay;
import dev.remit.record.Replayed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit replay}: what another policy would have answered. */
final class Replay implements Verb {
    private static final String UNDER = "--under";
    private static final List<String> FORMATS = List.of("text", "markdown", "json");

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "Decides what was recorded again under another policy, and tells which answers turn round.";
    }

    @Override
    public String synopsis() {
        return "replay DIR --under BUNDLE [--format text|markdown|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                RecordsDoor.folder(),
                Option.path(
                        UNDER, "BUNDLE", "The bundle that is to decide. PATH@REVISION is a path in a revision of git."),
                Option.word(
                        Option.FORMAT, String.join("|", FORMATS), "How it is written; text unless said otherwise."));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Questions are asked again as the records hold them, with what was known at that time.",
                "Exit code: 0 every answer is the same, 1 some are not or have words that the policy lacks, 2 misuse.",
                "",
                "Example:",
                "  remit replay docs/examples/records --under policy/opensafely");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
        Path under = given.path(UNDER)
                .orElseThrow(
                        () -> new UsageError("expected `--under`, found none", "name the bundle that is to decide"));
        RecordFolder folder = RecordsDoor.open(given);
        PolicyBundle bundle = Bundle.open(Optional.of(under), given);
        Replayed replayed;
        try {
            replayed =
                    RecordReplay.of(folder, bundle.decisionPoint(), ProgressLine.on(streams, "deciding again, files"));
        } catch (IOException damaged) {
            throw RecordsDoor.unreadable(damaged);
        }
        if (format.equals("json")) {
            streams.out().line(replayed.json());
        } else {
            String records = String.valueOf(given.positional(0, "DIR").orElseThrow());
            if (format.equals("markdown")) {
                streams.out().line(replayed.markdown(records, under.toString()).stripTrailing());
            } else {
                streams.out().say(replayed.text(records, under.toString()).stripTrailing());
            }
        }
        return replayed.isSame() ? OK : NO;
    }
}
