package dev.remit.live;

import dev.remit.load.BundleFiles;
import dev.remit.load.BundleSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A bundle with a place for one more rule, by which an answer changes from version to version. */
final class StormBundle {
    private static final String PLACE = "rules/storm.yaml";

    private final Map<String, String> texts;
    private final String even;
    private final String odd;

    private StormBundle(Map<String, String> texts, String even, String odd) {
        this.texts = texts;
        this.even = even;
        this.odd = odd;
    }

    /** The shipped policy, without its suites. In odd versions researchers view level 4. */
    static StormBundle shipped() {
        Map<String, String> texts = new TreeMap<>(
                BundleFiles.read(BundleSource.at(Path.of("policy/opensafely"))).orThrow());
        texts.keySet().removeIf(path -> path.startsWith("tests/"));
        texts.computeIfPresent(
                "policy.yaml",
                (path, text) -> text.replaceAll("    - tests/.*\n", "")
                        .replace(
                                "    - rules/technical-support.yaml\n",
                                "    - rules/storm.yaml\n    - rules/technical-support.yaml\n")
                        .replace("version: \"2026.2\"", "version: \"VERSION\""));
        return new StormBundle(texts, "researcher, to: view, levels: 4", "collaborator, to: view, levels: 4");
    }

    /** A policy of the size of the shipped one that takes less time to judge. */
    static StormBundle ofThatSize() {
        Map<String, String> texts = new TreeMap<>();
        StringBuilder policy = new StringBuilder("""
                remit: 1
                policy: {id: storm, version: "VERSION", title: Storm, files: [rules/storm.yaml, invariants.yaml]}
                vocabulary:
                """);
        declare("roles", "role", 7, policy);
        declare("activities", "activity", 14, policy);
        declare("levels", "level", 6, policy);
        policy.append("  facts:\n");
        for (int i = 0; i < 24; i++) {
            policy.append("    fact-" + i + ": {title: Fact " + i + ", known-from: caller, changed-by: requester}\n");
        }
        policy.append("rules:\n");
        for (int i = 0; i < 52; i++) {
            policy.append(
                    "  - {id: rule-" + i + ", permit: role-" + i % 6 + ", to: activity-" + i % 14 + ", levels: level-"
                            + i % 5 + ", when: {all: [fact-" + i % 24 + ", fact-" + (i * 7 + 1) % 24 + "]}}\n");
        }
        texts.put("policy.yaml", policy.toString());
        StringBuilder invariants = new StringBuilder("remit: 1\ninvariants:\n");
        for (int i = 0; i < 14; i++) {
            invariants.append("  - {id: never-" + i + ", title: Never " + i + ", never: {roles: role-6, to: activity-"
                    + i + "}}\n");
        }
        texts.put("invariants.yaml", invariants.toString());
        return new StormBundle(
                texts, "role-0, to: activity-0, levels: level-0", "role-0, to: activity-0, levels: level-5");
    }

    private static void declare(String section, String word, int number, StringBuilder policy) {
        policy.append("  " + section + ":\n");
        for (int i = 0; i < number; i++) {
            policy.append("    " + word + "-" + i + ": A " + word + "\n");
        }
    }

    /** The files of one version. */
    Map<String, String> version(int version) {
        Map<String, String> files = new TreeMap<>(texts);
        files.computeIfPresent("policy.yaml", (path, text) -> text.replace("VERSION", String.valueOf(version)));
        files.put(PLACE, "remit: 1\nrules:\n  - {id: storm, forbid: " + (version % 2 == 0 ? even : odd) + "}\n");
        return files;
    }

    /** Whether a file differs between versions. */
    static boolean changes(String path) {
        return path.equals("policy.yaml") || path.equals(PLACE);
    }
}
