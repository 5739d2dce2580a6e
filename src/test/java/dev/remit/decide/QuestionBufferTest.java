package dev.remit.decide;

import static dev.remit.decide.Sketch.all;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.forbid;
import static dev.remit.decide.Sketch.is;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Registers;
import dev.remit.model.Variable;
import dev.remit.source.SourceMap;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionBufferTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final DecisionPoint decisions = decisions(new Sketch()
            .roles("reader", "writer")
            .activities("read", "write")
            .levels("open", "shut")
            .attribute("status", "active", "finished")
            .facts("named", "trained")
            .rules(
                    permit("reading").to("read").when(all(fact("named"), is("status", "active"))),
                    permit("writing").by("writer").to("write").when(fact("trained")),
                    forbid("shut").levels("shut")));

    private final QuestionBuffer buffer = decisions.buffer();
    private final QuestionField role = decisions.field("role");
    private final QuestionField activity = decisions.field("activity");
    private final QuestionField level = decisions.field("level");
    private final QuestionField status = decisions.field("project.status");
    private final QuestionField named = decisions.field("named");
    private final QuestionField trained = decisions.field("trained");

    private static DecisionPoint decisions(Sketch sketch) {
        return DecisionPoint.of(sketch.policy(), Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH);
    }

    private QuestionBuffer reading() {
        return buffer.set(role, "reader").set(activity, "read").set(level, "open");
    }

    @Test
    void answersWhatIsFilledIn() {
        assertThat(reading().set(named, true).set(status, "active").outcome().answer())
                .isEqualTo(Answer.PERMITTED);
        assertThat(reading()
                        .set(named, true)
                        .set(status, status.place("finished"))
                        .outcome()
                        .answer())
                .isEqualTo(Answer.DENIED);
        assertThat(reading().set(named, true).outcome().answer()).isEqualTo(Answer.UNDETERMINED);
        assertThat(reading().set(named, true).set(status, "active").permitted()).isTrue();
    }

    @Test
    void takesNothingFromOneQuestionIntoTheNext() {
        assertThat(reading().set(named, true).set(status, "active").closed().permitted())
                .isTrue();

        assertThat(reading().outcome().answer()).isEqualTo(Answer.UNDETERMINED);
        assertThatThrownBy(buffer::outcome).isInstanceOf(InvalidQuestionException.class);
    }

    @Test
    void makesEveryOtherFactFalseWhenAllIsTold() {
        buffer.set(role, "writer").set(activity, "write").set(level, "open");
        assertThat(buffer.closed().outcome().answer()).isEqualTo(Answer.DENIED);

        buffer.set(role, "writer").set(activity, "write").set(level, "open").closed();
        assertThat(buffer.set(trained, true).outcome().answer()).isEqualTo(Answer.PERMITTED);
    }

    @Test
    void refusesAnAnswerOnceAWordWasWrong() {
        assertThatThrownBy(() -> reading().set(status, "activ"))
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessageContainingAll("`activ`", "did you mean `active`?");

        assertThatThrownBy(
                        () -> reading().set(named, true).set(status, "active").permitted())
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessageContaining("blank the buffer");
        assertThat(reading().set(status, "active").set(named, true).toString()).isEqualTo("spoilt");

        buffer.blank();
        assertThat(reading().set(named, true).set(status, "active").permitted()).isTrue();
    }

    @Test
    void refusesWhatAFieldCannotSay() {
        assertThatThrownBy(() -> buffer.set(status, 2)).isInstanceOf(InvalidQuestionException.class);
        assertThatThrownBy(() -> buffer.set(status, -1)).isInstanceOf(InvalidQuestionException.class);
        assertThatThrownBy(() -> buffer.set(status, true)).isInstanceOf(InvalidQuestionException.class);
        assertThatThrownBy(() -> status.place("gone")).isInstanceOf(InvalidQuestionException.class);
        assertThatThrownBy(() -> decisions.field("project.statu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean `project.status`?");
    }

    @Test
    void refusesFieldsOfAnotherPolicy() {
        QuestionField stranger = decisions(new Sketch().facts("named")).field("named");

        assertThatThrownBy(() -> buffer.set(stranger, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another policy");
        assertThatThrownBy(() -> reading().permitted()).isInstanceOf(InvalidQuestionException.class);
    }

    @Test
    void needsRoleActivityAndLevel() {
        assertThatThrownBy(() -> buffer.set(role, "reader").set(level, "open").permitted())
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessageContaining("no role, activity or level");
    }

    @Test
    void asksOtherDirectoriesToo() {
        Directory directory = (person, project, moment) -> switch (project.orElseThrow()) {
            case "running" -> known(ProjectAttributes.of("status", "active"));
            case "odd" -> known(ProjectAttributes.of("status", "odd"));
            case "broken" -> throw new IllegalStateException("no connection");
            default -> DirectoryAnswer.NOTHING;
        };
        QuestionBuffer own = decisions.withDirectory(directory).buffer();
        own.set(role, "reader").set(activity, "read").set(level, "open").set(named, true);
        assertThat(own.forProject("running", AT).permitted()).isTrue();

        for (String project : List.of("odd", "broken", "nowhere")) {
            own.blank()
                    .set(role, "reader")
                    .set(activity, "read")
                    .set(level, "open")
                    .set(named, true);
            assertThatThrownBy(() -> own.forProject(project, AT)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(own::permitted).isInstanceOf(InvalidQuestionException.class);
        }
    }

    private static DirectoryAnswer known(ProjectAttributes project) {
        return DirectoryAnswer.of(Optional.empty(), Optional.of(project));
    }

    @Test
    void saysWhoseWordIsNotDeclared() {
        QuestionBuffer own = decisions
                .withDirectory((person, project, moment) -> known(ProjectAttributes.of("status", "activ")))
                .buffer();

        assertThatThrownBy(() -> own.forProject("p1", AT))
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessageContainingAll("from the directory about project `p1`", "`activ`", "did you mean `active`?");
    }

    @Test
    void knowsTheProjectsOfTheRegisterOnEveryDay() {
        PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
        DecisionPoint point = bundle.decisionPoint();
        QuestionBuffer filled = point.buffer();
        for (var id : bundle.registers().projects().keySet()) {
            for (int month = 0; month < 120; month++) {
                Instant at = Instant.parse("2019-01-01T12:00:00Z").plusSeconds(month * 2_629_746L);
                Question question = Question.may("researcher")
                        .perform("run-pipeline")
                        .onLevel("1")
                        .in("research-project")
                        .via("ehrql-pipeline")
                        .given("named-on-project")
                        .forProject(id.value())
                        .closed()
                        .at(at);

                Outcome outcome = filled.set(point.field("role"), "researcher")
                        .set(point.field("activity"), "run-pipeline")
                        .set(point.field("level"), "1")
                        .set(point.field("category"), "research-project")
                        .set(point.field("route"), "ehrql-pipeline")
                        .set(point.field("named-on-project"), true)
                        .forProject(id.value(), at)
                        .closed()
                        .outcome();

                assertThat(outcome).isSameAs(point.decide(question).outcome());
                assertThat(stated(bundle, id.value(), at))
                        .isEqualTo(point.decide(question).assignment());
            }
        }
        assertThatThrownBy(() -> filled.forProject("157", AT))
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessageContaining("`157` is not in the register");
    }

    /** The same question with everything about the project said in words, from the directory's own answer. */
    private static Assignment stated(PolicyBundle bundle, String project, Instant at) {
        DecisionPoint point = bundle.decisionPoint();
        Directory.Moment moment = new Directory.Moment(
                at, at.atZone(point.policy().header().zone()).toLocalDate());
        ProjectAttributes state = new RegisterDirectory(point.policy(), point.space(), bundle.registers())
                .lookUp(Optional.empty(), Optional.of(project), moment)
                .project()
                .orElseThrow();
        Assignment assignment = Assignment.open(point.space());
        for (Variable each : point.space().variables()) {
            String word = switch (each.name()) {
                case "role" -> "researcher";
                case "activity" -> "run-pipeline";
                case "level" -> "1";
                case "category" -> "research-project";
                case "route" -> "ehrql-pipeline";
                case "named-on-project" -> "true";
                default ->
                    each.kind() == Variable.Kind.FACT && !point.mustBeSaid().contains(new Id.Fact(each.name()))
                            ? "false"
                            : "";
            };
            assignment = word.isEmpty() ? assignment : assignment.with(each, each.place(word));
        }
        for (var each : state.attributes().entrySet()) {
            Variable variable = point.space().attribute(new Id.Attribute(each.getKey()));
            assignment = assignment.with(variable, each.getValue().place(variable));
        }
        for (var each : state.permissions().entrySet()) {
            assignment =
                    assignment.with(point.space().permission(new Id.Register(each.getKey())), each.getValue() ? 1 : 0);
        }
        for (var each : state.permissionsEver().entrySet()) {
            assignment = assignment.with(
                    point.space().everPermitted(new Id.Register(each.getKey())), each.getValue() ? 1 : 0);
        }
        return assignment;
    }
}
