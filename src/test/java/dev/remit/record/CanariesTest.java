package dev.remit.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Directory;
import dev.remit.decide.DirectoryAnswer;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidHandledException;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.PersonAttributes;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.json.JsonTree;
import dev.remit.record.export.AuditEvent;
import dev.remit.record.export.PublicRecord;
import dev.remit.record.export.RecordSentence;
import dev.remit.record.export.RecordTable;
import dev.remit.signing.SubjectKey;
import dev.remit.signing.SubjectKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Puts a word that gives itself away into every field where people write what they like, and looks for it in every file and every
 * export of a log. {@code -Dremit.canaries=1000000} makes so many records.
 */
class CanariesTest {
    private static final int RECORDS = Integer.getInteger("remit.canaries", 5_000);
    private static final String CANARY = "canary";

    /** Forms in which people appear, none of which looks like the id of a caller or request. */
    private static final List<String> FORMS = List.of(
            "Canary Bird %d", "canary%d@example.org", "\"canary\":%d", "canary\n%d", "canary\\u0000%d", "ĉcanary %d ☂");

    @TempDir
    Path folder;

    private Path subjects;
    private final SplittableRandom random = new SplittableRandom(23);

    @BeforeEach
    void makesAKey() throws IOException {
        subjects = folder.resolve("subjects");
        new SubjectKeys(List.of(SubjectKey.generate("k1", LocalDate.parse("2020-01-01"), Optional.empty())))
                .write(subjects);
    }

    private String canary() {
        return FORMS.get(random.nextInt(FORMS.size())).formatted(random.nextInt(1000));
    }

    @Test
    void areInNoFileAndNoExport() throws IOException {
        PolicyBundle office = Office.bundle();
        Path log = folder.resolve("log");
        DecisionPoint decisions = office.decisionPoint();
        Directory everybody = (person, project, moment) -> new DirectoryAnswer(
                person.map(id -> random.nextInt(9) == 0
                        ? PersonAttributes.inRoles("reader").given(canary())
                        : PersonAttributes.inRoles("reader", "clerk").given("trained")),
                project.map(id -> ProjectAttributes.of("status", random.nextInt(9) == 0 ? canary() : "active")),
                Optional.empty());
        RecordSettings settings = RecordSettings.written().withSubjectKeys(subjects);
        long size;
        try (RecordLog records = RecordLog.open(log, decisions.identity(), settings)) {
            DecisionPoint byRegister = decisions.recordedBy(records);
            DecisionPoint byDirectory = byRegister.withDirectory(everybody);
            while (records.size() < RECORDS) {
                ask(random.nextBoolean() ? byRegister : byDirectory);
            }
            size = records.size();
        }
        Files.writeString(newest(log), "{\"v\":1,\"seq\":", StandardOpenOption.APPEND);
        RecordLog.open(log, decisions.identity(), settings).close();

        List<String> kinds = new ArrayList<>();
        try (Stream<Path> files = Files.list(log)) {
            for (Path file : files.toList()) {
                assertThat(file.getFileName().toString().toLowerCase(Locale.ROOT))
                        .doesNotContain(CANARY);
                assertThat(hasCanary(file)).as("a canary in %s", file).isFalse();
            }
        }
        RecordFolder.at(log).visit((seq, kind, line) -> {
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
            JsonTree record = JsonTree.parse(line).orElseThrow();
            String exported = RecordSentence.of(record)
                    + RecordTable.fields(record)
                    + PublicRecord.of(record)
                    + AuditEvent.of(record, "log").orElse("");
            assertThat(exported.toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
            assertThat(JsonTree.parse(PublicRecord.of(record)).orElseThrow().keys())
                    .doesNotContain("subject", "caller", "request", "prev");
            assertThat(PublicRecord.of(record)).doesNotContain("hmac:");
        });
        assertThat(kinds).contains("decided", "enforced", "refused", "mistaken", "recovered");
        assertThat(size).isGreaterThanOrEqualTo(RECORDS);
    }

    /** The file that is written to: a million records fill several. */
    private static Path newest(Path log) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(each -> each.getFileName().toString().startsWith("records-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private void ask(DecisionPoint decisions) {
        Question question = (random.nextInt(3) == 0
                        ? Question.may(oneOf("reader", "clerk"))
                        : Question.mayPerson(person()))
                .perform(random.nextInt(20) == 0 ? canary() : "read")
                .onLevel(random.nextInt(20) == 0 ? canary() : "draft")
                .in(random.nextInt(20) == 0 ? canary() : "study")
                .via(random.nextInt(20) == 0 ? canary() : oneOf("desk", "phone"))
                .by(canary())
                .request(canary());
        question = random.nextInt(4) == 0 ? question.forProject("p1") : question;
        question = random.nextInt(20) == 0 ? question.forProject(ProjectAttributes.of(canary(), "x")) : question;
        question = random.nextInt(20) == 0 ? question.given(canary()) : question.given("urgent");
        question = random.nextInt(20) == 0 ? question.including(canary()) : question;
        try {
            if (random.nextBoolean()) {
                decisions.decideEach(question);
            } else {
                decisions.enforce(question, random.nextInt(5) == 0 ? Handled.duties(canary()) : Office.ALL);
            }
        } catch (InvalidQuestionException | NotLetThroughException recorded) {
            // They stand in the log.
        } catch (InvalidHandledException recorded) {
            // So do these.
        }
    }

    private String person() {
        return random.nextBoolean() ? canary() : oneOf("pat", "canary.sam@example.org");
    }

    private String oneOf(String one, String other) {
        return random.nextBoolean() ? one : other;
    }

    private static boolean hasCanary(Path file) throws IOException {
        byte[] before = new byte[0];
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] bytes = in.readNBytes(1 << 20); bytes.length > 0; bytes = in.readNBytes(1 << 20)) {
                String text = new String(before, StandardCharsets.ISO_8859_1)
                        + new String(bytes, StandardCharsets.ISO_8859_1);
                if (text.toLowerCase(Locale.ROOT).contains(CANARY)) {
                    return true;
                }
                before = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - CANARY.length()), bytes.length);
            }
        }
        return false;
    }
}
