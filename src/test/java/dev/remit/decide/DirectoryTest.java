package dev.remit.decide;

import static dev.remit.decide.PersonAttributes.inRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remit.Remit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static List<QuestionFault> faults(DecisionPoint decisions, Question question) {
        InvalidQuestionException mistake =
                catchThrowableOfType(InvalidQuestionException.class, () -> decisions.decideEach(question));
        assertThat(mistake).isNotNull();
        return mistake.faults();
    }

    private static QuestionFault fault(PersonAttributes person) {
        List<QuestionFault> faults = faults(Gate.with(person), Gate.mayPat());
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    @Test
    void reportsAFactThatIsNotDeclared() {
        QuestionFault fault = fault(inRoles("analyst").given("trained", "suspendd"));

        assertThat(fault.code()).isEqualTo(QuestionFault.Code.UNKNOWN_FACT);
        assertThat(fault.saidBy()).isEqualTo(QuestionFault.Speaker.DIRECTORY);
        assertThat(fault.message()).isEqualTo("from the directory about person `pat`: fact `suspendd` is not declared");
        assertThat(fault.help()).contains("did you mean `suspended`?");
        assertThat(Gate.with(inRoles("analyst").given("trained", "suspended"))
                        .decideEach(Gate.mayPat())
                        .permitted())
                .isFalse();
    }

    @Test
    void reportsAFactThatIsSaidNotToHold() {
        assertThat(fault(inRoles("analyst").givenNot("suspendd")).help()).contains("did you mean `suspended`?");
    }

    @Test
    void reportsAFactThatOnlyTheCallerKnows() {
        QuestionFault fault = fault(inRoles("checker").given("trained", "own"));

        assertThat(fault.code()).isEqualTo(QuestionFault.Code.NOT_FOR_DIRECTORY);
        assertThat(fault.message()).contains("from the directory", "`own` is known from the caller");
    }

    @Test
    void reportsARoleThatIsNotDeclared() {
        QuestionFault fault = fault(inRoles("anlyst").given("trained"));

        assertThat(fault.message()).isEqualTo("from the directory about person `pat`: role `anlyst` is not declared");
        assertThat(fault.help()).contains("did you mean `analyst`?");
        assertThat(fault(inRoles("checker", "anlyst"))).isEqualTo(fault);
    }

    @Test
    void reportsAFactAboutAProjectWhereNoneIsAskedAbout() {
        Question question = Question.mayPerson("pat").perform("view").onLevel("outputs");

        assertThat(faults(Gate.with(inRoles("checker").given("named")), question))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("`named` is about a project"));
        assertThat(faults(Gate.with(inRoles("checker").given("named")), question.withoutProject()))
                .hasSize(1);
        assertThat(Gate.with(inRoles("checker").givenNot("named"))
                        .decideEach(question)
                        .answers())
                .hasSize(1);
    }

    @Test
    void reportsWordsAboutProjects() {
        for (ProjectAttributes project : List.of(
                ProjectAttributes.of("statuss", "active"),
                ProjectAttributes.of("status", "activ"),
                Gate.ACTIVE.permission("type1", true))) {
            DecisionPoint decisions = Gate.with(
                    (id, asked, moment) -> DirectoryAnswer.of(Optional.of(inRoles("checker")), Optional.of(project)));

            assertThat(faults(decisions, Gate.mayPat())).singleElement().satisfies(fault -> {
                assertThat(fault.saidBy()).isEqualTo(QuestionFault.Speaker.DIRECTORY);
                assertThat(fault.message()).startsWith("from the directory about project `p1`: ");
                assertThat(fault.help().orElseThrow()).startsWith("did you mean `");
            });
        }
    }

    @Test
    void reportsEveryFaultAtOnceWithWhoSaidIt() {
        DecisionPoint decisions = Gate.with((id, asked, moment) -> DirectoryAnswer.of(
                Optional.of(inRoles("chequer").given("traned", "own")),
                Optional.of(ProjectAttributes.of("status", "activ"))));

        assertThat(faults(decisions, Gate.mayPat().perform("veiw")))
                .extracting(QuestionFault::saidBy)
                .containsExactly(
                        QuestionFault.Speaker.ASKER,
                        QuestionFault.Speaker.DIRECTORY,
                        QuestionFault.Speaker.DIRECTORY,
                        QuestionFault.Speaker.DIRECTORY,
                        QuestionFault.Speaker.DIRECTORY);
    }

    @Test
    void keepsOpenWhatTheDirectoryDoesNotKnow() {
        Question open =
                Question.mayPerson("pat").perform("view").onLevel("outputs").forProject("p1");
        PersonAttributes trained = inRoles("analyst").given("trained");

        assertThat(answer(trained, open)).isEqualTo(Answer.UNDETERMINED);
        assertThat(answer(trained, open.closed())).isEqualTo(Answer.UNDETERMINED);
        assertThat(answer(trained, open.givenNot("suspended"))).isEqualTo(Answer.PERMITTED);
        assertThat(answer(trained.givenNot("suspended"), open)).isEqualTo(Answer.PERMITTED);
        assertThat(answer(trained.closed(), open)).isEqualTo(Answer.PERMITTED);
        assertThat(answer(trained.given("suspended"), open)).isEqualTo(Answer.DENIED);
    }

    private static Answer answer(PersonAttributes person, Question question) {
        return Gate.with(person).decideEach(question).answers().get(0).answer();
    }

    @Test
    void reportsAnAskerWhoContradictsTheDirectory() {
        assertThat(faults(
                        Gate.with(inRoles("analyst").given("trained")),
                        Gate.mayPat().givenNot("trained")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(QuestionFault.Code.CONTRADICTS_REGISTER);
                    assertThat(fault.message()).endsWith("is said to be false but is true in the directory");
                });
    }

    @Test
    void looksUpOnceForAllRoles() {
        List<String> lookUps = new ArrayList<>();
        DecisionPoint decisions = Gate.with((person, project, moment) -> {
            lookUps.add(person.orElse("-") + " " + project.orElse("-"));
            return new DirectoryAnswer(
                    person.map(any -> inRoles("analyst", "checker").closed()),
                    project.map(any -> Gate.ACTIVE),
                    Optional.of("r" + lookUps.size()));
        });

        RoleDecisions answers = decisions.decideEach(Gate.mayPat());
        decisions.decide(
                Question.may("checker").perform("view").onLevel("outputs").forProject("p2"));
        decisions.decide(Question.may("checker").perform("view").onLevel("outputs"));

        assertThat(lookUps).containsExactly("pat p1", "- p2");
        assertThat(answers.answers())
                .extracting(each -> each.policy().registers())
                .containsExactly("revision:r1", "revision:r1");
    }

    @Test
    void namesTheRevisionThatAnsweredAndNeverTheDigestOfOtherRegisters() {
        DecisionPoint ours = Gate.with(inRoles("checker"));
        Decision decision = ours.decideEach(Gate.mayPat()).answers().get(0);

        assertThat(decision.policy().registers()).isEqualTo("unstated");
        assertThat(ours.identity().registers()).isEqualTo("unstated");
        assertThat(ours.decideAgain(decision).policy()).isEqualTo(decision.policy());
        assertThat(Gate.decisions().identity().registers()).startsWith("sha256:");
        assertThatThrownBy(() -> new DirectoryAnswer(Optional.empty(), Optional.empty(), Optional.of("two\nlines")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("revision: ");
    }

    @Test
    void claimsNothingAboutADirectoryThatKnowsNobody() {
        DecisionPoint decisions = Gate.with((person, project, moment) -> DirectoryAnswer.NOTHING);

        assertThat(faults(decisions, Gate.mayPat()))
                .extracting(QuestionFault::toString)
                .containsExactly(
                        "project `p1` is not known to the directory", "person `pat` is not known to the directory");
    }

    @Test
    void givesNoRegisteredIdAwayToWhoeverGuesses() {
        DecisionPoint decisions = Remit.load(Path.of("policy/opensafely")).decisionPoint();

        assertThat(faults(
                        decisions,
                        Question.mayPerson("alise").perform("view").onLevel("4").forProject("15")))
                .extracting(QuestionFault::toString)
                .containsExactly("project `15` is not in the register", "person `alise` is not in the register");
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless directory does
    void namesTheDirectoryThatReturnsNull() {
        assertThatThrownBy(() -> Gate.with((person, project, moment) -> null).decideEach(Gate.mayPat()))
                .isInstanceOf(DirectoryFailedException.class)
                .hasMessageStartingWith("`lookUp` of directory `" + DirectoryTest.class.getName())
                .hasMessageEndingWith("returned null");
    }

    @Test
    void tellsExceptionsOfTheDirectoryFromMistakesOfTheAsker() {
        RuntimeException broken = new IllegalArgumentException("no connection");
        List<DecisionEvent> heard = new ArrayList<>();
        DecisionPoint decisions = Gate.with((person, project, moment) -> {
                    throw broken;
                })
                .withListener(heard::add);
        Question question =
                Question.may("checker").perform("view").onLevel("outputs").forProject("p1");

        assertThatThrownBy(() -> decisions.decideEach(Gate.mayPat()))
                .isInstanceOf(DirectoryFailedException.class)
                .hasMessageContainingAll("`lookUp`", "no connection")
                .hasCause(broken);
        assertThatThrownBy(() -> decisions.decide(question)).isInstanceOf(DirectoryFailedException.class);
        assertThatThrownBy(() -> decisions.prepare(question)).isInstanceOf(DirectoryFailedException.class);
        assertThatThrownBy(() -> decisions.assignment(question)).isInstanceOf(DirectoryFailedException.class);
        assertThat(heard).hasSize(3).allSatisfy(event -> {
            assertThat(event).isInstanceOf(DecisionEvent.Mistaken.class);
            assertThat(((DecisionEvent.Mistaken) event).faults())
                    .extracting(fault -> fault.code().id())
                    .containsExactly("directory-failed");
        });
    }

    @Test
    void refusesAnAnswerAboutWhatWasNotAsked() {
        DecisionPoint decisions = Gate.with((person, project, moment) ->
                DirectoryAnswer.of(Optional.of(inRoles("checker")), Optional.of(Gate.ACTIVE)));
        Question question = Question.may("checker").perform("view").onLevel("outputs");

        assertThatThrownBy(() -> decisions.decide(question.forProject("p1")))
                .isInstanceOf(DirectoryFailedException.class)
                .hasMessageEndingWith("returned a person, and was asked about none");
        assertThatThrownBy(() -> decisions.decideEach(
                        Question.mayPerson("pat").perform("view").onLevel("outputs")))
                .isInstanceOf(DirectoryFailedException.class)
                .hasMessageEndingWith("returned a project, and was asked about none");
    }

    @Test
    void cannotSayTwoThingsOfOneWord() {
        assertThatThrownBy(() -> inRoles().given("trained").givenNot("trained"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fact `trained` is said to be both `true` and `false`");
        assertThatThrownBy(() -> Gate.ACTIVE.permission("type-1", true).permission("type-1", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("permission `type-1`");
        assertThatThrownBy(() -> Gate.ACTIVE.and("status", "finished")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Gate.ACTIVE.and("status", "active")).isEqualTo(Gate.ACTIVE);
    }

    @Test
    void answersAtTheEndsOfTime() {
        List<LocalDate> days = new ArrayList<>();
        DecisionPoint decisions = Gate.with((person, project, moment) -> {
            days.add(moment.day());
            return DirectoryAnswer.of(Optional.of(inRoles("checker").closed()), Optional.of(Gate.ACTIVE));
        });

        for (Instant at : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(decisions.decideEach(Gate.mayPat().at(at)).permitted()).isTrue();
            assertThat(decisions.withClock(() -> at).decideEach(Gate.mayPat()).permitted())
                    .isTrue();
        }
        assertThat(days).containsExactly(LocalDate.MIN, LocalDate.MIN, LocalDate.MAX, LocalDate.MAX);
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless clock does
    void namesAClockThatTellsNoTime() {
        assertThatThrownBy(() -> Gate.decisions().withClock(() -> null).decideEach(Gate.mayPat()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("instant of the clock");
    }

    @Test
    void takesAnyMapOfFacts() {
        assertThat(new PersonAttributes(Set.of("checker"), Map.of("trained", Given.is(true)), true))
                .isEqualTo(inRoles("checker").given("trained").closed());
    }
}
