package dev.remit.cli;

import dev.remit.json.JsonTree;
import dev.remit.record.RecordFolder;
import dev.remit.record.export.AuditEvent;
import dev.remit.record.export.PublicRecord;
import dev.remit.record.export.RecordTable;
import dev.remit.writing.CsvLine;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit records export}: the records in a form for others. */
final class RecordsExport implements Verb {
    private static final List<String> FORMATS = List.of("csv", "public", "balp");

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String summary() {
        return "Writes records for others: as a table, for publication, or as audit events of FHIR.";
    }

    @Override
    public String synopsis() {
        return "records export DIR --format csv|public|balp";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                RecordsDoor.folder(),
                Option.word(
                        Option.FORMAT,
                        String.join("|", FORMATS),
                        "csv: a table. public: records without the subject, the caller and the request. balp: answers as"
                                + " AuditEvents of FHIR R4, one on each line, with the codes of the IHE basic audit"
                                + " patterns."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Exit code: 0, or 2 if there is no log, or its lines are not those of one.",
                "",
                "Example:",
                "  remit records export docs/examples/records --format public");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = Given.oneOf(
                Option.FORMAT,
                given.word(Option.FORMAT)
                        .orElseThrow(() ->
                                new UsageError("expected `--format`, found none", "it is one of csv, public and balp")),
                FORMATS);
        RecordFolder folder = RecordsDoor.open(given);
        Output out = streams.out();
        switch (format) {
            case "csv" -> {
                out.line(CsvLine.of(RecordTable.COLUMNS).stripTrailing());
                RecordsDoor.each(
                        folder,
                        streams,
                        record ->
                                out.line(CsvLine.of(RecordTable.fields(record)).stripTrailing()));
            }
            case "public" -> RecordsDoor.each(folder, streams, record -> out.line(PublicRecord.of(record)));
            default -> auditEvents(folder, streams);
        }
        return OK;
    }

    private static void auditEvents(RecordFolder folder, Streams streams) {
        List<String> origin = new ArrayList<>(List.of("remit"));
        RecordsDoor.each(folder, streams, (JsonTree record) -> {
            record.text("origin").ifPresent(name -> origin.set(0, name));
            AuditEvent.of(record, origin.get(0)).ifPresent(streams.out()::line);
        });
    }
}
