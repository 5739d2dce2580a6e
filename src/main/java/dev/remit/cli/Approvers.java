package dev.remit.cli;

import dev.remit.check.ApprovalTerms;
import dev.remit.diagnostic.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** The options that say which signatures of an approval count. */
final class Approvers {
    static final String KEY = "--approver-key";

    private static final String COMMITTER_KEY = "--committer-key";
    private static final String COMMITTER = "--committer";

    private Approvers() {}

    static List<ArgSpec> options() {
        return List.of(
                Option.repeated(
                        KEY,
                        "FILE",
                        "A public key whose signature on sign-off.yaml counts; may be repeated. Left out: every name counts,"
                                + " and proves nothing."),
                Option.repeated(
                        COMMITTER_KEY,
                        "FILE",
                        "The public key of who made the change, whose own signature does not count; may be repeated."),
                Option.repeated(
                        COMMITTER,
                        "NAME",
                        "The name of who made the change. Where it signs too there is a reminder, since a name proves"
                                + " nothing; may be repeated."));
    }

    /** Which signatures count. */
    static ApprovalTerms of(Given given) {
        if (given.has(COMMITTER_KEY) && !given.has(KEY)) {
            throw new UsageError(
                    "`" + COMMITTER_KEY + "` goes with `" + KEY + "`",
                    "that two people are two can be proven between their keys alone");
        }
        List<String> keys = keys(given, KEY);
        ApprovalTerms terms = keys.isEmpty() ? ApprovalTerms.BY_NAME : ApprovalTerms.keys(keys);
        return terms.independentOf(keys(given, COMMITTER_KEY)).independentOfNames(given.words(COMMITTER));
    }

    private static List<String> keys(Given given, String option) {
        return given.words(option).stream().map(file -> key(option, file)).toList();
    }

    private static String key(String option, String file) {
        try {
            return ApprovalTerms.readKey(Path.of(file));
        } catch (IOException noKey) {
            throw new UsageError(
                    "`" + option + "` names no public key in " + Words.quoted(file) + ": "
                            + Words.visible(String.valueOf(noKey.getMessage())),
                    Optional.of("name the file with `.pub` at its end that `remit keys new` wrote"));
        }
    }
}
