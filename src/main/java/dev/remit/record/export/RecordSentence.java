package dev.remit.record.export;

import dev.remit.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what a record says, on one line. */
public final class RecordSentence {
    private RecordSentence() {}

    /** The line of a record: its number, its time, and what happened. */
    public static String of(JsonTree record) {
        String kind = record.text("kind").orElse("");
        return record.number("seq").orElse(-1) + "  " + record.text("at").orElse("") + "  "
                + switch (kind) {
                    case "decided" -> decided(record);
                    case "enforced" ->
                        "let through: " + record.object("grant").text("role").orElse("") + " by "
                                + record.object("grant").text("rule").orElse("") + of(record.numbers("of"));
                    case "refused" ->
                        "not let through: " + record.text("why").orElse("") + missing(record)
                                + of(record.numbers("of"));
                    case "mistaken" ->
                        "no answer: "
                                + record.objects("faults").stream()
                                        .map(RecordSentence::fault)
                                        .collect(Collectors.joining(", "));
                    case "started" ->
                        "started: log " + record.text("origin").orElse("") + ", "
                                + record.text("mode").orElse("") + ", policy "
                                + record.object("policy").text("id").orElse("") + " "
                                + record.object("policy").text("version").orElse("");
                    case "recovered" ->
                        "recovered: " + record.number("bytes").orElse(0) + " bytes of an interrupted" + " write are in "
                                + record.text("file").orElse("");
                    case "reloaded" ->
                        "policy replaced: " + version(record.object("candidate")) + " in place of "
                                + version(record.object("policy"));
                    case "reload-refused" ->
                        "policy not replaced: " + record.text("reason").orElse("");
                    default -> kind;
                };
    }

    private static String version(JsonTree policy) {
        return policy.text("id").orElse("") + " " + policy.text("version").orElse("");
    }

    private static String decided(JsonTree record) {
        JsonTree question = record.object("question");
        List<String> parts = new ArrayList<>();
        question.text("role").ifPresent(parts::add);
        question.text("activity").ifPresent(parts::add);
        question.text("level").ifPresent(level -> parts.add("level " + level));
        question.text("category").ifPresent(category -> parts.add("in " + category));
        question.text("route").ifPresent(route -> parts.add("via " + route));
        question.text("project").ifPresent(project -> parts.add("project " + project));
        List<String> why = new ArrayList<>(RecordFilter.deciding(record));
        why.addAll(record.texts("missing"));
        return record.text("answer").orElse("") + ": " + String.join(", ", parts) + " ("
                + record.text("basis").orElse("") + (why.isEmpty() ? "" : ": " + String.join(", ", why)) + ")";
    }

    private static String missing(JsonTree record) {
        List<String> missing = new ArrayList<>(record.texts("choices"));
        missing.addAll(record.texts("duties"));
        for (Map.Entry<String, String> each :
                record.object("population").words().entrySet()) {
            missing.add(each.getKey() + " " + each.getValue());
        }
        return missing.isEmpty() ? "" : " (" + String.join(", ", missing) + ")";
    }

    private static String fault(JsonTree fault) {
        return fault.text("code").orElse("")
                + fault.text("word").map(word -> " " + word).orElse("");
    }

    private static String of(List<Long> records) {
        return records.isEmpty()
                ? ""
                : ", on record " + records.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
