package dev.remit.cli;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Words;
import dev.remit.record.LogException;
import dev.remit.record.RecordLog;
import dev.remit.record.RecordSettings;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options by which a verb records what it answers. */
final class RecordOptions {
    static final String SUBJECT_KEY = "--subject-key";
    static final String SYNOPSIS = "[--records DIR [--caller NAME] [--subject-key FILE] [--checkpoint-key FILE]"
            + " [--origin NAME] [--written]]";

    private static final String RECORDS = "--records";
    private static final String CALLER = "--caller";
    private static final String CHECKPOINT_KEY = "--checkpoint-key";
    private static final String ORIGIN = "--origin";
    private static final String WRITTEN = "--written";

    private RecordOptions() {}

    static List<ArgSpec> accepted() {
        return List.of(
                Option.path(
                        RECORDS, "DIR", "A folder for a log in which everything is recorded before it is answered."),
                Option.word(CALLER, "NAME", "Who asks, for the records: a service, and not a person."),
                Option.file(
                        SUBJECT_KEY,
                        "The keys that turn people into pseudonyms in records, from `remit keys new --subject`."),
                Option.file(
                        CHECKPOINT_KEY, "The private key that signs checkpoints of the log, from `remit keys new`."),
                Option.word(
                        ORIGIN,
                        "NAME",
                        "The name of a new log. Left out: that of the checkpoint key, or a random one."),
                Option.flag(
                        WRITTEN,
                        "Answers when the system has a record, and not only when it is safe from a loss of power."));
    }

    /** The same for a verb whose callers say who they are by themselves. */
    static List<ArgSpec> acceptedWithoutCaller() {
        return accepted().stream()
                .filter(each -> !(each instanceof OptionSpec option
                        && option.longestName().equals(CALLER)))
                .toList();
    }

    /** The folder of a log, and how it is written. */
    record Log(Path folder, RecordSettings settings) {}

    /** The log that is to be kept, if one is. */
    static Optional<Log> log(Given given) {
        Optional<Path> folder = given.path(RECORDS);
        if (folder.isEmpty()) {
            refuseWithoutRecords(given);
        }
        return folder.map(each -> new Log(each, settings(given)));
    }

    /** Work on a decision point whose answers may be recorded. */
    @FunctionalInterface
    interface Work {
        /**
         * Does the work.
         *
         * @param takesPeople whether questions about people can be recorded, if records are kept
         */
        int on(DecisionPoint decisions, BooleanSupplier takesPeople);
    }

    /** Who asks, if it was said. */
    static Optional<String> caller(Given given) {
        return given.word(CALLER);
    }

    /** Whether nothing can be recorded about a person, whenever it is, though records are to be kept. */
    static boolean isWithoutPeople(Given given) {
        return given.has(RECORDS) && !given.has(SUBJECT_KEY);
    }

    /** Runs work on a decision point that is recorded, if records are to be kept. */
    static int recorded(Given given, Streams streams, DecisionPoint decisions, Work work) {
        Optional<Path> folder = given.path(RECORDS);
        if (folder.isEmpty()) {
            refuseWithoutRecords(given);
            return work.on(decisions, () -> true);
        }
        try (RecordLog log = RecordLog.open(folder.get(), decisions.identity(), settings(given), streams.clock())) {
            return work.on(decisions.recordedBy(log), log::takesPeople);
        } catch (LogException unusable) {
            String message = Words.visible(String.valueOf(unusable.getMessage()));
            throw new UsageError(
                    message,
                    message.contains("checkpoint covers")
                            ? Optional.of("`remit records verify DIR` finds what was changed or taken away, and where")
                            : Optional.empty());
        } catch (FileAlreadyExistsException noFolder) {
            throw new UsageError(
                    "`" + noFolder.getFile() + "` is no folder, so that no records go there", Optional.empty());
        } catch (AccessDeniedException denied) {
            throw new UsageError(
                    "the system does not let this process write `" + denied.getFile() + "`", Optional.empty());
        } catch (IOException failed) {
            throw new UsageError("the log in `" + folder.get() + "` cannot be written: " + failed, Optional.empty());
        }
    }

    private static void refuseWithoutRecords(Given given) {
        List.of(CALLER, SUBJECT_KEY, CHECKPOINT_KEY, ORIGIN, WRITTEN).stream()
                .filter(given::has)
                .findFirst()
                .ifPresent(option -> {
                    throw new UsageError(
                            "`" + option + "` does not go without `" + RECORDS + "`",
                            "name the folder for the records with `" + RECORDS + "`");
                });
    }

    private static RecordSettings settings(Given given) {
        RecordSettings settings = given.flag(WRITTEN) ? RecordSettings.written() : RecordSettings.durable();
        Optional<Path> signing = given.path(CHECKPOINT_KEY);
        if (signing.isPresent()) {
            settings = settings.signedBy(signing.get());
        }
        Optional<Path> subjects = given.path(SUBJECT_KEY);
        if (subjects.isPresent()) {
            settings = settings.withSubjectKeys(subjects.get());
        }
        Optional<String> origin = given.word(ORIGIN);
        return origin.isPresent() ? settings.named(origin.get()) : settings;
    }
}
