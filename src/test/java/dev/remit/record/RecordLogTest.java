package dev.remit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Directory;
import dev.remit.decide.DirectoryAnswer;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.ListenerFailedException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.PersonAttributes;
import dev.remit.decide.PolicyIdentity;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.RoleDecisions;
import dev.remit.signing.SubjectKey;
import dev.remit.signing.SubjectKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the records of each kind, to the letter. */
class RecordLogTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-29T10:00:01.123456789Z"));
    private static final PolicyBundle OFFICE = Office.bundle();

    @TempDir
    Path folder;

    private Path subjectKey;
    private SubjectKey key;

    @BeforeEach
    void makesAKey() throws IOException {
        key = SubjectKey.generate("k1", LocalDate.parse("2026-01-01"), Optional.empty());
        subjectKey = folder.resolve("subjects");
        new SubjectKeys(List.of(key)).write(subjectKey);
    }

    private interface Work {
        void on(DecisionPoint decisions);
    }

    /** The records of some work, without the members that the log writes and without the policy. */
    private List<String> recorded(Work work) throws IOException {
        return recorded(RecordSettings.durable().withSubjectKeys(subjectKey), work);
    }

    private List<String> recorded(RecordSettings settings, Work work) throws IOException {
        Path log = folder.resolve("log");
        DecisionPoint decisions = OFFICE.decisionPoint().withClock(() -> Office.NOW);
        try (RecordLog records = RecordLog.open(log, decisions.identity(), settings, CLOCK)) {
            work.on(decisions.recordedBy(records));
        }
        assertThat(LogVerifier.verify(DiskFolder.reading(log), List.of(), List.of())
                        .damage())
                .isEmpty();
        return Logs.lines(DiskFolder.reading(log)).stream()
                .map(line -> line.replaceFirst("\"prev\":\"[0-9a-f]{64}\",?", "")
                        .replaceFirst("\"policy\":\\{[^}]*},?", "")
                        .replaceFirst("remit.invalid/[0-9a-f]{16}", "remit.invalid/RANDOM")
                        .replace(key.pseudonym("pat"), "PAT")
                        .replace(",}", "}")
                        .replace("{\"v\":1,", "{")
                        .replace("\"at\":\"2026-11-29T10:00:01.123456Z\",", ""))
                .toList();
    }

    @Test
    void recordsAnAnswerWithAllThatWasKnown() throws IOException {
        assertThat(recorded(on -> on.decideEach(Office.mayPat()
                        .closed()
                        .excluding("type-1")
                        .by("airlock")
                        .request("r-1"))))
                .containsExactly("""
                        {"seq":0,"kind":"started","origin":"remit.invalid/RANDOM",\
                        "engine":"straight from its classes","mode":"durable","keys":{"checkpoint":[],"subject":["k1"]}}""", """
                        {"seq":1,"kind":"decided","caller":"airlock","request":"r-1","subject":"PAT",\
                        "question":{"role":"clerk","activity":"read","level":"draft","category":"study","route":"desk",\
                        "project":"p1","attributes":{"kind":"research","status":"active","legacy":false},\
                        "permissions":{"type-1":false},"permissionsEver":{"type-1":false},"at":"2026-11-29T10:00:00Z",\
                        "facts":{"register":{"named":true,"trained":true}},"closed":true,"optOuts":{"type-1":"exclude"}},\
                        "answer":"DENIED","basis":"not-granted","grants":[],"forbiddenBy":[],"missing":[]}""", """
                        {"seq":2,"kind":"decided","caller":"airlock","request":"r-1","subject":"PAT",\
                        "question":{"role":"reader","activity":"read","level":"draft","category":"study","route":"desk",\
                        "project":"p1","attributes":{"kind":"research","status":"active","legacy":false},\
                        "permissions":{"type-1":false},"permissionsEver":{"type-1":false},"at":"2026-11-29T10:00:00Z",\
                        "facts":{"register":{"named":true,"trained":true}},"closed":true,"optOuts":{"type-1":"exclude"}},\
                        "answer":"PERMITTED","basis":"granted",\
                        "grants":[{"rule":"at-the-desk","category":"study","route":"desk",\
                        "population":{"type-1":"excluded-by-filter"},"obligations":["log"]}],\
                        "forbiddenBy":[],"missing":[]}""", "{\"seq\":3,\"kind\":\"stopped\"}");
    }

    @Test
    void recordsWhatBecameOfAnswers() throws IOException {
        assertThat(recorded(on -> {
                            on.enforce(Office.may("reader").given("named"), Office.ALL);
                            RoleDecisions pat = on.decideEach(Office.mayPat());
                            assertThatThrownBy(() -> pat.enforce(Handled.NOTHING))
                                    .isInstanceOf(NotLetThroughException.class);
                            pat.enforce(Office.ALL);
                            Decision openWay = on.decide(Question.may("reader")
                                    .perform("read")
                                    .onLevel("draft")
                                    .given("urgent"));
                            assertThatThrownBy(() -> openWay.enforce(Office.ALL))
                                    .isInstanceOf(NotLetThroughException.class);
                        })
                        .stream()
                        .filter(line -> line.contains("\"of\":")))
                .containsExactly("""
                        {"seq":2,"kind":"enforced","of":[1],\
                        "grant":{"rule":"at-the-desk","category":"study","route":"desk","role":"reader"},\
                        "handled":{"duties":["log"],"population":{"type-1":["excluded-by-filter","included"]}}}""", """
                        {"seq":5,"kind":"refused","subject":"PAT","of":[3,4],"why":"duties-not-handled",\
                        "duties":["log"],"population":{"type-1":"excluded-by-filter"},\
                        "roles":[{"role":"clerk","why":"not-permitted","answer":"DENIED"},\
                        {"role":"reader","why":"duties-not-handled","duties":["log"],\
                        "population":{"type-1":"excluded-by-filter"}}],"handled":{}}""", """
                        {"seq":6,"kind":"enforced","subject":"PAT","of":[3,4],\
                        "grant":{"rule":"at-the-desk","category":"study","route":"desk","role":"reader"},\
                        "handled":{"duties":["log"],"population":{"type-1":["excluded-by-filter","included"]}}}""", """
                        {"seq":8,"kind":"refused","of":[7],"why":"say-which-way","choices":["category","route"],\
                        "handled":{"duties":["log"],"population":{"type-1":["excluded-by-filter","included"]}}}""");
    }

    @Test
    void recordsMistakesWithoutWordsThatAreNotDeclared() throws IOException {
        assertThat(recorded(on -> {
                            assertThatThrownBy(
                                            () -> on.decide(Office.may("raeder").given("urgnt")))
                                    .isInstanceOf(InvalidQuestionException.class);
                            assertThatThrownBy(
                                            () -> on.decideEach(Office.mayPat().givenNot("trained")))
                                    .isInstanceOf(InvalidQuestionException.class);
                            assertThatThrownBy(
                                            () -> on.decide(Office.may("reader").forProject("Canary One")))
                                    .isInstanceOf(InvalidQuestionException.class);
                        })
                        .stream()
                        .filter(line -> line.contains("\"faults\":")))
                .containsExactly("""
                        {"seq":1,"kind":"mistaken","faults":[{"code":"unknown-role","unknown":{"kind":"role","length":6}},\
                        {"code":"unknown-fact","unknown":{"kind":"fact","length":5}}]}""", """
                        {"seq":2,"kind":"mistaken","subject":"PAT",\
                        "faults":[{"code":"contradicts-register","word":"trained"}]}""", """
                        {"seq":3,"kind":"mistaken",\
                        "faults":[{"code":"unknown-project","unknown":{"kind":"project","length":10}}]}""");
    }

    @Test
    void recordsThatNothingIsKnownOfAProjectOrThatThereIsNone() throws IOException {
        Question any = Question.may("reader").perform("read").onLevel("draft").inAnyCategory();

        assertThat(recorded(on -> {
                            on.decide(any);
                            on.decide(any.withoutProject());
                        })
                        .stream()
                        .filter(line -> line.contains("\"question\":"))
                        .map(line -> line.replaceAll(".*\"question\":", "")))
                .containsExactly("""
                        {"role":"reader","activity":"read","level":"draft","category":"any","at":"2026-11-29T10:00:00Z"},\
                        "answer":"UNDETERMINED","basis":"missing-information","grants":[],"forbiddenBy":[],\
                        "missing":["named","project.status","urgent"]}""", """
                        {"role":"reader","activity":"read","level":"draft","category":"any",\
                        "attributes":{"kind":"none","status":"none","legacy":false},"permissions":{"type-1":false},"permissionsEver":{"type-1":false},\
                        "at":"2026-11-29T10:00:00Z"},"answer":"UNDETERMINED","basis":"missing-information",\
                        "grants":[],"forbiddenBy":[],"missing":["urgent"]}""");
    }

    @Test
    void keepsWhatADirectoryDoesNotKnowApartFromWhatIsAssumed() throws IOException {
        Directory directory = (person, project, moment) -> new DirectoryAnswer(
                person.map(id -> PersonAttributes.inRoles("reader").given("trained")),
                project.map(id -> ProjectAttributes.of("status", "active")),
                Optional.of("17"));

        assertThat(recorded(on -> on.withDirectory(directory)
                                .decideEach(Question.mayPerson("Pat Canary <pat@example.org>")
                                        .perform("read")
                                        .onLevel("draft")
                                        .forProject("p1")
                                        .closed()))
                        .stream()
                        .filter(line -> line.contains("\"question\":"))
                        .map(line -> line.replaceAll(".*\"question\":", "")))
                .containsExactly("""
                        {"role":"reader","activity":"read","level":"draft","project":"p1",\
                        "attributes":{"status":"active"},"at":"2026-11-29T10:00:00Z",\
                        "facts":{"directory":{"trained":true}},"closed":true,"unknown":["named"]},\
                        "answer":"UNDETERMINED","basis":"missing-information","grants":[],"forbiddenBy":[],\
                        "missing":["named"]}""");
    }

    @Test
    void givesAnswersTheNumbersOfTheirRecords() throws IOException {
        recorded(on -> {
            assertThat(on.decide(Office.may("clerk")).record()).hasValue(1);
            assertThat(on.decideEach(Office.mayPat()).answers())
                    .extracting(each -> each.record().orElseThrow())
                    .containsExactly(2L, 3L);
            assertThat(on.unheard().decide(Office.may("clerk")).record()).isEmpty();
        });
    }

    @Test
    void replacesWhatIsNoPlainIdByItsHash() throws IOException {
        assertThat(recorded(on -> on.decide(Office.may("clerk").by("Pat Canary").request("a b"))))
                .element(1)
                .asString()
                .contains(
                        "\"caller\":\"sha256:09c4ed33d8a918e8346e13402df66ccb68eceada260800423ebb18d4379f02fa\"",
                        "\"request\":\"sha256:");
    }

    @Test
    void answersNothingAboutAPersonWithoutASubjectKey() throws IOException {
        assertThat(recorded(
                        RecordSettings.durable(),
                        on -> assertThatThrownBy(() -> on.decideEach(Office.mayPat()))
                                .isInstanceOf(ListenerFailedException.class)
                                .hasMessageContaining("subject key")))
                .hasSize(2);
    }

    @Test
    void answersNothingAboutAPersonOnADayWithoutASubjectKey() throws IOException {
        Path old = folder.resolve("old");
        new SubjectKeys(List.of(SubjectKey.generate(
                        "k0", LocalDate.parse("2025-01-01"), Optional.of(LocalDate.parse("2025-12-31")))))
                .write(old);

        assertThat(recorded(
                        RecordSettings.durable().withSubjectKeys(old),
                        on -> assertThatThrownBy(() -> on.decideEach(Office.mayPat()))
                                .isInstanceOf(ListenerFailedException.class)
                                .hasMessageContaining("2026-11-29")))
                .hasSize(2);
    }

    @Test
    void answersNothingOnceItIsClosed() throws IOException {
        DecisionPoint decisions = OFFICE.decisionPoint();
        RecordLog records = RecordLog.open(folder.resolve("log"), decisions.identity(), RecordSettings.written());
        DecisionPoint recorded = decisions.recordedBy(records);
        Decision before = recorded.decide(Office.may("reader").given("named"));
        records.close();
        records.close();

        assertThatThrownBy(() -> recorded.decide(Office.may("clerk"))).isInstanceOf(ListenerFailedException.class);
        assertThatThrownBy(() -> before.enforce(Office.ALL)).isInstanceOf(ListenerFailedException.class);
        assertThatThrownBy(() -> recorded.decide(Office.may("raeder"))).isInstanceOf(ListenerFailedException.class);
    }

    @Test
    void recordsThatAPolicyTookThePlaceOfAnother() throws IOException {
        PolicyIdentity old = OFFICE.decisionPoint().identity();
        Path log = folder.resolve("log");
        try (RecordLog records = RecordLog.open(log, old, RecordSettings.written(), CLOCK)) {
            records.reloaded(old, old, "narrower", Optional.of("sha256:0"));
            records.reloadRefused(old, Optional.empty(), Optional.empty(), "the bundle has errors");
        }

        List<String> lines = Logs.lines(DiskFolder.reading(log));
        assertThat(lines.get(1))
                .contains("\"kind\":\"reloaded\"", "\"policy\":{\"id\":\"office\"", "\"candidate\":{\"id\":\"office\"")
                .endsWith(",\"direction\":\"narrower\",\"signOff\":\"sha256:0\"}");
        assertThat(lines.get(2))
                .contains("\"kind\":\"reload-refused\"")
                .doesNotContain("candidate")
                .endsWith("},\"reason\":\"the bundle has errors\"}");
    }

    @Test
    void isRecordedByOneLog() throws IOException {
        DecisionPoint decisions = OFFICE.decisionPoint();
        try (RecordLog records =
                RecordLog.open(folder.resolve("log"), decisions.identity(), RecordSettings.written())) {
            DecisionPoint recorded = decisions.recordedBy(records);

            assertThatThrownBy(() -> recorded.recordedBy(records)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void goesOnUnderTheNameWithWhichItBegan() throws IOException {
        DecisionPoint decisions = OFFICE.decisionPoint();
        Path log = folder.resolve("log");
        RecordSettings settings = RecordSettings.written();
        RecordLog.open(log, decisions.identity(), settings.named("example.org/log"))
                .close();
        RecordLog.open(log, decisions.identity(), settings).close();

        assertThat(Logs.lines(DiskFolder.reading(log)))
                .filteredOn(line -> line.contains("\"origin\":\"example.org/log\""))
                .hasSize(2);
        assertThatThrownBy(() -> RecordLog.open(log, decisions.identity(), settings.named("example.org/other")))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("began as `example.org/log`");
        // Whoever was refused holds no lock.
        RecordLog.open(log, decisions.identity(), settings).close();
    }

    @Test
    void saysWhichKeyCannotBeUsed() throws IOException {
        DecisionPoint decisions = OFFICE.decisionPoint();
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "no key\n");

        assertThatThrownBy(() -> RecordLog.open(
                        folder.resolve("log"),
                        decisions.identity(),
                        RecordSettings.written().withSubjectKeys(nonsense)))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("nonsense` cannot be used");
        assertThatThrownBy(() -> RecordLog.open(
                        folder.resolve("log"),
                        decisions.identity(),
                        RecordSettings.written().signedBy(folder.resolve("nowhere"))))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("there is no file");
    }
}
