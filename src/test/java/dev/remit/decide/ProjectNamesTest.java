package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.Remit;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A project found by any of its names, and roles that count for it alone. */
class ProjectNamesTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: archive, version: "1", title: The archive}
            vocabulary:
              roles: {reader: Reader, writer: Writer}
              activities: {read: Read}
              levels: {letters: Letters}
              project:
                kind: [study, none]
                old: {values: boolean, true-only-for: [LONG-NAME]}
              facts: {named: {title: Named, known-from: register, about: project, changed-by: approver}}
            rules:
              - {id: readers, permit: reader, to: read, levels: letters, when: named}
              - {id: writers, permit: writer, to: read, levels: letters, when: project.old}
            """;
    private static final String PROJECTS = """
            remit: 1
            projects:
              7: {title: Seven, kind: study, also: [POS-7, LONG-NAME]}
              8: {title: Eight, kind: study}
            """;
    private static final String PEOPLE = """
            remit: 1
            people:
              ann:
                name: Ann
                roles: [{role: reader, project: LONG-NAME}, {role: writer, from: 2026-06-01, project: 8}]
                facts: {fact: named, project: POS-7}
            """;

    private static final DecisionPoint DECISIONS = Remit.load(
                    Map.of("policy.yaml", POLICY, "projects.yaml", PROJECTS, "people.yaml", PEOPLE))
            .decisionPoint()
            .withClock(() -> Instant.parse("2026-07-01T00:00:00Z"));

    private static Question ask(Question question) {
        return question.perform("read").onLevel("letters");
    }

    private static List<String> roles(Question question) {
        return DECISIONS.decideEach(ask(question)).answers().stream()
                .map(each -> each.role().value())
                .toList();
    }

    @Test
    void findsAProjectByEachName() {
        for (String name : List.of("7", "POS-7", "LONG-NAME")) {
            Decision decision = DECISIONS.decide(ask(Question.may("writer")).forProject(name));

            assertThat(decision.permitted()).isTrue();
            assertThat(decision.question())
                    .isEqualTo(ask(Question.may("writer")).forProject("7"));
            assertThat(DECISIONS
                            .prepare(ask(Question.may("writer")).forProject(name))
                            .decide())
                    .isEqualTo(decision);
            RoleDecisions each =
                    DECISIONS.decideEach(ask(Question.mayPerson("ann")).forProject(name));
            assertThat(each.permitted()).isTrue();
            assertThat(each.question().project()).isEqualTo(new Question.ProjectReference.Registered("7"));
        }
        assertThatThrownBy(() -> DECISIONS.decide(ask(Question.may("writer")).forProject("pos-7")))
                .isInstanceOf(InvalidQuestionException.class);
    }

    @Test
    void tellsListenersTheIdWhicheverNameWasUsed() {
        List<Question> heard = new ArrayList<>();
        DecisionPoint decisions = DECISIONS.withListener(event -> {
            if (event instanceof DecisionEvent.Decided decided) {
                heard.add(decided.decision().question());
            }
        });

        decisions.decide(ask(Question.may("writer")).forProject("POS-7"));
        QuestionBuffer buffer = decisions.buffer().forProject("LONG-NAME");
        buffer.set(decisions.field("role"), "writer");
        buffer.set(decisions.field("activity"), "read");
        buffer.set(decisions.field("level"), "letters");
        buffer.outcome();

        assertThat(heard)
                .hasSize(2)
                .extracting(Question::project)
                .containsOnly(new Question.ProjectReference.Registered("7"));
    }

    @Test
    void holdsABoundRoleForQuestionsAboutItsProjectAlone() {
        assertThat(roles(Question.mayPerson("ann").forProject("7"))).containsExactly("reader");
        assertThat(roles(Question.mayPerson("ann").forProject("POS-7"))).containsExactly("reader");
        assertThat(roles(Question.mayPerson("ann").forProject("8"))).containsExactly("writer");
        assertThat(roles(Question.mayPerson("ann").forProject("8").at(Instant.parse("2026-05-31T00:00:00Z"))))
                .isEmpty();
        assertThat(roles(Question.mayPerson("ann"))).isEmpty();
        assertThat(roles(Question.mayPerson("ann").withoutProject())).isEmpty();
        assertThat(roles(Question.mayPerson("ann").forProject(ProjectAttributes.of("kind", "study"))))
                .isEmpty();
    }

    @Test
    void takesNamesFromADirectory() {
        DecisionPoint ours = DECISIONS.withDirectory((person, project, moment) -> DirectoryAnswer.of(
                        Optional.empty(), Optional.of(ProjectAttributes.of("kind", "study")))
                .named(List.of("N-1", "LONG-NAME")));

        Decision decision = ours.decide(ask(Question.may("writer")).forProject("whatever"));

        assertThat(decision.permitted()).isTrue();
        assertThat(decision.question().project()).isEqualTo(new Question.ProjectReference.Registered("N-1"));
        assertThatThrownBy(() -> DirectoryAnswer.NOTHING.named(List.of("N-1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasEachNameOnce() {
        Project one = project("1", "x");

        assertThatThrownBy(() -> registers(one, project("2", "x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> registers(one, project("x", "y"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(registers(one, project("2", "y")).projectsByName()).hasSize(4);
    }

    private static Registers registers(Project one, Project other) {
        return new Registers(Map.of(one.id(), one, other.id(), other), Map.of());
    }

    private static Project project(String id, String also) {
        return new Project(new Id.Project(id), "", "", Map.of(), Period.ALWAYS, Map.of(), Set.of(new Id.Project(also)));
    }
}
