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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit records show}: the records that are wanted. */
final class RecordsShow implements Verb {
    private static final String UNTIL = "--until";
    private static final String PROJECT = "--project";
    private static final String RULE = "--rule";
    private static final String ANSWER = "--answer";
    private static final String ROLE = "--role";
    private static final String PERSON = "--person";
    private static final List<String> ANSWERS = Arrays.stream(Answer.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();

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
                Option.word(UNTIL, "WHEN", "Until the end of this day, or before this instant."),
                Option.word(PROJECT, "ID", "Only what was asked for this project, and what became of it."),
                Option.word(RULE, "RULE", "Only what this rule granted or forbade, and what became of it."),
                Option.word(
                        ANSWER, "ANSWER", "Only one answer: permitted, denied or undetermined, and what became of it."),
                Option.word(ROLE, "ROLE", "Only what was asked about this role, and what became of it."),
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
        Shown shown = new Shown();
        RecordsDoor.each(folder, streams, record -> {
            shown.pass(record);
            if (filter.includes(record)) {
                shown.count++;
                show(record, format, streams.out());
            }
        });
        if (shown.count == 0) {
            streams.out().flush();
            streams.err().println("note: none of the records is of what was asked for" + shown.hint(filter.subjects()));
        }
        return OK;
    }

    /** What was shown, and under which keys people are in the log. */
    private static final class Shown {
        private final Set<String> keys = new TreeSet<>();
        private int count;

        void pass(JsonTree record) {
            record.text("subject").ifPresent(subject -> keys.add(key(subject)));
        }

        /** A hint, if the log knows nobody under the keys that were given. */
        String hint(Optional<List<String>> subjects) {
            boolean isStrange = subjects.isPresent()
                    && subjects.get().stream().map(Shown::key).noneMatch(keys::contains);
            if (!isStrange) {
                return "";
            }
            return keys.isEmpty()
                    ? "; it has none about people"
                    : "; its people are under other keys than those given: " + String.join(", ", keys);
        }

        /** The id of the key of a pseudonym. */
        private static String key(String subject) {
            return subject.replaceFirst("^hmac:", "").replaceFirst(":.*$", "");
        }
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
                .map(word -> Given.oneOf(ANSWER, word.toLowerCase(Locale.ROOT), ANSWERS))
                .map(word -> word.toUpperCase(Locale.ROOT));
        Optional<Instant> since = given.instantOrDay(RecordsDoor.SINCE);
        Optional<Instant> until = given.endOfInstantOrDay(UNTIL);
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            throw new UsageError(
                    "`" + RecordsDoor.SINCE + "` is not before `" + UNTIL + "`, so that no record can be between them",
                    "the earlier one goes with `" + RecordsDoor.SINCE + "`");
        }
        return new RecordFilter(new RecordFilter.Wanted(
                since, until, given.word(PROJECT), given.word(RULE), answer, given.word(ROLE), subjects(given)));
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
