package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.load.BundleSource;
import dev.remit.load.LoadedBundle;
import dev.remit.load.OpenedBundle;
import dev.remit.model.Id;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTest {

    @Test
    void writesTheRegisterItIsKeptIn() throws IOException {
        String kept = Files.readString(Archive.BUNDLE.resolve("clauses.yaml"));
        String bare = kept.replaceAll("\n +fingerprint: .*", "").replaceAll(", fingerprint: [^}]*", "");

        assertThat(bare).doesNotContain("fingerprint");
        assertThat(recorded(bare)).isEqualTo(kept);
    }

    @Test
    void replacesWhatWasRecordedBefore() throws IOException {
        String kept = Files.readString(Archive.BUNDLE.resolve("clauses.yaml"));
        String stale = kept.replaceAll("fingerprint: [^}\n]*", "fingerprint: \"stale\"");

        assertThat(stale).doesNotContain("sha256");
        assertThat(recorded(stale)).isEqualTo(kept);
    }

    private static String recorded(String register) throws IOException {
        LoadedBundle bundle = OpenedBundle.of(BundleSource.of(Map.of(
                        "policy.yaml",
                        Files.readString(Archive.BUNDLE.resolve("policy.yaml")),
                        "clauses.yaml",
                        register)))
                .load()
                .orThrow();
        Map<Id.Citation, Fingerprint> fingerprints = new LinkedHashMap<>();
        for (Drift each : new Drift[] {
            Drift.between(Archive.RULES, bundle.policy().clauses(), Archive.read(Archive.RULES, Archive.rules())),
            Drift.between(
                    Archive.VISITORS, bundle.policy().clauses(), Archive.read(Archive.VISITORS, Archive.visitors()))
        }) {
            each.found().forEach((id, passage) -> fingerprints.put(id, passage.fingerprint()));
        }
        SourceFile file = bundle.files().stream()
                .filter(each -> each.name().endsWith("clauses.yaml"))
                .findFirst()
                .orElseThrow();
        return Recording.write(file, bundle.positions(), fingerprints);
    }
}
