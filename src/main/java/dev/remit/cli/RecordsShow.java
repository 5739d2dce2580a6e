package dev.remit.cli;

import dev.remit.decide.Answer;
import dev.remit.diagnostic.Words;
import dev.remit.json.JsonTree;
import dev.remit.record.RecordFolder;
import dev.remit.record.export.RecordFilter;
import dev.remit.record.export.RecordSentence;
import dev.remit.record.export.RecordTable;
import dev.remit.writing.CsvLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit records show}: the records that are wanted. */
final class RecordsShow implements Verb {
    private static final String UNTIL = "--until";
    private static final String PROJECT = "--project";
    private static final String RULE = "--rule";
    private static final String ANSWER = "--answer";
    private static final String ROLE = "--role";
    private static final String PERSON = "--person";

    @Override
    public String name() {
        return "show";
    }

    @Override
    public String summary() {
        return "Shows records, all or those of a time, project, rule, answer, role or person.";
    }

    @Override
    public String synopsis() {
        return "records show DIR [--since WHEN] [--until WHEN] [--project ID] [--rule RULE] [--answer ANSWER]"
                + " [--role ROLE] [--person ID --subject-key FILE] [--format text|json|csv]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                RecordsDoor.folder(),
                Option.word(RecordsDoor.SINCE, "WHEN", "From this day or instant on; days are those of UTC."),
                Option.word(UNTIL, "WHEN", "Until this day, or before this instant."),
                Option.word(PROJECT, "ID", "Only what was asked for this project, and what became of it."),
                Option.word(RULE, "RULE", "Only what this rule granted or forbade."),
                Option.word(ANSWER, "ANSWER", "Only one answer: permitted, denied or undetermined."),
                Option.word(ROLE, "ROLE", "Only what was asked about this role."),
                Option.word(PERSON, "ID", "Only what was asked about this person."),
                Option.file(RecordOptions.SUBJECT_KEY, "The file of the keys that turned people into pseudonyms."),
                Option.word(
                        Option.FORMAT,
                        "text|json|csv",
                        "As sentences, as the records stand, or as a table; text" + " unless said otherwise."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Whether the records were changed is not checked here: `remit records verify` does that.",
                "Exit code: 0, or 2 if there is no log, or its lines are not those of one.",
                "",
                "Example:",
                "  remit records show docs/examples/records --answer permitted");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format =
                Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), List.of("text", "json", "csv"));
        RecordFilter filter = filter(given);
        RecordFolder folder = RecordsDoor.open(given);
        if (format.equals("csv")) {
            streams.out().line(CsvLine.of(RecordTable.COLUMNS).stripTrailing());
        }
        RecordsDoor.each(folder, streams, record -> {
            if (filter.includes(record)) {
                show(record, format, streams.out());
            }
        });
        return OK;
    }

    private static void show(JsonTree record, String format, Output out) {
        switch (format) {
            case "json" -> out.line(record.json());
            case "csv" -> out.line(CsvLine.of(RecordTable.fields(record)).stripTrailing());
            default -> out.say(RecordSentence.of(record));
        }
    }

    private static RecordFilter filter(Given given) {
        Optional<String> answer = given.word(ANSWER)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .map(word -> {
                    List<String> answers =
                            Arrays.stream(Answer.values()).map(Answer::name).toList();
                    return Given.oneOf(ANSWER, word, answers);
                });
        return new RecordFilter(new RecordFilter.Wanted(
                given.instantOrDay(RecordsDoor.SINCE),
                given.instantOrDay(UNTIL),
                given.word(PROJECT),
                given.word(RULE),
                answer,
                given.word(ROLE),
                subjects(given)));
    }

    private static Optional<List<String>> subjects(Given given) {
        Optional<String> person = given.word(PERSON);
        Optional<Path> keys = given.path(RecordOptions.SUBJECT_KEY);
        if (person.isPresent() != keys.isPresent()) {
            throw new UsageError(
                    "expected `" + PERSON + "` and `" + RecordOptions.SUBJECT_KEY + "` together, found one of them",
                    "records know people only under pseudonyms, which need the key");
        }
        if (person.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordFolder.pseudonyms(keys.get(), person.get()));
        } catch (IOException unusable) {
            throw new UsageError(Words.visible(String.valueOf(unusable.getMessage())), Optional.empty());
        }
    }
}
