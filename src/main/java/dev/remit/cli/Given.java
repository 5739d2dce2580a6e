package dev.remit.cli;

import dev.remit.diagnostic.Words;
import dev.remit.json.JsonQuestions;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ParseResult;

/** The arguments given to a verb. */
final class Given {
    /** How long a day is, written like {@code 2026-11-22}. */
    private static final int DAY = 10;

    private final ParseResult parsed;
    private final Consumer<String> talk;
    private final Packs packs = new Packs();

    /**
     * Wraps parsed arguments.
     *
     * @param talk receives messages beside the result, before it is written
     */
    Given(ParseResult parsed, Consumer<String> talk) {
        this.parsed = parsed;
        this.talk = talk;
    }

    /** Writes a message beside the result. */
    void say(String lines) {
        talk.accept(lines);
    }

    /** The format of the result. */
    enum Format {
        TEXT("text"),
        JSON("json");

        private final String word;

        Format(String word) {
            this.word = word;
        }
    }

    /** Whether an option was given, with any value. */
    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    /** Whether an option without a value was given. */
    boolean flag(String option) {
        return parsed.matchedOptionValue(option, false);
    }

    Optional<String> word(String option) {
        String none = null;
        return Optional.ofNullable(parsed.matchedOptionValue(option, none));
    }

    List<String> words(String option) {
        return parsed.matchedOptionValue(option, List.of());
    }

    /** The given bundle, if there is one. */
    Optional<Path> bundle() {
        File none = null;
        return Optional.ofNullable(parsed.matchedPositionalValue(0, none)).map(file -> path("BUNDLE", file));
    }

    /** The words that stand by themselves. */
    List<String> operands() {
        return parsed.matchedPositionalValue(0, List.of());
    }

    /** The second of two bundles, if it is given. */
    Optional<Path> second() {
        File none = null;
        return Optional.ofNullable(parsed.matchedPositionalValue(1, none)).map(file -> path("NEW", file));
    }

    /** A given path by its place. */
    Optional<Path> positional(int place, String label) {
        File none = null;
        return Optional.ofNullable(parsed.matchedPositionalValue(place, none)).map(file -> path(label, file));
    }

    Optional<Path> path(String option) {
        File none = null;
        return Optional.ofNullable(parsed.matchedOptionValue(option, none)).map(file -> path("`" + option + "`", file));
    }

    /** The files of an option that takes several, as they were written. */
    List<String> files(String option) {
        List<File> files = parsed.matchedOptionValue(option, List.of());
        return files.stream().map(File::getPath).toList();
    }

    /** All files and folders that were named, with options and without. */
    List<Path> paths() {
        return parsed.matchedArgs().stream()
                .filter(each -> each.type().equals(File.class))
                .flatMap(each -> each.stringValues().stream())
                .map(each -> path("`" + each + "`", new File(each)))
                .toList();
    }

    /** The packed bundles among them that were read. */
    Packs packs() {
        return packs;
    }

    private static Path path(String what, File file) {
        try {
            return file.toPath();
        } catch (InvalidPathException invalid) {
            throw new UsageError(
                    "expected " + what + " to be a path, found " + Words.quoted(file.getPath()), Optional.empty());
        }
    }

    /** An instant, or a day as its first second in UTC. */
    Optional<Instant> instantOrDay(String option) {
        return instantOrDay(option, ZoneOffset.UTC);
    }

    /** An instant, or a day as its first second in a time zone. */
    Optional<Instant> instantOrDay(String option, ZoneId zone) {
        return word(option)
                .map(word -> (word.length() == DAY
                                ? date(word)
                                        .flatMap(day -> JsonQuestions.instant(day.atStartOfDay(zone)
                                                .toInstant()
                                                .toString()))
                                : JsonQuestions.instant(word))
                        .orElseThrow(() -> new UsageError(
                                "expected `" + option + "` to be a day or an instant, found " + Words.quoted(word),
                                "write it like `2026-11-22` or `2026-11-22T10:00:00Z`")));
    }

    /** The instant after what an option ends at: the instant itself, or the last second of a day in UTC. */
    Optional<Instant> endOfInstantOrDay(String option) {
        Optional<Instant> said = instantOrDay(option);
        boolean isDay = word(option).filter(word -> word.length() == DAY).isPresent();
        return isDay ? said.map(start -> start.plus(1, ChronoUnit.DAYS)) : said;
    }

    /** A day. */
    Optional<LocalDate> day(String option) {
        return word(option)
                .map(word -> date(word)
                        .filter(day -> word.length() == DAY)
                        .orElseThrow(() -> new UsageError(
                                "expected `" + option + "` to be a day, found " + Words.quoted(word),
                                "write it like `2026-11-22`")));
    }

    private static Optional<LocalDate> date(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    Format format(Format usual) {
        return word(Option.FORMAT)
                .map(word -> oneOf(Option.FORMAT, word, List.of(Format.TEXT.word, Format.JSON.word)))
                .map(word -> word.equals(Format.JSON.word) ? Format.JSON : Format.TEXT)
                .orElse(usual);
    }

    /** Checks that a word is one of a few. */
    static String oneOf(String option, String word, List<String> known) {
        if (!known.contains(word)) {
            throw new UsageError(
                    "expected `" + option + "` to be " + Words.or(known) + ", found " + Words.quoted(word),
                    Words.didYouMean(word, known));
        }
        return word;
    }
}
