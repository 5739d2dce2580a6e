package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.DirectoryAnswer;
import dev.remit.decide.Given;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.PermitCondition;
import dev.remit.decide.PersonAttributes;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.ValueRestriction;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.json.JsonDecisions;
import dev.remit.json.JsonQuestions;
import dev.remit.json.ReplyWriter;
import dev.remit.model.Assignment;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts with values, sets of values and comparisons, from the files to the answer. */
class ValuesAndSetsTest {
    private static final Path LAB = Path.of("src/test/resources/dev/remit/values");
    private static final PolicyBundle BUNDLE = Remit.load(LAB);
    private static final DecisionPoint DECISIONS =
            BUNDLE.decisionPoint().withClock(() -> Instant.parse("2026-08-01T10:00:00Z"));

    private static final Question READ = Question.may("analyst").perform("read").onLevel("raw");
    private static final Question EXPORT = Question.may("keeper")
            .perform("export")
            .onLevel("raw")
            .forProject("p1")
            .givenThat("clearance", "high")
            .givenThat("day-part", "day");

    private static List<String> assumed(Question question) {
        return ValueRestriction.phrases(DECISIONS.decide(question).assumed());
    }

    @ParameterizedTest
    @CsvSource({
        "high, physics, ecds, PERMITTED",
        "mid, physics, sus, PERMITTED",
        "low, physics, ecds, DENIED",
        "high, chemistry, ecds, DENIED",
        "high, none, ecds, DENIED",
        "high, physics, ons, DENIED"
    })
    void comparesWhatIsSaidWithTheProject(String clearance, String department, String dataset, Answer answer) {
        Question question = READ.forProject("p1")
                .givenThat("clearance", clearance)
                .givenThat("department", department)
                .givenThat("dataset", dataset);

        assertThat(DECISIONS.decide(question).answer()).isEqualTo(answer);
    }

    @Test
    void nobodyOfNowhereIsOfTheSameDepartment() {
        Question question = READ.forProject(
                        ProjectAttributes.of("department", "none").andExactly("datasets", "ecds"))
                .givenThat("clearance", "high")
                .givenThat("department", "none")
                .givenThat("dataset", "ecds");

        assertThat(DECISIONS.decide(question).answer()).isEqualTo(Answer.DENIED);
    }

