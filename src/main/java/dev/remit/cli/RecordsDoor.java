package dev.remit.cli;

import dev.remit.json.JsonTree;
import dev.remit.record.LogException;
import dev.remit.record.RecordFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.ArgSpec;

/** What the verbs about records share: the folder, and how what is wrong with it is reported. */
final class RecordsDoor {
    static final String CHECKPOINT = "--checkpoint";
    static final String KEY = "--key";
    static final String SINCE = "--since";

    private static final String DIR = "DIR";

    private RecordsDoor() {}

    static ArgSpec folder() {
        return Option.bundle(0, DIR, "The folder with the records, or one of its files.");
    }

    /**
     * The log that was named.
     *
     * @throws UsageError if it is none
     */
    static RecordFolder open(Given given) {
        Path path = given.positional(0, DIR)
                .orElseThrow(() -> new UsageError("expected a folder with records", "name it behind the verb"));
        try {
            RecordFolder folder = RecordFolder.at(path);
            if (!folder.isLog()) {
                throw new UsageError(
                        "there are no records in `" + path + "`", "name the folder that `--records` named");
            }
            return folder;
        } catch (IOException none) {
            throw unreadable(none);
        }
    }

    /** Hands on each record; a line that is no JSON object is damage. */
    static void each(RecordFolder folder, Streams streams, Consumer<JsonTree> use) {
        try {
            folder.visit(
                    ProgressLine.on(streams, "reading files"),
                    (seq, kind, line) -> use.accept(JsonTree.parse(line)
                            .orElseThrow(() -> new UsageError(
                                    "record " + seq + " is no JSON object",
                                    "look for damage with `remit records verify`"))));
        } catch (IOException damaged) {
            throw unreadable(damaged);
        }
    }

    static UsageError unreadable(IOException cause) {
        String message = cause instanceof LogException said
                ? String.valueOf(said.getMessage())
                : "the records cannot be read: " + cause;
        return new UsageError(
                message,
                message.contains("damaged")
                        ? Optional.of("`remit records verify DIR` finds what was changed, and where")
                        : Optional.empty());
    }

    /** The paths given with an option that may be repeated. */
    static List<Path> paths(Given given, String option) {
        return given.words(option).stream().map(Path::of).toList();
    }
}
