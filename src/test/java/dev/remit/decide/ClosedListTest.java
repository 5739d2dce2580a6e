package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remit.Remit;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Registers;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a closed list of the policy says of projects, whatever a register or a directory leaves out or says of them. */
class ClosedListTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: archive, version: "1", title: The archive}
            vocabulary:
              roles: {reader: Reader}
              activities: {read: Read}
              levels: {letters: Letters}
              project:
                kind: [study, none]
                old: {values: boolean, true-only-for: [P-1, P-3]}
            rules:
              - {id: old-studies, permit: reader, to: read, levels: letters, when: project.old}
            """;
    private static final String PROJECTS = """
            remit: 1
            projects:
              P-1: {title: One, kind: study}
              P-2: {title: Two, kind: study}
              P-3: {title: Three, kind: study, old: true}
            """;

    private static final DecisionPoint ALONE =
            Remit.load(Map.of("policy.yaml", POLICY)).decisionPoint();
    private static final DecisionPoint REGISTERED =
            Remit.load(Map.of("policy.yaml", POLICY, "projects.yaml", PROJECTS)).decisionPoint();

    private static Question about(String project) {
        return Question.may("reader").perform("read").onLevel("letters").forProject(project);
    }

    private static DecisionPoint with(ProjectAttributes project) {
        return ALONE.withDirectory((person, id, moment) -> DirectoryAnswer.of(Optional.empty(), Optional.of(project)));
    }

    @Test
    void isTrueForTheProjectsOnTheListAlone() {
        assertThat(REGISTERED.decide(about("P-1")).permitted()).isTrue();
        assertThat(REGISTERED.decide(about("P-2")).answer()).isEqualTo(Answer.DENIED);
        assertThat(REGISTERED.decide(about("P-3")).permitted()).isTrue();
    }

    @Test
    void decidesWhereADirectorySaysNothing() {
        DecisionPoint decisions = with(ProjectAttributes.of("kind", "study"));

        assertThat(decisions.decide(about("P-1")).permitted()).isTrue();
        assertThat(decisions.decide(about("P-2")).answer()).isEqualTo(Answer.DENIED);
        assertThat(with(ProjectAttributes.of("old", "true"))
                        .decide(about("P-1"))
                        .permitted())
                .isTrue();
    }

    @Test
    void isNotOverruledByADirectory() {
        for (Map.Entry<String, Boolean> each : Map.of("P-1", false, "P-2", true).entrySet()) {
            DecisionPoint decisions = with(ProjectAttributes.UNKNOWN.and("old", each.getValue()));

            InvalidQuestionException mistake =
                    catchThrowableOfType(InvalidQuestionException.class, () -> decisions.decide(about(each.getKey())));

            assertThat(mistake.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo(QuestionFault.Code.CONTRADICTS_CLOSED_LIST);
                assertThat(fault.saidBy()).isEqualTo(QuestionFault.Speaker.DIRECTORY);
                assertThat(fault.message())
                        .isEqualTo("from the directory about project `" + each.getKey()
                                + "`: project attribute `old` is said to be " + each.getValue() + ", but is "
                                + !each.getValue() + " by the closed list of the policy");
            });
            assertThatThrownBy(() -> decisions.buffer().forProject(each.getKey(), Instant.EPOCH))
                    .isInstanceOf(InvalidQuestionException.class);
        }
    }

    @Test
    void isTheCallersWordForAProjectThatIsDescribed() {
        Question question = Question.may("reader").perform("read").onLevel("letters");

        assertThat(REGISTERED
                        .decide(question.forProject(ProjectAttributes.of("old", "true")))
                        .permitted())
                .isTrue();
        assertThat(REGISTERED.decide(question.withoutProject()).permitted()).isFalse();
    }

    @Test
    void refusesRegistersThatSayOtherwise() {
        Id.Project id = new Id.Project("P-1");
        Project project = new Project(
                id,
                "",
                "",
                Map.of(
                        new Id.Attribute("kind"),
                        new Id.Value("study"),
                        new Id.Attribute("old"),
                        ProjectAttribute.BOOLEAN.get(0)),
                Period.ALWAYS,
                Map.of());
        Registers registers = new Registers(Map.of(id, project), Map.of());

        assertThatThrownBy(() -> DecisionPoint.of(ALONE.policy(), registers, SourceMap.empty(), () -> Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-1", "old");
    }
}
