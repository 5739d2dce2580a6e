package dev.remit.cli;

import dev.remit.diagnostic.Words;
import dev.remit.json.JsonTree;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit records prove}: a proof that one record is in a log. */
final class RecordsProve implements Verb {
    @Override
    public String name() {
        return "prove";
    }

    @Override
    public String summary() {
        return "Proves that a record is in a log, to whoever has its line and the public key of the log.";
    }

    @Override
    public String synopsis() {
        return "records prove DIR SEQ [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                RecordsDoor.folder(), Option.bundle(1, "SEQ", "The number of the record."), Option.format("text"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The proof is a C2SP tlog-proof against the newest checkpoint, which any tool for these can check.",
                "Exit code: 0 proved, 2 no proof: no checkpoint covers the record, it is gone, or the log is damaged.",
                "",
                "Example:",
                "  remit records prove docs/examples/records 3");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        String seq = given.positional(1, "SEQ")
                .orElseThrow(() -> new UsageError(
                        "expected the number of a record", "write it behind the folder, as `records prove DIR 17`"))
                .toString();
        if (!seq.matches("\\d{1,18}")) {
            throw new UsageError(
                    "expected SEQ to be the number of a record, found " + Words.quoted(seq), "write it like `17`");
        }
        try {
            String proof = RecordsDoor.open(given).prove(Long.parseLong(seq));
            if (format == Given.Format.JSON) {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("seq", Long.parseLong(seq));
                members.put("proof", proof);
                streams.out().line(JsonTree.of(members).json());
            } else {
                streams.out().line(proof.stripTrailing());
            }
            return OK;
        } catch (IOException unproved) {
            throw RecordsDoor.unreadable(unproved);
        }
    }
}
