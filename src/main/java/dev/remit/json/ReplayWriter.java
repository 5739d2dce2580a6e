package dev.remit.json;

import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.replay.RecordNumbers;
import dev.remit.analyze.replay.ReplayReport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes what came of a replay as JSON, one object on one line without a line end. */
public final class ReplayWriter {
    private ReplayWriter() {}

    /** Writes the report. */
    public static String write(ReplayReport report) {
        return JsonText.object(json -> {
            json.number("records", report.records());
            json.list("flips", report.flips(), each -> json.item(members -> flip(members, each)));
            json.list("changed", report.changed(), each -> json.item(members -> changed(members, each)));
            json.list("unknownWords", report.unknownWords(), each -> json.item(members -> unknown(members, each)));
        });
    }

    private static void flip(JsonText json, ReplayReport.Flip flip) throws IOException {
        seqs(json, flip.records());
        json.text("from", flip.from().name());
        json.text("to", flip.to().name());
        asked(json, flip.asked());
        rules(json, flip.before(), flip.after());
    }

    private static void changed(JsonText json, ReplayReport.TermsChange changed) throws IOException {
        seqs(json, changed.records());
        asked(json, changed.asked());
        rules(json, changed.before(), changed.after());
        AccessChange change = changed.change();
        json.text("kind", change.kind().name().toLowerCase(Locale.ROOT));
        json.text("direction", change.direction().name().toLowerCase(Locale.ROOT));
        json.texts("droppedDuties", change.dropped());
        json.texts("addedDuties", change.added());
        json.object("population", members -> {
            for (var entry : change.population().entrySet()) {
                members.object(entry.getKey().value(), treated -> {
                    treated.text("before", entry.getValue().before().word());
                    treated.text("after", entry.getValue().after().word());
                });
            }
        });
    }

    private static void unknown(JsonText json, ReplayReport.UnknownWord unknown) throws IOException {
        seqs(json, unknown.records());
        json.text("word", unknown.word());
        json.text("what", unknown.what());
        json.truth("decided", unknown.isDecided());
    }

    private static void seqs(JsonText json, RecordNumbers records) throws IOException {
        json.numbers("seqs", records.stream().toArray());
    }

    private static void asked(JsonText json, ReplayReport.Asked asked) throws IOException {
        json.text("role", asked.role());
        json.present("project", asked.project());
        json.present("activity", asked.activity());
        json.present("level", asked.level());
        json.present("category", asked.category());
        json.present("route", asked.route());
    }

    private static void rules(JsonText json, List<String> before, List<String> after) throws IOException {
        json.texts(
                "rules",
                Stream.concat(before.stream(), after.stream()).distinct().toList());
    }
}
