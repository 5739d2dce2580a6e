package dev.remit.cli;

import dev.remit.json.JsonTree;
import dev.remit.record.Finding;
import dev.remit.record.RecordFolder;
import dev.remit.record.Verification;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit records verify}: was a log changed, and where. */
final class RecordsVerify implements Verb {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "Checks whether records were changed, reordered, put in or taken away, and says where.";
    }

    @Override
    public String synopsis() {
        return "records verify DIR [--key FILE]... [--checkpoint FILE]... [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                RecordsDoor.folder(),
                Option.repeated(
                        RecordsDoor.KEY,
                        "FILE",
                        "A public key whose checkpoints count; may be repeated. Left out: those of all keys, unchecked."),
                Option.repeated(
                        RecordsDoor.CHECKPOINT,
                        "FILE",
                        "Checkpoints of this log that were kept elsewhere, which show what was taken away at the end; may"
                                + " be repeated."),
                Option.format("text"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Exit code: 0 intact, 1 damaged, 2 misuse.",
                "",
                "Example:",
                "  remit records verify docs/examples/records --key docs/examples/records.key.pub");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        RecordFolder folder = RecordsDoor.open(given);
        Verification found;
        try {
            found = folder.verify(
                    RecordsDoor.paths(given, RecordsDoor.KEY),
                    RecordsDoor.paths(given, RecordsDoor.CHECKPOINT),
                    ProgressLine.on(streams, "checking files"));
        } catch (IOException unreadable) {
            throw RecordsDoor.unreadable(unreadable);
        }
        if (format == Given.Format.JSON) {
            streams.out().line(json(found));
        } else {
            found.damage().forEach(each -> streams.out().say("error: " + each.sentence()));
            found.remarks().forEach(each -> streams.out().say("note: " + each));
            streams.out().say(summary(found));
        }
        return found.isIntact() ? OK : NO;
    }

    private static String summary(Verification found) {
        long size = found.size() - found.first();
        String records = String.format(Locale.ROOT, size == 1 ? "%,d record" : "%,d records", size);
        String covered = found.covered() == 0
                ? "none of them covered by a checkpoint"
                : String.format(Locale.ROOT, "the first %,d of the log covered by checkpoints", found.covered());
        return found.isIntact()
                ? "intact: " + records + ", " + covered
                : "damaged: " + records + ", changes: " + found.damage().size();
    }

    private static String json(Verification found) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("intact", found.isIntact());
        members.put("first", found.first());
        members.put("size", found.size());
        members.put("covered", found.covered());
        members.put("damage", found.damage().stream().map(RecordsVerify::json).toList());
        members.put("remarks", found.remarks());
        return JsonTree.of(members).json();
    }

    private static JsonTree json(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("seq", finding.seq());
        members.put("file", finding.file());
        members.put("what", finding.sentence());
        return JsonTree.of(members);
    }
}