    @Test
    void leavesUnsaidValuesUnknownInAClosedQuestion() {
        Decision decision = DECISIONS.decide(
                READ.forProject("p1").givenThat("dataset", "ecds").closed());

        assertThat(decision.answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(decision.missing()).containsExactly("clearance", "department");
        assertThat(decision.permittedIf())
                .flatExtracting(PermitCondition::assumptions)
                .extracting(ValueRestriction::phrase)
                .containsExactly("clearance: mid or high", "department: physics");
    }

    @Test
    void takesAnUnsaidSetForWhatItsDeclarationSays() {
        assertThat(DECISIONS.decide(EXPORT).answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(DECISIONS.decide(EXPORT.closed()).answer()).isEqualTo(Answer.DENIED);
        assertThat(assumed(EXPORT.closed())).contains("trainings lacks safety and privacy");
        assertThat(DECISIONS
                        .decide(EXPORT.givenHaving("trainings", "safety").closed())
                        .permitted())
                .isTrue();
        assertThat(assumed(EXPORT.givenHaving("trainings", "safety").closed())).contains("trainings lacks privacy");
    }

    @Test
    void leavesAGuardUnknownAlthoughItHasAValueIfUnsaid() {
        Question unsaid = Question.may("keeper")
                .perform("export")
                .onLevel("raw")
                .forProject("p1")
                .givenThat("clearance", "high")
                .givenExactly("trainings", "privacy")
                .closed();

        assertThat(DECISIONS.decide(unsaid).answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(DECISIONS.decide(unsaid).missing()).containsExactly("day-part");
    }

    @Test
    void assumesAGuardThatNeedNotBeSaid() {
        Question unsaid = Question.may("keeper")
                .perform("read")
                .onLevel("raw")
                .forProject("p1")
                .given("named")
                .closed();

        assertThat(DECISIONS.decide(unsaid).permitted()).isTrue();
        assertThat(assumed(unsaid)).contains("badge: green");
        assertThat(DECISIONS.decide(unsaid.givenThat("badge", "red")).answer()).isEqualTo(Answer.DENIED);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, mid", "2026-07-01, high"})
    void knowsThePersonOfTheRegisterOnADay(String day, String clearance) {
        Question question = Question.mayPerson("ann")
                .perform("read")
                .onLevel("raw")
                .forProject("p1")
                .at(Instant.parse(day + "T10:00:00Z"));

        Assignment found = DECISIONS.decideEach(question).answers().get(0).assignment();

        assertThat(found.word(DECISIONS.space().find("clearance").orElseThrow()))
                .isEqualTo(clearance);
        assertThat(found.isTrue(DECISIONS.space().find("trainings[safety]").orElseThrow()))
                .isTrue();
        assertThat(found.isOpen(DECISIONS.space().find("trainings[privacy]").orElseThrow()))
                .isFalse();
    }

    @Test
    void whatTheRegisterDoesNotSayIsUnknownOrWhatItsDeclarationSays() {
        Assignment found = DECISIONS
                .decideEach(
                        Question.mayPerson("bob").perform("read").onLevel("raw").forProject("p3"))
                .answers()
                .get(0)
                .assignment();

        assertThat(found.isOpen(DECISIONS.space().find("clearance").orElseThrow()))
                .isTrue();
        assertThat(found.word(DECISIONS.space().find("trainings[safety]").orElseThrow()))
                .isEqualTo("false");
        assertThat(found.isOpen(DECISIONS.space().find("project.datasets[ecds]").orElseThrow()))
                .isTrue();
    }

    @Test
    void namesAnUnknownSetOnce() {
        Question question = READ.forProject("p3").givenThat("clearance", "high").givenThat("department", "physics");

        assertThat(DECISIONS.decide(question).missing()).containsExactly("dataset", "project.datasets");
        assertThat(DECISIONS.decide(question.givenThat("dataset", "ons")).permittedIf())
                .flatExtracting(PermitCondition::assumptions)
                .extracting(ValueRestriction::phrase)
                .containsExactly("project.datasets has ons");
    }

    @Test
    void refusesWhatContradictsTheRegister() {
        Question question =
                Question.mayPerson("ann").perform("read").onLevel("raw").forProject("p1");

        assertThatExceptionOfType(InvalidQuestionException.class)
                .isThrownBy(() -> DECISIONS.decideEach(question.givenThat("clearance", "low")))
                .withMessageContaining("fact `clearance` is said to be low but is high in the register");
        assertThatExceptionOfType(InvalidQuestionException.class)
                .isThrownBy(() -> DECISIONS.decideEach(question.givenExactly("trainings")))
                .withMessageContaining("fact `trainings` is said to lack `safety` but has it in the register");
    }

    @Test
    void asksADirectoryForValuesAndSets() {
        DecisionPoint point = DECISIONS.withDirectory((person, project, moment) -> DirectoryAnswer.of(
                person.map(id -> PersonAttributes.inRoles("keeper")
                        .givenThat("clearance", "high")
                        .givenHaving("trainings", "privacy")),
                project.map(id -> ProjectAttributes.of("kind", "research").andLacking("datasets", "ons"))));
        Question question = Question.mayPerson("kim")
                .perform("export")
                .onLevel("raw")
                .forProject("x")
                .givenThat("day-part", "day");

        assertThat(point.decideEach(question).permitted()).isTrue();
        assertThatExceptionOfType(InvalidQuestionException.class)
                .isThrownBy(() -> DECISIONS
                        .withDirectory((person, project, moment) -> DirectoryAnswer.of(
                                person.map(
                                        id -> PersonAttributes.inRoles("keeper").givenThat("dataset", "ecds")),
                                Optional.empty()))
                        .decideEach(Question.mayPerson("kim").perform("read").onLevel("raw")))
                .withMessageContaining("fact `dataset` is known from the caller, not from a directory");
    }

    @Test
    void saysNothingTwiceInTwoWays() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> READ.givenThat("clearance", "high").givenThat("clearance", "low"))
                .withMessage("fact `clearance` is said to be both `high` and `low`");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> READ.givenExactly("trainings", "safety").givenHaving("trainings", "privacy"));
        assertThat(READ.givenHaving("trainings", "safety").givenLacking("trainings", "privacy"))
                .isEqualTo(READ.given("trainings", Given.partly(List.of("safety"), List.of("privacy"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"facts\":{\"clearance\":\"high\",\"trainings\":[\"safety\"]}",
                "\"project\":{\"kind\":\"audit\",\"datasets\":[]},\"facts\":{\"trainings\":[]}",
                "\"project\":{\"datasets\":{\"has\":[\"ecds\"],\"lacks\":[\"sus\"]}},\"facts\":{\"named\":true}",
                "\"facts\":{\"trainings\":{\"lacks\":[\"privacy\"]}}"
            })
    void readsTheQuestionsItWrites(String said) {
        String text = "{\"role\":\"analyst\",\"activity\":\"read\",\"level\":\"raw\"," + said + "}";
        JsonQuestions json = JsonQuestions.of(DECISIONS);

        assertThat(json.write(Optional.empty(), json.read(text).question().orElseThrow()))
                .isEqualTo(text);
    }

    private static String reply(String said) {
        String line = "{\"role\":\"analyst\",\"activity\":\"read\",\"level\":\"raw\"," + said + "}";
        return ReplyWriter.write(JsonDecisions.of(DECISIONS).decide(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void answersInJson() {
        assertThat(reply("\"project\":\"p3\",\"closed\":true,"
                        + "\"facts\":{\"clearance\":\"high\",\"department\":\"physics\",\"dataset\":\"ons\"}"))
                .contains("\"missing\":[\"project.datasets\"]")
                .contains("\"project\":{\"datasets\":{\"has\":[\"ons\"]}}")
                .contains("\"assumed\":{\"trainings\":{\"lacks\":[\"safety\",\"privacy\"]},\"named\":false,"
                        + "\"badge\":\"green\"}");
        assertThat(reply("\"project\":\"p1\",\"facts\":{\"department\":\"physics\",\"dataset\":\"ecds\"}"))
                .contains("\"facts\":{\"clearance\":[\"mid\",\"high\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"facts\":{\"clearance\":true}                             | wrong-type",
                "\"facts\":{\"clearance\":[\"high\"]}                       | wrong-type",
                "\"facts\":{\"clearance\":\"hi\"}                           | unknown-value",
                "\"facts\":{\"named\":\"true\"}                             | wrong-type",
                "\"facts\":{\"trainings\":\"safety\"}                       | wrong-type",
                "\"facts\":{\"trainings\":[\"safety\",\"safety\"]}          | duplicate-item",
                "\"facts\":{\"trainings\":[\"safty\"]}                      | unknown-value",
                "\"facts\":{\"trainings\":{\"hat\":[]}}                     | unknown-key",
                "\"facts\":{\"trainings\":{\"has\":[\"safety\"],\"lacks\":[\"safety\"]}} | wrong-value",
                "\"facts\":{\"trainings[safety]\":true}                     | unknown-fact",
                "\"project\":{\"datasets\":[\"x\"]}                         | unknown-value",
                "\"project\":{\"kind\":[\"research\"]}                      | wrong-type"
            })
    void refusesOtherForms(String said, String code) {
        assertThat(reply(said)).contains("\"error\":{\"code\":\"" + code + "\"");
    }

    @Test
    void fillsInElementsByTheirNamesInABuffer() {
        assertThat(DECISIONS
                        .buffer()
                        .set(DECISIONS.field("role"), "keeper")
                        .set(DECISIONS.field("activity"), "export")
                        .set(DECISIONS.field("level"), "raw")
                        .set(DECISIONS.field("project.kind"), "research")
                        .set(DECISIONS.field("clearance"), "high")
                        .set(DECISIONS.field("trainings[safety]"), true)
                        .set(DECISIONS.field("day-part"), "day")
                        .permitted())
                .isTrue();
    }

    @Test
    void runsItsSuite() throws IOException {
        SuiteReport report = run(Files.readString(LAB.resolve("tests/first.yaml")));

        assertThat(report.failures()).isEmpty();
        assertThat(report.size()).isEqualTo(6);
    }

    private static SuiteReport run(String suite) {
        return SuiteRunner.run(
                SuiteLoader.load(
                                List.of(new SourceFile("tests/one.yaml", suite)),
                                BUNDLE.decisionPoint(),
                                BUNDLE.registers())
                        .orThrow(),
                BUNDLE.decisionPoint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clearance                                     | fact-without-value",
                "{not: trainings}                              | fact-without-value",
                "{clearance: hi}                               | unknown-value",
                "{clearance: [high]}                           | no-set",
                "{trainings: safety}                           | is-set",
                "{trainings: [safty]}                          | unknown-value",
                "{trainings: {has: [safety], lacks: [safety]}} | contradictory-facts",
                "{clearence: high}                             | unknown-key",
                "[{clearance: high}, {clearance: low}]         | contradictory-facts",
                "[{trainings: [safety]}, {unknown: trainings}] | contradictory-facts",
                "{named: high}                                 | unknown-key"
            })
    void reportsWhatSuitesCannotSay(String facts, String code) {
        String suite = "remit: 1\nsuite: S\nclosed: true\ncases:\n  - {name: c, ask: {role: keeper, activity: read,"
                + " level: raw, facts: " + facts + "}, expect: denied}\n";

        assertThat(SuiteLoader.load(
                                List.of(new SourceFile("tests/one.yaml", suite)),
                                BUNDLE.decisionPoint(),
                                BUNDLE.registers())
                        .diagnostics())
                .extracting(each -> each.code().id())
                .containsExactly(code);
    }
}
