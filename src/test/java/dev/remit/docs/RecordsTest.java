package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.json.forms.RemitJson;
import dev.remit.record.RecordFolder;
import dev.remit.record.RecordLog;
import dev.remit.record.RecordSettings;
import dev.remit.signing.KeyName;
import dev.remit.signing.SigningKey;
import dev.remit.signing.SubjectKey;
import dev.remit.signing.SubjectKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the page about decision records. */
class RecordsTest {
    @TempDir
    Path work;

    @Test
    void recordsADecisionPoint() throws IOException {
        DecisionPoint decisions = Remit.load(Path.of("policy/opensafely")).decisionPoint();
        Path folder = work.resolve("records");
        Path key = work.resolve("records.key");
        SigningKey.generate(new KeyName("example.org/remit/records")).write(key);
        Path subjects = work.resolve("subjects.key");
        new SubjectKeys(List.of(SubjectKey.generate("k1", LocalDate.parse("2026-01-01"), Optional.empty())))
                .write(subjects);

        RecordSettings settings = RecordSettings.durable().signedBy(key).withSubjectKeys(subjects);
        RecordLog log = RecordLog.open(folder, decisions.identity(), settings);
        DecisionPoint recorded = decisions.recordedBy(log);

        Decision decision = recorded.decide(
                Question.may("researcher").perform("view").onLevel("4").forProject("156"));
        log.close();

        assertThat(decision.record()).hasValue(1);
        assertThat(RecordFolder.at(folder)
                        .verify(List.of(work.resolve("records.key.pub")), List.of())
                        .covered())
                .isEqualTo(3);
    }

    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }

    @Test
    void writesTheFormsOfTheCommandLine() {
        DecisionPoint decisions = Remit.load(Path.of("policy/opensafely")).decisionPoint();
        Question asked = Question.may("researcher").perform("view").onLevel("4").forProject("156");

        RemitJson json = RemitJson.of(decisions);
        String question = json.question(asked);
        String explained = json.explained(decisions.decide(json.question(question)));
        DecisionPoint logged = decisions.withListener(event -> log(json.event(event)));

        logged.decide(asked);
        assertThat(explained).contains("\"answer\":\"UNDETERMINED\"", "\"explanation\":{");
        assertThat(this.logged).hasSize(1);
        assertThat(this.logged.get(0)).startsWith("{\"kind\":\"decided\",\"policy\":{");
    }
}
