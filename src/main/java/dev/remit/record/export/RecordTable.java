package dev.remit.record.export;

import dev.remit.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of records in a table. */
public final class RecordTable {
    /** The names of the columns. */
    public static final List<String> COLUMNS = List.of(
            "seq",
            "at",
            "kind",
            "policy",
            "meaning",
            "registers",
            "caller",
            "request",
            "subject",
            "role",
            "activity",
            "level",
            "category",
            "route",
            "project",
            "asked-at",
            "answer",
            "basis",
            "rules",
            "obligations",
            "missing",
            "of",
            "why",
            "faults");

    private RecordTable() {}

    /** The fields of a record; those that it does not have are empty, and several things in one are separated by blanks. */
    public static List<String> fields(JsonTree record) {
        JsonTree policy = record.object("policy");
        JsonTree question = record.object("question");
        List<String> fields = new ArrayList<>();
        fields.add(
                record.number("seq").isPresent()
                        ? Long.toString(record.number("seq").getAsLong())
                        : "");
        fields.add(record.text("at").orElse(""));
        fields.add(record.text("kind").orElse(""));
        fields.add((policy.text("id").orElse("") + " " + policy.text("version").orElse("")).strip());
        fields.add(policy.text("meaning").orElse(""));
        fields.add(policy.text("registers").orElse(""));
        List.of("caller", "request", "subject")
                .forEach(key -> fields.add(record.text(key).orElse("")));
        List.of("role", "activity", "level", "category", "route", "project", "at")
                .forEach(key -> fields.add(question.text(key).orElse("")));
        fields.add(record.text("answer").orElse(""));
        fields.add(record.text("basis").orElse(""));
        fields.add(joined(RecordFilter.deciding(record)));
        fields.add(joined(record.objects("grants").stream()
                .flatMap(grant -> grant.texts("obligations").stream())
                .distinct()
                .toList()));
        fields.add(joined(record.texts("missing")));
        fields.add(joined(record.numbers("of")));
        fields.add(record.text("why").orElse(""));
        fields.add(joined(record.objects("faults").stream()
                .map(fault -> fault.text("code").orElse(""))
                .toList()));
        return fields;
    }

    private static String joined(List<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
