package dev.remit.cli;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Verbs of two words that share the first.
 *
 * @param summary what they are for, in one line
 * @param example a command line
 * @param verbs the verbs, by their second word
 */
record VerbGroup(String summary, String example, Map<String, Supplier<Verb>> verbs) {
    /** The first words, known without preparing a verb. */
    private static final Set<String> FIRST = Set.of("records", "keys", "register");

    /** All groups, by the first word of their verbs. */
    static final Map<String, VerbGroup> ALL = all();

    VerbGroup {
        requireNonNull(summary, "summary");
        requireNonNull(example, "example");
    }

    /** Whether a word is the first of some verbs. */
    static boolean isFirst(String word) {
        return FIRST.contains(word);
    }

    private static Map<String, VerbGroup> all() {
        Map<String, VerbGroup> groups = new LinkedHashMap<>();
        groups.put(
                "records",
                of(
                        "What was decided, from a log of records: checked, shown, proved, handed on.",
                        "records verify docs/examples/records",
                        List.of(
                                RecordsVerify::new,
                                RecordsShow::new,
                                RecordsProve::new,
                                RecordsExport::new,
                                RecordsUnused::new)));
        groups.put(
                "keys",
                of(
                        "Makes keys: to sign with, to turn people into pseudonyms with, and tokens of callers.",
                        "keys new --out remit.key --name example.org/remit",
                        List.of(KeysNew::new)));
        groups.put(
                "register",
                of(
                        "What the registers of projects and people say on a day, and what changes as days pass.",
                        "register ending --within 60 --at 2026-11-22",
                        List.of(
                                RegisterPermissions::new,
                                RegisterEnding::new,
                                RegisterReach::new,
                                RegisterChanges::new)));
        return groups;
    }

    private static VerbGroup of(String summary, String example, List<Supplier<Verb>> verbs) {
        Map<String, Supplier<Verb>> named = new LinkedHashMap<>();
        for (Supplier<Verb> verb : verbs) {
            named.put(verb.get().name(), verb);
        }
        return new VerbGroup(summary, example, named);
    }
}
