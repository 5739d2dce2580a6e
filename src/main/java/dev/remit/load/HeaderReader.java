package dev.remit.load;

import dev.remit.grammar.Fields;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import dev.remit.node.Entry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads who wrote a policy, for whom and from when. */
final class HeaderReader {
    private HeaderReader() {}

    static Header read(Fields policy, Reading reading) {
        Optional<Entry> section = policy.mapping().find("policy");
        section.ifPresent(entry -> reading.note(PolicyPath.HEADER, entry));
        Fields header = reading.required(policy.fields("policy"), policy);
        return new Header(
                new Id.Policy(reading.required(header.text("id"), "-")),
                reading.text(header, "version"),
                reading.text(header, "title"),
                Reading.prose(header, "description"),
                Reading.prose(header, "notice"),
                header.text("time-zone").flatMap(HeaderReader::zone).orElse(ZoneId.of("UTC")),
                Reading.prose(header, "owner"),
                Reading.prose(header, "approver"),
                header.date("effective-from"),
                header.date("review-by"),
                header.node("files")
                        .map(list -> header.list("files").stream()
                                .map(file -> file.text().strip())
                                .sorted()
                                .toList()),
                sources(header, reading));
    }

    private static List<Header.SourceDocument> sources(Fields header, Reading reading) {
        List<Header.SourceDocument> sources = new ArrayList<>();
        for (Entry each : header.entries("sources")) {
            Optional<Fields> source = Fields.of(each.value());
            Optional<LocalDate> read = source.flatMap(fields -> fields.date("read"));
            sources.add(new Header.SourceDocument(
                    new Id.Source(each.key().text()),
                    reading.title(each.value()),
                    prose(source, "edition"),
                    read,
                    prose(source, "address"),
                    prose(source, "licence")));
        }
        return sources;
    }

    private static String prose(Optional<Fields> source, String key) {
        return source.map(fields -> Reading.prose(fields, key)).orElse("");
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException reported) {
            return Optional.empty();
        }
    }
}
